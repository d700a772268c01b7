import { lastStartingBy, type Span } from '../../span.js'
import { type Amount, amountsBySentence, figure, isApproximate } from './amounts.js'
import { findHeadline } from './headline.js'
import { isContentWord } from './plain-words.js'
import type { FindingStory, Rule } from './types.js'

/** Numbers no further apart are one number if either is the other, rounded. */
const ROUNDED = 0.12
const OPEN =
  /\b(?:another|more|further|other|others|second|third|fourth|fifth|also|later|initially|earlier|previous(?:ly)?|last|half|least|among|including|each|per)\b/i

/**
 * A number in the headline for which the body gives another: the same thing is counted right behind it, the body never
 * has the headline's number, and gives one only for that thing, among its first sentences.
 *
 * `40 homes flooded` over `Fourteen homes were flooded on Friday` is one. Of the hurt and the dead (`40 hurt`, `injuring 14 people`)
 * the story's own words count, and a quote that has the headline's number makes it a note. Not: a rounded number (`300 homes`, `312
 * homes`; 221 and 212 are not one number); a number that is the sum or a part of several (`seven homes`, `five homes`); another thing (`40 homes`, `14
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
    const again = below.filter(other => near(number.amount, other.amount))
    // a quote may err; who were hurt the story's own words count
    const casualties = isCasualties(thing)
    if (again.some(one => !casualties || !isQuoted(story, one))) return []
    const others = below.filter(
      other =>
        other.unit === number.unit &&
        thingOf(story.text, other) === thing &&
        !(casualties && isQuoted(story, other)),
    )
    const first = others[0]
    if (first === undefined || others.some(({ amount }) => amount !== first.amount)) return []
    const sentence = story.sentences[lastStartingBy(story.sentences, first.start)]!
    if (isLate(story.sentences, headline.body, first) || isOpen(story.text, sentence, first))
      return []
    if (isSum(number, below)) return []
    const message = `The headline has ${figure(number.amount)} ${thing}, the story ${figure(first.amount)}.`
    const spans = [number, first].map(({ start, end }) => ({ start, end }))
    const severity = again.length === 0 ? ('warning' as const) : ('note' as const)
    return [{ code: 'headline-number-differs', severity, message, spans }]
  })
}

/** Only so many numbers of the body are added up. */
const ADDED = 12

/** “40 branches” over “14 branches in the north … 26 in the south”. */
const isSum = ({ amount, unit }: Amount, below: readonly Amount[]): boolean => {
  const parts = below.filter(one => one.unit === unit).slice(0, ADDED)
  return parts.some((one, k) => parts.slice(k + 1).some(two => one.amount + two.amount === amount))
}

/** 300 and 312, 40 and 42, 6.5m and 6.48m; not 221 and 212. */
const near = (a: number, b: number) =>
  a === b ||
  (Math.abs(a - b) <= ROUNDED * Math.max(a, b) &&
    Math.abs(a - b) < Math.max(exactness(a), exactness(b)))

/** What the last digit that is not 0 counts: 100 for 300, 1 for 221, 0.1 for 6.5. */
function exactness(n: number): number {
  let unit = 1
  if (!Number.isInteger(n)) return 0.1
  while (unit < n && n % (unit * 10) === 0) unit *= 10
  return unit
}

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

const CASUALTIES = /\b(?:(hurt|injur|wound)|(?:kill|dead\b|die))/i
const BEHIND =
  /^\s(?:[\p{L}-]+\s){0,1}(?:(?:are|is|were|was|been)\s)?(?:hurt|injured|wounded|killed|dead|died?)\b/u
const BEFORE = /\b(?:injur|hurt|wound|kill)(?:ing|s|es|ed)?\s$/i

/** “40 hurt”, “14 people were injured”, “injuring 14”. */
function casualtiesOf(text: string, { start, end }: Span): string | undefined {
  const words =
    BEHIND.exec(text.slice(end, end + 48))?.[0] ??
    BEFORE.exec(text.slice(Math.max(0, start - 12), start))?.[0]
  const found = words === undefined ? null : CASUALTIES.exec(words)
  return found === null ? undefined : found[1] === undefined ? 'dead' : 'hurt'
}

const isCasualties = (thing: string) => thing === 'dead' || thing === 'hurt'

/** Within marks. */
function isQuoted({ marks }: FindingStory, { start, end }: Span): boolean {
  const quotation = marks.quotations[lastStartingBy(marks.quotations, start)]
  return quotation !== undefined && end <= quotation.end
}

/** What is counted: the plural right behind the number, or behind one word more (“14 stone houses”). */
function thingOf(text: string, { start, end, unit }: Amount): string | undefined {
  if (unit !== 'number') return undefined
  const casualties = casualtiesOf(text, { start, end })
  if (casualties !== undefined) return casualties
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
