import { type Archive, type Holder, holderOf, makeCredential } from '@onrecord/archive'
import type { Context } from 'hono'
import type { Caller } from '../caller.js'
import { Refusal } from '../http/refusal.js'
import type { Cookies } from './cookies.js'

/** Seconds that a login is good for, and those after which its secret is changed for another. */
export const SESSION = 7 * 24 * 3600
const ROTATED = 12 * 3600
/** Seconds without a request after which a login ends. */
const IDLE = 24 * 3600

/** Who asks, by the token in their request, or by the session in their cookie. Rejects with a Refusal (401). */
export function callersOf(archive: Archive, cookies: Cookies): (c: Context) => Promise<Caller> {
  return async c => {
    const token = bearerOf(c)
    if (token !== undefined) {
      const holder = await holderOf(archive.db, token, ['token'])
      if (!holder) throw unknown('The token is not known, or is too old.')
      return callerOf(holder)
    }
    const session = cookies.session(c)
    const holder = session && (await holderOf(archive.db, session, ['session']))
    if (!holder) throw unknown('Nobody is logged in.')
    const { credential, account } = holder
    if (Date.parse(credential.seenAt) + IDLE * 1000 < Date.now())
      throw unknown('The login is too old.')
    if (Date.parse(credential.madeAt) + ROTATED * 1000 < Date.now()) {
      const left = Math.floor((Date.parse(credential.expiresAt) - Date.now()) / 1000)
      const { secret } = await makeCredential(archive.db, account.id, {
        kind: 'session',
        seconds: left,
      })
      // the old one stays good for requests that are under way: it ends in a minute
      await archive.db
        .updateTable('credential')
        .set({ expires_at: new Date(Date.now() + 60_000).toISOString() })
        .where('key', '=', credential.key)
        .execute()
      cookies.set(c, 'session', secret, left)
    }
    return callerOf(holder)
  }
}

const callerOf = ({ account, may, sight }: Holder): Caller => ({ who: account.name, sight, may })

function bearerOf(c: Context): string | undefined {
  const header = c.req.header('authorization')
  if (header === undefined) return undefined
  const token = /^Bearer +([\w-]+) *$/i.exec(header)?.[1]
  if (token === undefined) throw unknown('The header Authorization is not "Bearer" and a token.')
  return token
}

export const unknown = (message: string) =>
  new Refusal(
    401,
    'not-logged-in',
    message,
    'Log in (POST /api/login), or send a token: Authorization: Bearer TOKEN.',
    { 'www-authenticate': 'Bearer' },
  )
