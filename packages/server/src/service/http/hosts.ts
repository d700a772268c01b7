import type { MiddlewareHandler } from 'hono'
import { Refusal } from './refusal.js'

/**
 * Answers only to the names that are its own: a page that makes its own name point at this machine (DNS rebinding) is
 * refused.
 */
export function checkHost(hosts: readonly string[] | undefined): MiddlewareHandler {
  return async (c, next) => {
    const host = new URL(c.req.url).hostname
    if (hosts && !hosts.includes(host)) {
      throw new Refusal(
        403,
        'foreign-host',
        `This service does not answer to "${host}".`,
        'Use its own address, or name the host in its configuration.',
      )
    }
    await next()
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** What changes something is taken from this origin (`own`, as a browser in front of a proxy sees it), or from a program, which tells none. */
export function checkOrigin(own?: string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const foreign =
      (origin !== undefined && origin !== own && origin !== new URL(c.req.url).origin) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none')
    if (foreign && !SAFE.has(c.req.method)) {
      throw new Refusal(
        403,
        'foreign-origin',
        `This came from ${origin ?? 'another site'}, and changes are taken from here alone.`,
        "Send it from the service's own pages, or without a browser.",
      )
    }
    await next()
  }
}
