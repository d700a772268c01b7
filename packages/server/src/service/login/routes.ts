import {
  type Archive,
  dropCredential,
  findAccount,
  holderOf,
  log,
  makeCredential,
  passwordOf,
  setPassword,
} from '@onrecord/archive'
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Caller } from '../caller.js'
import { jsonOf, limitTo } from '../http/body.js'
import {
  answered,
  describeRoute,
  type Json,
  objectOf,
  type Paths,
  schemaOf,
} from '../http/paths.js'
import { Refusal } from '../http/refusal.js'
import { API } from '../http/route.js'
import type { Attempts } from './attempts.js'
import { SESSION, unknown } from './callers.js'
import type { Cookies } from './cookies.js'
import { hashOf, isPassword } from './passwords.js'

export interface LoginGround {
  readonly archive: Archive
  readonly cookies: Cookies
  readonly attempts: Attempts
  /** Is there an identity provider to log in over? */
  readonly provider: boolean
  callerOf(c: Context): Promise<Caller>
  /** The network that a request comes from. */
  networkOf(c: Context): string
}

/** Bytes of what is sent to log in, at most. */
const SMALL = 16 * 1024

const YEAR = 365 * 24 * 3600

const password = z.string().min(1).max(2000)
const login = z.strictObject({ account: z.string().min(1).max(200), password })
const invitation = z.strictObject({ invitation: z.string().min(1).max(200), password })
const change = z.strictObject({ old: password, new: password })

/** Logging in and out, by password. */
export function mountLogin(app: Hono, ground: LoginGround): Paths {
  const { archive, cookies, attempts } = ground
  const small = limitTo(SMALL)

  app.get(`${API}/login`, c => c.json({ provider: ground.provider }, 200, NOT_KEPT))

  app.post(`${API}/login`, small, async c => {
    const asked = await bodyAs(c, login)
    const place = await placeOf(c, ground, asked.account)
    await attempts.check(place, asked.account)
    const right = await isPassword(await passwordOf(archive.db, asked.account), asked.password)
    if (!right) {
      await noteFailed(ground, place, asked.account)
      throw unknown('The account or the password is wrong.')
    }
    await attempts.succeeded(place, asked.account)
    return c.json(await enter(c, ground, asked.account), 200, NOT_KEPT)
  })

  app.post(`${API}/login/invitation`, small, async c => {
    const asked = await bodyAs(c, invitation)
    const place = ground.networkOf(c)
    await attempts.check(place, 'invitation')
    const holder = await holderOf(archive.db, asked.invitation, ['invitation'])
    if (!holder) {
      await noteFailed(ground, place, 'invitation')
      throw unknown('The invitation is not known, was used, or is too old.')
    }
    const { account } = holder
    const at = new Date().toISOString()
    await setPassword(archive, account.id, await hashOf(asked.password), { who: account.name, at })
    return c.json(await enter(c, ground, account.name), 200, NOT_KEPT)
  })

  app.post(`${API}/password`, small, async c => {
    const { who } = await ground.callerOf(c)
    const asked = await bodyAs(c, change)
    const place = await placeOf(c, ground, who)
    await attempts.check(place, who)
    if (!(await isPassword(await passwordOf(archive.db, who), asked.old))) {
      await noteFailed(ground, place, who)
      throw new Refusal(403, 'wrong-password', 'The old password is wrong.', 'Try it again.')
    }
    const account = await findAccount(archive.db, who)
    const at = new Date().toISOString()
    await setPassword(archive, account.id, await hashOf(asked.new), { who, at })
    return c.json(await enter(c, ground, who), 200, NOT_KEPT)
  })

  app.post(`${API}/logout`, async c => {
    const session = cookies.session(c)
    const holder = session && (await holderOf(archive.db, session, ['session']))
    if (holder) await dropCredential(archive.db, holder.account.id, holder.credential.key)
    cookies.drop(c, 'session')
    return c.json({ loggedIn: false }, 200, { ...NOT_KEPT, 'clear-site-data': '"cache"' })
  })
  return PATHS
}

const TEXT = { type: 'string' }
const LOGGED_IN = answered('Logged in: a cookie holds the session.', {
  'application/json': objectOf({ account: TEXT, role: TEXT, expiresAt: TEXT }),
})

const way = (id: string, summary: string, body: z.ZodType): Json =>
  describeRoute({
    id,
    summary,
    body: { 'application/json': schemaOf(body, 'input') },
    answers: { 200: LOGGED_IN },
  })

const PATHS: Paths = {
  [`${API}/login`]: {
    get: describeRoute({
      id: 'loginWays',
      summary: 'How one logs in.',
      answers: {
        200: answered(
          'By password; and over the identity provider (/login/oidc), where there is one.',
          {
            'application/json': objectOf({ provider: { type: 'boolean' } }),
          },
        ),
      },
    }),
    post: way('login', 'Log in.', login),
  },
  [`${API}/login/invitation`]: {
    post: way('useInvitation', 'Give an account its password, by an invitation.', invitation),
  },
  [`${API}/password`]: {
    post: way('changePassword', 'Change your password; other logins of yours end.', change),
  },
  [`${API}/logout`]: {
    post: describeRoute({
      id: 'logout',
      summary: 'Log out.',
      answers: {
        200: answered('Logged out.', {
          'application/json': objectOf({ loggedIn: { const: false } }),
        }),
      },
    }),
  },
}

const NOT_KEPT = { 'cache-control': 'no-store' }

/** Logs somebody in who has shown who they are: a new session, the one before ends, and a device that is known from now on. */
export async function enter(
  c: Context,
  { archive, cookies }: Pick<LoginGround, 'archive' | 'cookies'>,
  name: string,
): Promise<{ account: string; role: string; expiresAt: string }> {
  const account = await findAccount(archive.db, name)
  const before = cookies.session(c)
  const old = before && (await holderOf(archive.db, before, ['session']))
  if (old) await dropCredential(archive.db, old.account.id, old.credential.key)
  const { secret, expiresAt } = await makeCredential(archive.db, account.id, {
    kind: 'session',
    seconds: SESSION,
  })
  cookies.set(c, 'session', secret, SESSION)
  const device = cookies.device(c)
  const known = device && (await holderOf(archive.db, device, ['device']))
  if (!known || known.account.id !== account.id) {
    const { secret } = await makeCredential(archive.db, account.id, {
      kind: 'device',
      seconds: YEAR,
    })
    cookies.set(c, 'device', secret, YEAR)
  }
  await archive.write(async db => {
    await archive.lock(db, 'add')
    await log(db, [{ who: account.name, action: 'login', subject: `account:${account.name}` }])
  })
  return { account: account.name, role: account.role, expiresAt }
}

/**
 * Counts an attempt that failed; some are entries of the audit log. One for an account that is not there tells no name:
 * people type passwords into the wrong field.
 */
async function noteFailed({ archive, attempts }: LoginGround, place: string, account: string) {
  if (!(await attempts.failed(place, account))) return
  const known = await findAccount(archive.db, account).catch(() => undefined)
  const subject = known ? `account:${known.name}` : 'account'
  await archive.write(async db => {
    await archive.lock(db, 'add')
    await log(db, [{ who: 'unknown', action: 'login failed', subject, detail: { from: place } }])
  })
}

/** Where an attempt comes from: a device that this account logged in from before, or else a network. */
async function placeOf(c: Context, ground: LoginGround, account: string): Promise<string> {
  const device = ground.cookies.device(c)
  const known = device && (await holderOf(ground.archive.db, device, ['device']))
  return known && known.account.name === account.toLowerCase()
    ? `device ${known.credential.key}`
    : ground.networkOf(c)
}

async function bodyAs<T extends z.ZodType>(c: Context, schema: T): Promise<z.output<T>> {
  const body = schema.safeParse(await jsonOf(c))
  if (body.success) return body.data
  const [issue] = body.error.issues
  throw new Refusal(
    400,
    'bad-query',
    `${issue!.path.join('.') || 'body'}: ${issue!.message}`,
    'Mend the request; /docs says what may be asked.',
  )
}
