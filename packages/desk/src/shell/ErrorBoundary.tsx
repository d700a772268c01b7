import { Component, type ReactNode } from 'react'
import { say } from '../messages/index.js'
import { Page } from '../parts/Page.js'

interface Props {
  /** Another address is another try. */
  readonly path: string
  readonly children: ReactNode
}

interface State {
  readonly failed: boolean
  readonly path: string
}

/** Where a view fails, the rest of the desk stays. React has this for classes only. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false, path: this.props.path }

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true }
  }

  static getDerivedStateFromProps({ path }: Props, state: State): State {
    return path === state.path ? state : { failed: false, path }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Page title={say.shell.failed}>
        <p>{say.shell.failedAdvice}</p>
        <button type="button" onClick={() => location.reload()}>
          {say.shell.reload}
        </button>
      </Page>
    )
  }
}
