/** Which quote is meant: its story's key and its id in the record. */
export interface QuoteRef {
  readonly story: string
  readonly item: string
}

const LINK = /(?:^|[/:])stories[/:]([^/:\s]+)[/:]quotes[/:]([^/:\s]+)$/
const SHORT = /^([0-9a-z]{12})#([^/:\s#]+)$/

/**
 * A quote by its link (stories/KEY/quotes/q3, whatever stands before; under a URN with colons) or as KEY#q3; undefined for
 * any other words.
 */
export function quoteRef(words: string): QuoteRef | undefined {
  const [, story, item] = LINK.exec(words.trim()) ?? SHORT.exec(words.trim()) ?? []
  if (story === undefined || item === undefined) return undefined
  try {
    return { story: decodeURIComponent(story), item: decodeURIComponent(item) }
  } catch {
    // a % that escapes nothing: no link of ours
    return undefined
  }
}

/** The permanent link of a quote, below whatever a service's address is. */
export const quoteLink = (story: string, item: string): string =>
  `stories/${story}/quotes/${encodeURIComponent(item)}`
