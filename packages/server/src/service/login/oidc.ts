import {
  type Archive,
  accountOfSubject,
  findAccount,
  makeAccount,
  type Role,
} from '@onrecord/archive'
import type { Hono } from 'hono'
import * as oidc from 'openid-client'
import { answered, describeRoute, type Paths } from '../http/paths.js'
import { Refusal } from '../http/refusal.js'
import { enter, type LoginGround } from './routes.js'

export interface Provider {
  readonly issuer: string
  readonly client: string
  readonly secret: string
  /** What somebody may who comes for the first time; null: only who has an account already gets in. */
  readonly role: Role | null
}

/** Seconds between going to the identity provider and coming back. */
const PATIENCE = 600

/** Logging in over an identity provider: OpenID Connect, authorization code with PKCE. `url` is the service's own address. */
export function mountOidc(
  app: Hono,
  ground: Pick<LoginGround, 'archive' | 'cookies'>,
  provider: Provider,
  url: string,
): Paths {
  const { cookies } = ground
  const back = `${url}/login/oidc/callback`
  let found: Promise<oidc.Configuration> | undefined
  const configuration = async () => {
    found ??= discover(provider)
    try {
      return await found
    } catch (error) {
      // it may answer the next time
      found = undefined
      throw new Refusal(
        503,
        'no-provider',
        `The identity provider does not answer as it should: ${(error as Error).message}.`,
        'Try again in a moment, or log in by password.',
        { 'retry-after': '10' },
      )
    }
  }

  app.get('/login/oidc', async c => {
    const config = await configuration()
    const verifier = oidc.randomPKCECodeVerifier()
    const state = oidc.randomState()
    const nonce = oidc.randomNonce()
    const address = oidc.buildAuthorizationUrl(config, {
      redirect_uri: back,
      scope: 'openid email profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    })
    cookies.set(c, 'pending', [verifier, state, nonce].join('.'), PATIENCE)
    return c.redirect(address.href, 302)
  })

  app.get('/login/oidc/callback', async c => {
    const [verifier, state, nonce] = cookies.pending(c)?.split('.') ?? []
    cookies.drop(c, 'pending')
    if (!verifier || !state || !nonce)
      throw refused('The login was not begun here, or took too long.')
    const config = await configuration()
    let claims: oidc.IDToken | undefined
    try {
      const tokens = await oidc.authorizationCodeGrant(
        config,
        new URL(back + new URL(c.req.url).search),
        {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        },
      )
      claims = tokens.claims()
    } catch {
      throw refused('The identity provider did not confirm who you are.')
    }
    if (!claims) throw refused('The identity provider did not say who you are.')
    const name = await nameOf(ground.archive, claims, provider.role)
    await enter(c, ground, name)
    return c.redirect('/', 302)
  })
  const there = answered('Go there.')
  return {
    '/login/oidc': {
      get: describeRoute({
        id: 'loginThere',
        summary: 'Log in over the identity provider.',
        answers: { 302: there },
      }),
    },
    '/login/oidc/callback': {
      get: describeRoute({
        id: 'loginBack',
        summary: 'The way back from the identity provider.',
        answers: { 302: there },
      }),
    },
  }
}

function discover({ issuer, client, secret }: Provider): Promise<oidc.Configuration> {
  const server = new URL(issuer)
  // a provider on this very machine, as in tests and behind a local gateway, needs no TLS
  const local = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  const execute = local && server.protocol === 'http:' ? [oidc.allowInsecureRequests] : []
  return oidc.discovery(server, client, secret, undefined, { execute, timeout: 10 })
}

/** The account of whoever the identity provider vouches for, made where that is allowed. */
async function nameOf(archive: Archive, claims: oidc.IDToken, role: Role | null): Promise<string> {
  const subject = `${claims.iss} ${claims.sub}`
  const known = await accountOfSubject(archive.db, subject)
  if (known) {
    if (known.state === 'active') return known.name
    throw refused('Your account is disabled.')
  }
  if (role === null) throw refused('You have no account here. Ask an admin for one.')
  const told = claims.email_verified === true ? claims.email : claims.preferred_username
  const wished = typeof told === 'string' ? told : `${claims.sub}`
  const at = new Date().toISOString()
  // who is called as somebody is already is not that somebody
  for (let k = 1; k <= 20; k++) {
    const name = k === 1 ? wished : `${wished}-${k}`
    const taken = await findAccount(archive.db, name).catch(() => undefined)
    if (taken) continue
    return (await makeAccount(archive, { name, role, subject }, { who: name, at })).name
  }
  throw refused('Your name is taken here. Ask an admin for an account.')
}

const refused = (message: string) =>
  new Refusal(403, 'no-login', message, 'Begin again at /login/oidc, or log in by password.')
