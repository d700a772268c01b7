import type { LookupAddress } from 'node:dns'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { ArchiveError } from '@onrecord/archive'

/** How names become addresses, and which of them may be connected to. */
export interface Reach {
  readonly lookup: LookupFunction
  isPublic(address: string): boolean
}

/**
 * Asks one address and gives its answer, redirects too, before its body. The name is looked up once, by the connection
 * itself, and all that it stands for has to be public: what was checked is what is connected to. No proxy of the
 * environment, no cookies, no connection that another request had.
 */
export function ask(
  url: URL,
  { lookup, isPublic }: Reach,
  agent: string,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const host = url.hostname.replaceAll(/[[\]]/g, '')
  // no name is looked up for what is an address already
  if (isIP(host) && !isPublic(host)) return Promise.reject(notPublic(url.hostname))
  const checked: LookupFunction = (name, options, done) =>
    lookup(name, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      const addresses = found as LookupAddress[]
      const [first] = addresses
      if (!first || !addresses.every(({ address }) => isPublic(address)))
        return done(notPublic(name), '')
      if (options.all) done(null, addresses)
      else done(null, first.address, first.family)
    })
  const headers = { 'user-agent': agent, accept: '*/*', 'accept-encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http
    request(url, { agent: false, lookup: checked, headers, signal })
      .on('response', resolve)
      // also once the answer is there: whoever reads the body is told there
      .on('error', reject)
      .end()
  })
}

const notPublic = (host: string) =>
  new ArchiveError(
    'not-allowed',
    `${host} is not on the public internet, and nothing else is fetched. Send the file instead.`,
  )
