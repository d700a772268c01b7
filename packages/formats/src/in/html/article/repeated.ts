import type { Limits } from '../../incoming.js'
import { readFragment } from '../fragment.js'
import type { Metadata } from '../meta/metadata.js'

/** Characters under which a body is a teaser. */
const LEAST = 250

/**
 * The article that a page of an application holds for machines alone: the articleBody of its JSON-LD, its lines as
 * paragraphs, its tags (some papers write HTML there) read as such. Undefined where there is none, or it is a teaser.
 */
export function repeatedBody({ body }: Metadata, limits: Limits): string | undefined {
  if (body === undefined || body.length < LEAST) return undefined
  const text = /<(?:p|br|div)\b/i.test(body)
    ? readFragment(body, limits).text
    : body
        .split(/[\n\r]/)
        .map(line => line.replace(/\s+/g, ' ').trim())
        .filter(line => line !== '')
        .join('\n\n')
  return text.length < LEAST ? undefined : text
}
