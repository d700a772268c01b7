import type { Problem } from '../incoming.js'

/**
 * What is wrong with the document type declaration of a document, if anything. Looked at before any parser sees the
 * document. Allowed: none; a bare `<!DOCTYPE nitf>`; the well-known names of NITF, NewsML and RSS 0.9, which are never
 * fetched. Refused: an internal subset (`[…]`), where entities that grow without end are declared, and any other
 * external identifier, where a parser might fetch files or addresses.
 */
export function doctypeProblem(source: string): Problem | undefined {
  const at = findDoctype(source)
  if (at === undefined) return undefined
  const head = source.slice(at, at + LONGEST)
  const declared = DOCTYPE.exec(head)
  if (!declared) {
    return refuse(
      'It has a document type declaration with declarations of its own, or one that cannot be read',
    )
  }
  const [, kind, first, second] = declared
  if (kind === undefined) return undefined
  const publicId = /^public$/i.test(kind) ? unquote(first) : undefined
  const systemId = publicId === undefined ? unquote(first) : unquote(second)
  if (publicId !== undefined && !PUBLIC_IDS.test(publicId)) {
    return refuse(`Its document type names ${JSON.stringify(publicId.slice(0, 80))}`)
  }
  if (systemId !== undefined && !SYSTEM_IDS.test(systemId)) {
    return refuse(`Its document type points to ${JSON.stringify(systemId.slice(0, 80))}`)
  }
  return undefined
}

const LONGEST = 1000

const DOCTYPE =
  /^<!DOCTYPE\s{1,9}[^\s<>[\]"']{1,80}(?:\s{1,9}(PUBLIC|SYSTEM)\s{1,9}("[^"<>]{0,200}"|'[^'<>]{0,200}')(?:\s{0,9}("[^"<>]{0,200}"|'[^'<>]{0,200}'))?)?\s{0,9}>/i

const PUBLIC_IDS =
  /^-\/\/(?:IPTC\/\/DTD (?:NITF|NewsML) [\w.-]{1,20}|Netscape Communications\/\/DTD RSS 0\.9[01]?)\/\/EN$/

const SYSTEM_IDS =
  /^(?:(?:https?:\/\/(?:www\.)?iptc\.org\/[\w/-]{0,40}(?:\d\.\d\/)?[\w/-]{0,40})?(?:nitf|newsml)(?:[-_.]?[\w-]{0,12}){0,3}\.dtd|https?:\/\/(?:my\.netscape\.com\/publish\/formats|www\.rssboard\.org)\/rss-0\.9[01]?\.dtd)$/i

/** Where the declaration begins, past the XML declaration, comments and processing instructions. */
function findDoctype(source: string): number | undefined {
  let at = 0
  for (;;) {
    while (at < source.length && source.charCodeAt(at) <= 32) at++
    const close = source.startsWith('<?', at) ? '?>' : source.startsWith('<!--', at) ? '-->' : ''
    if (close === '') break
    const end = source.indexOf(close, at + 2)
    if (end < 0) return undefined
    at = end + close.length
  }
  return /^<!doctype/i.test(source.slice(at, at + 9)) ? at : undefined
}

const unquote = (quoted: string | undefined): string | undefined => quoted?.slice(1, -1)

const refuse = (what: string): Problem => ({
  code: 'doctype',
  message: `${what}: such documents can declare entities that grow without end or reach for other files, so it was not read. Save it without its <!DOCTYPE …>.`,
})
