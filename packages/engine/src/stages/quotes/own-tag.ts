import { ASKED } from '../../lexicon/en/abbreviations.js'
import type { Span } from '../../span.js'

const NAME = String.raw`\p{Lu}[\p{L}'’-]*\.?(?: \p{Lu}[\p{L}'’-]*\.?){0,3}`
const WHO = String.raw`(?:${NAME}|[Hh]e|[Ss]he|[Tt]hey|(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er) [\p{Ll}-]+(?: [\p{Ll}-]+)?)`
const BEHIND = new RegExp(String.raw`^\s+(${WHO}) (\p{Ll}+)(?=[\s.,;]|$)`, 'u')
const BEFORE = new RegExp(String.raw`^\s+(\p{Ll}+) (${WHO})(?=[\s.,;]|$)`, 'u')
const NEAR = 90
/** The words go on into their tag: “…,” he said; behind “…?” the tag must end there as well. */
const GOES_ON = /[,…–—-]["“”'’»]+$/
const ASKS = /[?!]["“”'’»]+$/
const CLOSES = /^(?: (?:softly|quietly|again|then|back|\p{Ll}+ly))?(?:[.,;]|$)/u

/** Who said a piece of quoted words, by the words directly behind it: “…,” Penn Jr. replied; “…,” said the clerk. */
export interface OwnTag {
  readonly cue: Span
  readonly source: Span
}

/**
 * The tag directly behind words in marks that end at the position `end`; undefined where the words are none.
 *
 * Not: “I did nothing.” Penn Jr said: “Nor did I.”, “Why?” Penn said he did not know.
 */
export function ownTag(text: string, end: number): OwnTag | undefined {
  const before = text.slice(Math.max(0, end - 4), end)
  if (!GOES_ON.test(before) && !ASKS.test(before)) return undefined
  const behind = text.slice(end, end + NEAR)
  const [a, b] = [BEHIND.exec(behind), BEFORE.exec(behind)]
  const found = [a && { match: a, cue: 2, source: 1 }, b && { match: b, cue: 1, source: 2 }].find(
    one => one && ASKED.has(one.match[one.cue]!),
  )
  if (!found) return undefined
  if (ASKS.test(before) && !CLOSES.test(behind.slice(found.match[0].length))) return undefined
  const spanOf = (group: number) => {
    const words = found.match[group]!
    const from = group === 1 ? found.match[0].indexOf(words) : found.match[0].length - words.length
    return { start: end + from, end: end + from + words.length }
  }
  const source = spanOf(found.source)
  // the stop that ends the sentence is not the name's
  const stop = text[source.end - 1] === '.' && !/[JS]n?r\.$/.test(text.slice(0, source.end))
  return { cue: spanOf(found.cue), source: stop ? { ...source, end: source.end - 1 } : source }
}

/** As much of a draft as its tags are about. */
interface Tagged {
  readonly content: readonly Span[]
  readonly cue: readonly Span[]
  readonly source: readonly Span[]
}

/**
 * A draft with its words in marks given to whom the words directly behind them name: “"Well?" Ilves asked. "No," Penn
 * replied.” is two, whoever the whole was given to. Words whose tag is the draft's own stay as they are.
 */
export function byOwnTags<T extends Tagged>(
  text: string,
  draft: T,
  isQuotation: (piece: Span) => boolean,
): T[] {
  const tagged = draft.content.map(piece => {
    const tag = isQuotation(piece) ? ownTag(text, piece.end) : undefined
    return tag !== undefined && !touches(draft.source, tag.source) && !touches(draft.cue, tag.cue)
      ? { piece, tag }
      : { piece, tag: undefined }
  })
  if (tagged.every(({ tag }) => tag === undefined)) return [draft]
  const rest = tagged.flatMap(({ piece, tag }) => (tag === undefined ? [piece] : []))
  const own = tagged.flatMap(({ piece, tag }) =>
    tag === undefined ? [] : [{ ...draft, content: [piece], cue: [tag.cue], source: [tag.source] }],
  )
  return rest.length === 0 ? own : [{ ...draft, content: rest }, ...own]
}

const touches = (spans: readonly Span[], { start, end }: Span) =>
  spans.some(span => span.start < end && start < span.end)
