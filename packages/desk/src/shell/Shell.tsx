import { lazy, Suspense, useEffect, useRef } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { say } from '../messages/index.js'
import { Loading } from '../parts/Loading.js'
import { Page, Seen } from '../parts/Page.js'
import { useReached } from '../reach.js'
import { views } from '../routes.js'
import { takeWanted, useLoggedOut } from '../session.js'
import { ErrorBoundary } from './ErrorBoundary.js'
import { Foot } from './Foot.js'
import { Help } from './Help.js'
import { Masthead } from './Masthead.js'

const Login = lazy(() => import('../views/account/Login.js'))

/** What is around every view. */
export function Shell() {
  const [path, go] = useLocation()
  const out = useLoggedOut() && !views.some(view => view.open && view.path === path)
  useEffect(() => {
    const wanted = path === '/' ? takeWanted() : undefined
    if (wanted !== undefined) go(wanted, { replace: true })
  }, [path, go])
  return (
    <>
      <a className="skip" href="#main">
        {say.shell.skip}
      </a>
      <Masthead />
      <Unreached />
      <main id="main" tabIndex={-1}>
        {out && (
          <Suspense fallback={<Loading />}>
            <Login />
          </Suspense>
        )}
        <div hidden={out}>
          <Seen value={!out}>
            <ErrorBoundary path={path}>
              <Suspense fallback={<Loading />}>
                <Switch>
                  {views.map(({ id, path, view }) => (
                    <Route key={id} path={path} component={view} />
                  ))}
                  <Route>
                    <Page title={say.shell.nothingHere}>
                      <p>{say.shell.nothingHereAdvice}</p>
                    </Page>
                  </Route>
                </Switch>
              </Suspense>
            </ErrorBoundary>
          </Seen>
        </div>
      </main>
      <Foot />
      <Help />
    </>
  )
}

/** Says when the service does not answer, and when it does again. */
function Unreached() {
  const reached = useReached()
  const wasLost = useRef(false)
  useEffect(() => {
    if (!reached) wasLost.current = true
  }, [reached])
  return (
    <div className="unreached" role="status">
      {reached ? (
        wasLost.current && <span className="only-heard">{say.shell.back}</span>
      ) : (
        <p>{say.shell.lost}</p>
      )}
    </div>
  )
}
