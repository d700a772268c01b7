import { lastStartingBy, type Span } from '../../span.js'
import { type Amount, amountsBySentence, figure, isApproximate } from './amounts.js'
import { findHeadline } from './headline.js'
import { isContentWord } from './plain-words.js'
import type { Rule } from './types.js'

/** Numbers this near are one number, rounded. */
const ROUNDED = 0.12
const OPEN =
  /\b(?:another|more|further|other|others|second|third|fourth|fifth|also|later|initially|earlier|previous(?:ly)?|last|half|least|among|including|each|per)\b/i

/**
 * A number in the headline for which the body gives another: the same thing is counted right behind it, the body never
 * has the headline's number, and gives one only for that thing, among its first sentences.
 *
 * `40 homes flooded` over `Fourteen homes were flooded on Friday` is one. Not: a rounded number (`300 homes`, `312
 * homes`); a number that is the sum or a part of several (`seven homes`, `five homes`); another thing (`40 homes`, `14
 * people`); `another 14 homes`; a headline that the text does not hold.
 */
export const headlineNumbers: Rule = story => {
  const headline = findHeadline(story)
  if (headline?.start === undefined) return []
  const all = amountsBySentence(story).flatMap(([, amounts]) => amounts)
  const above = all.filter(({ end }) => end <= headline.body)
  if (above.length === 0) return []
  const below = all.filter(({ start }) => start >= headline.body)
  return above.slice(0, 9).flatMap(number => {
    const thing = thingOf(story.text, number)
    if (thing === undefined || isApproximate(story.text, number)) return []
    if (below.some(other => near(number.amount, other.amount))) return []
    const others = below.filter(
      other => other.unit === number.unit && thingOf(story.text, other) === thing,
    )
    const first = others[0]
    if (first === undefined || others.some(({ amount }) => amount !== first.amount)) return []
    const sentence = story.sentences[lastStartingBy(story.sentences, first.start)]!
    if (isLate(story.sentences, headline.body, first) || isOpen(story.text, sentence, first))
      return []
    const message = `The headline has ${figure(number.amount)} ${thing}, the story ${figure(first.amount)}.`
    const spans = [number, first].map(({ start, end }) => ({ start, end }))
    return [{ code: 'headline-number-differs', severity: 'warning' as const, message, spans }]
  })
}

const near = (a: number, b: number) => Math.abs(a - b) <= ROUNDED * Math.max(a, b)

/** The first sentences of the body: a later number is of a part, or of another time. */
const isLate = (sentences: readonly Span[], body: number, { start }: Span) =>
  lastStartingBy(sentences, start) - lastStartingBy(sentences, body) > 6

const isOpen = (text: string, { start, end }: Span, number: Amount) =>
  isApproximate(text, number) ||
  OPEN.test(text.slice(Math.max(start, number.start - 120), Math.min(end, number.end + 120)))

const VAGUE: ReadonlySet<string> = new Set(
  'things ways reasons tips facts questions takeaways steps words pictures photos people'.split(
    ' ',
  ),
)

/** What is counted: the plural right behind the number, or behind one word more (“14 stone houses”). */
function thingOf(text: string, { end, unit }: Amount): string | undefined {
  if (unit !== 'number') return undefined
  const behind = /^\s([\p{L}-]+)(?:\s([\p{L}-]+))?/u.exec(text.slice(end, end + 48))
  return [behind?.[1], behind?.[2]]
    .map(word => word?.toLowerCase())
    .find(
      word =>
        word !== undefined &&
        isContentWord(word) &&
        !VAGUE.has(word) &&
        /[^s]s$|^(?:people|men|women|children)$/.test(word),
    )
}
