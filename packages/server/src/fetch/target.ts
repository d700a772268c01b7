import { ArchiveError } from '@onrecord/archive'

const LONGEST = 2000

/** The address to ask, taken whole by what a redirect stands in. Throws 'bad-query' where it may not be asked. */
export function targetOf(address: string, ports: readonly string[] | 'any', base?: URL): URL {
  if (address.length > LONGEST || !URL.canParse(address, base?.href))
    throw refused(`is none, or longer than ${LONGEST} characters. Give one as https://…`)
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(`begins with ${url.protocol}; http: and https: alone are fetched.`)
  if (url.username || url.password)
    throw refused('holds a name or password. Give an address that needs none.')
  if (ports !== 'any' && url.port !== '' && !ports.includes(url.port))
    throw refused(`names the port ${url.port}; ${ports.join(' and ')} alone are asked.`)
  url.hash = ''
  return url
}

const refused = (what: string) => new ArchiveError('bad-query', `The address ${what}`)
