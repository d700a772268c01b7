import type { Span } from '../span.js'
import { normalWords } from './normal-words.js'
import type { NormalWord } from './types.js'

/** A piece of a claim, in order. */
export type Element =
  | (Span & { readonly kind: 'word'; readonly word: NormalWord })
  /** An ellipsis: stands for any number of words. */
  | (Span & { readonly kind: 'gap' })
  /** Words in brackets: stand for a few words, or for none. */
  | (Span & { readonly kind: 'insert' })
  /** A word some letters of which are in brackets: "[w]e", "appeal[ed]". `word` is what it says as a whole. */
  | (Span & {
      readonly kind: 'partial'
      readonly word: NormalWord
      readonly head: string
      readonly tail: string
    })

const DOTS = '…|\\.{3,}|\\.(?:[ \\u00a0\\u2009]\\.){2,}'
const SPECIAL = new RegExp(
  [
    `[[(]\\s?(?:${DOTS})\\s?[\\])]`,
    '(?<head>(?<![\\p{L}\\p{M}])\\p{L}{1,30})?\\[(?<inner>\\p{L}{1,20})\\](?<tail>\\p{L}{0,30})',
    '\\[[^\\][\\n]{0,300}\\]',
    DOTS,
  ].join('|'),
  'gu',
)

/**
 * A claim as words, ellipses ("…", "...", "[…]", "(...)") and brackets. Ellipses at its ends stand for nothing and
 * are left out. Round brackets hold plain words. Linear in the claim.
 */
export function readClaim(claim: string): readonly Element[] {
  const elements: Element[] = []
  let from = 0
  const take = (to: number) => {
    for (const word of normalWords(claim.slice(from, to))) {
      const span = { start: word.start + from, end: word.end + from }
      elements.push({ ...span, kind: 'word', word: { ...word, ...span } })
    }
  }
  for (const match of claim.matchAll(SPECIAL)) {
    const span = { start: match.index, end: match.index + match[0].length }
    take(span.start)
    from = span.end
    elements.push(toSpecial(match, span))
  }
  take(claim.length)
  const isGap = (element: Element | undefined) => element?.kind === 'gap'
  while (isGap(elements[0])) elements.shift()
  while (isGap(elements.at(-1))) elements.pop()
  return elements
}

function toSpecial(match: RegExpMatchArray, span: Span): Element {
  const { head = '', inner = '', tail = '' } = match.groups ?? {}
  if (head + tail !== '') {
    const word = normalWords(head + inner + tail)[0]
    if (word !== undefined) {
      return {
        ...span,
        kind: 'partial',
        word: { ...word, ...span },
        head: head.toLowerCase(),
        tail: tail.toLowerCase(),
      }
    }
  }
  return { ...span, kind: /\p{L}|\p{N}/u.test(match[0]) ? 'insert' : 'gap' }
}
