import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { RequestEntry } from '../log.js'

/** Tells of every request once it is answered: its route, never its path or what it asks. */
export function watch(
  tell: (about: RequestEntry) => void,
): MiddlewareHandler<{ Variables: { who: string } }> {
  return async (c, next) => {
    const begun = performance.now()
    await next()
    const path = routePath(c, -1)
    tell({
      method: c.req.method,
      route: path === '/*' || path === '*' ? 'none' : path.replaceAll(/:(\w+)/g, '{$1}'),
      status: c.res.status,
      ms: Math.round(10 * (performance.now() - begun)) / 10,
      who: c.get('who'),
    })
  }
}
