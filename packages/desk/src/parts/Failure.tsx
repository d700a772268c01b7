import { ServiceError } from '../api.js'
import { say } from '../messages/index.js'

/** Why something could not be had, and the way out. */
export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const told = error instanceof ServiceError
  return (
    <div className="failure" role="alert">
      <p className="failure-says">{told ? error.message : say.shell.unanswered}</p>
      <p>{told ? error.advice : say.shell.unansweredAdvice}</p>
      {again && (
        <button type="button" onClick={again}>
          {say.shell.again}
        </button>
      )}
    </div>
  )
}
