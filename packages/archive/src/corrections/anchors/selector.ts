import { type Span, wordDiff } from '@onrecord/engine'

/**
 * Where something stands in a text, kept so that it is found again in another text of the story: the position and quote
 * selectors of the W3C Web Annotation Data Model (4.2.4, 4.2.5) in one, offsets in UTF-16 code units.
 */
export interface Selector extends Span {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  /** Code units of context that the likest other place of the same words shared, in the text it was made on; -1: none. */
  readonly alike: number
}

/** Context on each side; more where other places of the same words have that too. */
const CONTEXT = 32
const LONGEST_CONTEXT = 512
/** Code units of context that must stand, and by how many the best place must beat the next. */
const ENOUGH = 16
const AHEAD = 8
/** Words as long as this, in one place only, need no context. */
const TELLING = 16
/** Changed words: how alike at least, and how much longer or shorter at most. */
const LIKE = 0.6
const STRETCH = 2

export function selectorOf(text: string, { start, end }: Span): Selector {
  const exact = text.slice(start, end)
  for (let size = CONTEXT; ; size *= 2) {
    const prefix = text.slice(Math.max(0, start - size), start)
    const suffix = text.slice(end, end + size)
    let alike = -1
    for (const at of places(text, exact))
      if (at !== start) alike = Math.max(alike, context(text, at, { exact, prefix, suffix }))
    const selector = { start, end, exact, prefix, suffix, alike }
    if (isTold(selector) || size >= LONGEST_CONTEXT) return selector
  }
}

/**
 * Finds the place again in another text: at the very position, with its context; else the same words in the place with most of the
 * context, if that is enough to tell it from any other; else changed words between both contexts, if they are much
 * alike. Undefined where that tells no place, or several: never a guess.
 */
export function anchor(text: string, selector: Selector): Span | undefined {
  const { start, exact, prefix, suffix } = selector
  const there =
    start >= prefix.length && text.startsWith(prefix + exact + suffix, start - prefix.length)
  if (there && isTold(selector)) return { start, end: start + exact.length }
  return sameWords(text, selector) ?? changedWords(text, selector)
}

function sameWords(text: string, selector: Selector): Span | undefined {
  const { exact, prefix, suffix, alike } = selector
  let count = 0
  let best = { at: -1, score: -1 }
  let next = -1
  for (const at of places(text, exact)) {
    count += 1
    const score = context(text, at, selector)
    if (score > best.score) {
      next = best.score
      best = { at, score }
    } else next = Math.max(next, score)
  }
  if (count === 0) return undefined
  const alone = count === 1
  const needed = Math.max(
    Math.min(ENOUGH, prefix.length + suffix.length),
    alike < 0 ? 0 : alike + AHEAD,
  )
  const told =
    (alone && alike < 0 && exact.length >= TELLING) ||
    (best.score >= needed && (alone || best.score >= next + AHEAD))
  return told ? { start: best.at, end: best.at + exact.length } : undefined
}

/** The same words are nowhere: what now stands between the contexts next to them. */
function changedWords(text: string, { exact, prefix, suffix }: Selector): Span | undefined {
  const before = prefix.slice(-ENOUGH)
  const behind = suffix.slice(0, ENOUGH)
  if (before.length < ENOUGH || behind.length < ENOUGH || text.includes(exact)) return undefined
  const found: Span[] = []
  for (const at of places(text, before)) {
    const start = at + before.length
    const end = text.indexOf(behind, start)
    const length = end - start
    if (end > start && length <= exact.length * STRETCH && length >= exact.length / STRETCH)
      found.push({ start, end })
  }
  const [place, other] = found
  if (!place || other) return undefined
  const words = text.slice(place.start, place.end)
  if (/[\n\r]/.test(words) !== /[\n\r]/.test(exact)) return undefined
  return wordDiff(exact, words).score >= LIKE ? place : undefined
}

/** Does its context tell the place from all others of its text? */
const isTold = ({ prefix, suffix, alike }: Selector) =>
  alike + AHEAD <= prefix.length + suffix.length

/** How much of the context stands around a place, on both sides, up to the first difference. */
function context(
  text: string,
  at: number,
  { exact, prefix, suffix }: Pick<Selector, 'exact' | 'prefix' | 'suffix'>,
): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before])
    before++
  const end = at + exact.length
  let behind = 0
  while (behind < suffix.length && text[end + behind] === suffix[behind]) behind++
  return before + behind
}

function* places(text: string, words: string): Generator<number> {
  if (words === '') return
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at
}
