import { Link } from 'wouter'
import { isAlone, logOut, useMe } from '../api.js'
import { say } from '../messages/index.js'

const words = say.account.login

/** Who one is here, and the way out. */
export function Who() {
  const { data: me } = useMe()
  if (!me) return null
  if (isAlone(me))
    return (
      <p className="who">
        <Link href="/account">{words.machine}</Link>
      </p>
    )
  return (
    <p className="who">
      <Link href="/account">
        <bdi>{me.account}</bdi>
      </Link>
      <button type="button" className="plain" onClick={logOut}>
        {words.out}
      </button>
    </p>
  )
}
