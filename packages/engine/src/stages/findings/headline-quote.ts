import { lastStartingBy, type Span } from '../../span.js'
import { findMarks } from '../../text/marks.js'
import { findHeadline, type Headline } from './headline.js'
import { isContentWord, type PlainWord, plainWords } from './plain-words.js'
import type { FindingStory, Rule } from './types.js'

/** Fewer words in marks are a paper's own paraphrase ('terror plot'), a nickname or a title. */
const MIN_WORDS = 4
/** Nor is more a headline's. */
const MAX_WORDS = 60
/** This share of the headline's words, in their order, makes a stretch of the body its origin. */
const ALIKE = 0.6
const NEGATIONS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without'])

/**
 * A quote of the headline (four words or more within marks) that the body does not have, or words differently.
 *
 * Headline `“They will sell the sea”` over a body with `“They'll sell the tide,”` is worded differently, and so is one
 * that leaves a `not` out; over a body without anything like it, it is absent. Not: `‘Like a biscuit tin’` where the
 * body says so, in marks or not; `“They'll sell it”` for `“They will sell it”`; words left out for brevity (a note);
 * `‘Terror plot’ foiled`, `“Nine Lamps”`.
 */
export const headlineQuotes: Rule = story => {
  const headline = findHeadline(story)
  if (headline === undefined) return []
  const { words: title } = headline
  const asked = findMarks(title, [{ start: 0, end: title.length }]).quotations.flatMap(
    ({ level, start, end }) => {
      const words = level > 0 ? [] : plainWords(title, { start, end })
      const says =
        words.length >= MIN_WORDS &&
        words.length <= MAX_WORDS &&
        words.some(({ word }) => isContentWord(word))
      return says ? [{ start, end, words }] : []
    },
  )
  if (asked.length === 0) return []
  const body = plainWords(story.text, { start: headline.body, end: story.text.length })
  return asked.slice(0, 9).flatMap(quote => judge(story, headline, quote, body))
}

function judge(
  story: FindingStory,
  headline: Headline,
  { start, end, words }: Span & { readonly words: readonly PlainWord[] },
  body: readonly PlainWord[],
): ReturnType<Rule> {
  const { text } = story
  const quoted = headline.words.slice(start, end)
  const here =
    headline.start === undefined
      ? []
      : [{ start: headline.start + start, end: headline.start + end }]
  const match = closest(words, body)
  const { shared, length, span: origin } = match
  const whole = shared === words.length
  if (whole && (length === shared || /…|\.\.\./.test(quoted))) return []
  if (origin === undefined || shared < ALIKE * words.length) {
    const message = `The headline's ${quoted} is nowhere in the story.`
    return [{ code: 'headline-quote-absent', severity: 'warning', message, spans: here }]
  }
  const sentenceAt = (at: number) => story.sentences[lastStartingBy(story.sentences, at)]
  // what stands in the place of words at the headline's edges
  const from = Math.max(
    sentenceAt(origin.start)?.start ?? 0,
    wordsAway(body, origin.start, -match.before),
  )
  const to = Math.min(
    Math.max(origin.end, sentenceAt(origin.end - 1)?.end ?? 0),
    Math.max(origin.end, wordsAway(body, origin.end, match.behind)),
  )
  const place = { start: from, end: to }
  const said = text.slice(from, to)
  const spans = [...here, place]
  if (whole && countNegations(plainWords(text, origin)) === countNegations(words)) {
    const message = `The headline's ${quoted} leaves words out of “${said}” and does not show it.`
    return [{ code: 'headline-quote-shortened', severity: 'note', message, spans }]
  }
  const message = `The headline's ${quoted} is “${said}” in the story.`
  return [{ code: 'headline-quote-differs', severity: 'warning', message, spans }]
}

const countNegations = (words: readonly PlainWord[]) =>
  words.filter(({ word }) => NEGATIONS.has(word)).length

/** Where the word ends (or begins, backwards) that stands so many words behind (before) a position. */
function wordsAway(body: readonly PlainWord[], position: number, count: number): number {
  const at = body.findIndex(({ start, end }) => (count < 0 ? start >= position : end >= position))
  const there = body[Math.min(body.length - 1, Math.max(0, at + count))]
  if (at < 0 || there === undefined || count === 0) return position
  return count < 0 ? there.start : there.end
}

interface Match {
  /** How many of the words it has, in their order. */
  readonly shared: number
  /** How many words it has, from the first shared to the last. */
  readonly length: number
  readonly span: Span | undefined
  /** How many of the words are missing before the first shared one, and behind the last. */
  readonly before: number
  readonly behind: number
}

const NONE: Match = {
  shared: 0,
  length: Number.POSITIVE_INFINITY,
  span: undefined,
  before: 0,
  behind: 0,
}

/**
 * The stretch of the body that has most of the words, in their order and not too far apart; of several the shortest.
 * Looks only around the body's occurrences of the headline's rarest words, a bounded number of them.
 */
function closest(words: readonly PlainWord[], body: readonly PlainWord[]): Match {
  const wanted = new Set(words.map(({ word }) => word))
  const where = new Map<string, number[]>()
  body.forEach(({ word }, k) => {
    if (!wanted.has(word)) return
    const found = where.get(word)
    if (found === undefined) where.set(word, [k])
    else found.push(k)
  })
  let best = NONE
  const anchors = [...wanted]
    .flatMap(word => {
      const found = where.get(word)
      return found === undefined ? [] : [{ word, found }]
    })
    .sort((a, b) => a.found.length - b.found.length)
    .slice(0, 4)
  for (const { word, found } of anchors) {
    const at = words.findIndex(one => one.word === word)
    for (const k of found.slice(0, 50)) {
      const from = Math.max(0, k - 2 * at - 4)
      const to = Math.min(body.length, k + 2 * (words.length - at) + 4)
      const match = align(words, body.slice(from, to))
      if (
        match.shared > best.shared ||
        (match.shared === best.shared && match.length < best.length)
      )
        best = match
    }
  }
  return best
}

/** The longest common subsequence, and the shortest stretch that ends it. */
function align(words: readonly PlainWord[], body: readonly PlainWord[]): Match {
  const width = body.length + 1
  const table = new Uint16Array((words.length + 1) * width)
  for (let i = words.length - 1; i >= 0; i--)
    for (let j = body.length - 1; j >= 0; j--)
      table[i * width + j] =
        words[i]!.word === body[j]!.word
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!)
  const shared = table[0]!
  if (shared === 0) return NONE
  // the latest start that still shares as many
  let first = 0
  while (first + 1 < body.length && table[first + 1] === shared) first++
  let i = 0
  let j = first
  let last = first
  let firstWord = -1
  let lastWord = 0
  while (i < words.length && j < body.length) {
    if (words[i]!.word === body[j]!.word) {
      last = j
      lastWord = i
      if (firstWord < 0) firstWord = i
      i++
      j++
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++
    else j++
  }
  const span = { start: body[first]!.start, end: body[last]!.end }
  const behind = words.length - 1 - lastWord
  return { shared, length: last - first + 1, span, before: Math.max(0, firstWord), behind }
}
