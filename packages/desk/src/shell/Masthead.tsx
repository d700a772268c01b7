import { Link, useLocation, useRoute } from 'wouter'
import { useMe } from '../api.js'
import { say } from '../messages/index.js'
import { type View, views } from '../routes.js'
import { useLoggedOut } from '../session.js'
import { Who } from './Who.js'

/** The nameplate and the way to every view. */
export function Masthead() {
  const [path] = useLocation()
  const out = useLoggedOut()
  const { data: me } = useMe()
  const listed = views.filter(
    ({ nav, needs }) => nav !== undefined && (needs === undefined || me?.may.includes(needs)),
  )
  return (
    <header className="masthead">
      <Link href="/" className="nameplate">
        {say.shell.name}
      </Link>
      {!out && (
        <nav aria-label={say.shell.navigation}>
          <ul>
            {listed.map(view => (
              <NavLink key={view.path} view={view} here={path} />
            ))}
          </ul>
        </nav>
      )}
      {!out && <Who />}
    </header>
  )
}

function NavLink({ view: { path, nav }, here }: { view: View; here: string }) {
  const [matches] = useRoute(path)
  const within = path !== '/' && here.startsWith(`${path}/`)
  return (
    <li>
      <Link href={path} aria-current={matches ? 'page' : within ? 'true' : undefined}>
        {nav}
      </Link>
    </li>
  )
}
