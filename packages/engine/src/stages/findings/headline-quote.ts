import { lastStartingBy, type Span } from '../../span.js'
import { findMarks } from '../../text/marks.js'
import { closest } from './closest.js'
import { findHeadline, type Headline } from './headline.js'
import { isContentWord, type PlainWord, plainWords } from './plain-words.js'
import type { FindingStory, Rule } from './types.js'

/** Fewer words in marks are a paper's own paraphrase ('terror plot'), a nickname or a title. */
const MIN_WORDS = 4
/** Nor is more a headline's. */
const MAX_WORDS = 60
/** This share of the headline's words, in their order, makes a stretch of the body its origin. */
const ALIKE = 0.6
/** As many words are no paraphrase, whoever speaks. */
const LONG = 7
const FIRST_PERSON = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b/
const NEGATIONS = new Set(['not', 'no', 'never', 'nobody', 'nothing', 'none', 'without'])

/**
 * A quote of the headline (four words or more within marks) that the body does not have, or words differently.
 *
 * Headline `“They will sell the sea”` over a body with `“They'll sell the tide,”` is worded differently, and so is one
 * that leaves a `not` out; over a body without anything like it, it is absent. Not: `‘Like a biscuit tin’` where the
 * body says so, in marks or not; `“They'll sell it”` for `“They will sell it”`; words left out for brevity (a note; none for
 * `a` and `the`);
 * `‘Terror plot’ foiled`; a work, `“Nine Lamps for Aldous”`; another form of a word (`refuses`, `refused`). Short words
 * that nobody need have spoken (`‘refuses to sell the harbour’`) are a note where the body has them outside marks, or not.
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
        words.some(({ word }) => isContentWord(word)) &&
        !isWork(title, { start, end })
      return says ? [{ start, end, words }] : []
    },
  )
  // most are in the body as they stand
  const told = flat(story.text.slice(headline.body))
  const open = asked
    .slice(0, 9)
    .filter(({ start, end }) => !told.includes(flat(inner(title.slice(start, end)))))
  if (open.length === 0) return []
  const body = plainWords(story.text, { start: headline.body, end: story.text.length })
  return open.flatMap(quote => judge(story, headline, quote, body))
}

const flat = (text: string) => text.toLowerCase().replaceAll('’', "'")

/** Without the marks and the signs at its edges. */
const inner = (quoted: string) =>
  quoted.replace(/^[^\p{L}\p{N}]+|(?<=[\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '')

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
  const spoken = FIRST_PERSON.test(quoted) || /[.!?]\s/.test(quoted)
  const match = closest(words, body)
  const { shared, length, span: origin } = match
  const whole = shared === words.length
  if (whole && (length === shared || /…|\.\.\./.test(quoted))) return []
  if (origin === undefined || shared < ALIKE * words.length) {
    const message = `The headline's ${quoted} is nowhere in the story.`
    const severity = spoken || words.length >= LONG ? 'warning' : 'note'
    return [{ code: 'headline-quote-absent', severity, message, spans: here }]
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
  const negated = countNegations(plainWords(text, origin)) !== countNegations(words)
  if (whole && !negated) {
    const kept = new Set(words.map(({ word }) => word))
    const left = plainWords(text, origin).filter(({ word }) => !kept.has(word))
    if (!left.some(({ word }) => isContentWord(word))) return []
    const message = `The headline's ${quoted} leaves words out of “${said}” and does not show it.`
    return [{ code: 'headline-quote-shortened', severity: 'note', message, spans }]
  }
  const message = `The headline's ${quoted} is “${said}” in the story.`
  const severity = spoken || isQuoted(story, origin) ? 'warning' : 'note'
  return [{ code: 'headline-quote-differs', severity, message, spans }]
}

/** Does some of it stand within marks? */
const isQuoted = ({ marks }: FindingStory, span: Span): boolean => {
  const before = marks.quotations[lastStartingBy(marks.quotations, span.end - 1)]
  return before !== undefined && before.end > span.start
}

/** A title: all its words have capitals, and the headline's others have not. */
function isWork(title: string, { start, end }: Span): boolean {
  const isTitled = (words: string) =>
    (words.match(/\p{L}[\p{L}’']{3,}/gu) ?? []).every(word => /^\p{Lu}/u.test(word))
  return isTitled(title.slice(start, end)) && !isTitled(title.slice(0, start) + title.slice(end))
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
