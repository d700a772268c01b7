import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/** The cookies of a service that is reached over TLS, or is not. */
export interface Cookies {
  session(c: Context): string | undefined
  device(c: Context): string | undefined
  /** What a login over the identity provider waits for, between going there and coming back. */
  pending(c: Context): string | undefined
  set(c: Context, name: 'session' | 'device' | 'pending', value: string, seconds: number): void
  drop(c: Context, name: 'session' | 'device' | 'pending'): void
}

/** Out of scripts' reach, sent from this site alone; over TLS bound to this very host. */
export function cookiesOf(secure: boolean): Cookies {
  const nameOf = (name: string) => `${secure ? '__Host-' : ''}onrecord-${name}`
  const get = (name: string) => (c: Context) => getCookie(c, nameOf(name))
  const about = { httpOnly: true, secure, path: '/' } as const
  return {
    session: get('session'),
    device: get('device'),
    pending: get('pending'),
    set(c, name, value, seconds) {
      // the way back from the identity provider comes from its site
      const sameSite = name === 'pending' ? 'Lax' : 'Strict'
      setCookie(c, nameOf(name), value, { ...about, sameSite, maxAge: seconds })
    },
    drop: (c, name) => {
      deleteCookie(c, nameOf(name), about)
    },
  }
}
