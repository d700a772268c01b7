import { say } from '../messages/index.js'

/** While something is on its way. It shows itself after a moment: what is quick does not flicker. */
export const Loading = ({ what = say.shell.loading }: { what?: string }) => (
  <p className="loading" role="status">
    {what}
  </p>
)
