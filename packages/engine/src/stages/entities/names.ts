import { SUFFIXES } from '../../lexicon/en/names.js'
import type { HeardName } from '../../models/names.js'
import type { EntityType } from '../../record.js'
import { contains, type Span } from '../../span.js'
import {
  isOnlyCapital,
  withCourt,
  withEventNoun,
  withoutAddress,
  withoutDay,
  withoutTrade,
} from './name-titles.js'
import { postNominalsEnd, withoutPostNominals } from './post-nominals.js'
import { isToldBody } from './told-bodies.js'
import { isToldPlace, toldType } from './told-types.js'
import { isToldWork } from './told-works.js'
import { type Word, wordsOf } from './words.js'

/** A proper name: words `from` up to `to`, titles and articles left out. */
export interface Name {
  readonly from: number
  readonly to: number
  readonly type: EntityType
}

/** What the words beside a name say that it is weighs less than a name that the model is sure of. */
const TOLD = 0.95
/** What has a premiere is a work, what was founded a body, however often it was heard as something else. */
const SURE = 3
/** A dateline is always a place's. */
const DATELINE = 5

/** The names that the model heard, each of one type wherever it stands: that of which the model is surest over all. */
export function findNames(
  words: readonly Word[],
  heard: readonly HeardName[],
  datelines: readonly Span[] = [],
): Name[] {
  const names: Name[] = []
  const votes = new Map<string, Map<EntityType, number>>()
  for (const name of heard) {
    const [first, last] = wordsOf(words, name)
    const before = names.at(-1)
    const nicknamed =
      before !== undefined && first > before.to && isNickname(words, before.to, first)
    let begin = nicknamed ? before.from : first
    const whole = afterHyphens(words, last)
    const isPerson = name.type === 'person' || name.type === 'other'
    if (isPerson && begin === first) begin = withoutAddress(words, begin, whole)
    const end = isPerson ? withSuffix(words, withoutPostNominals(words, begin, whole)) : whole
    // “Ada Fenn, | KC,” “Ada Fenn | Jr”
    if (before !== undefined && last <= Math.max(before.to, postNominalsEnd(words, before.to)))
      continue
    const bare = hasStop(words, end) ? end + 1 : end
    const court = bare > begin ? withCourt(words, bare) : bare
    const to = court > bare ? court : bare > begin ? withEventNoun(words, bare) : bare
    if (to === begin || isOnlyCapital(words, begin, to, name.sure)) continue
    const from =
      name.type === 'person' ? withoutTrade(words, begin, to) : withoutDay(words, begin, to)
    if (nicknamed) names.pop()
    if (from < (names.at(-1)?.to ?? 0)) continue
    const type = court > bare ? 'organisation' : to > bare ? 'event' : name.type
    const previous = names.at(-1)
    const afterPlace =
      previous?.type === 'place' && previous.to === from - 1 && words[from - 1]!.text === ','
    names.push({ from, to, type })
    const key = keyOf(words, names.at(-1)!)
    const vote = votes.get(key) ?? new Map<EntityType, number>()
    votes.set(key, vote.set(type, (vote.get(type) ?? 0) + name.sure))
    const isPlace = type === 'person' && isToldPlace(words, from, to, afterPlace)
    const told = toldType(words, from, to) ?? (isPlace ? 'place' : undefined)
    if (told !== undefined) vote.set(told, (vote.get(told) ?? 0) + (type === 'other' ? SURE : TOLD))
    if (isToldBody(words, from, to))
      vote.set('organisation', (vote.get('organisation') ?? 0) + SURE)
    if (isToldWork(words, from, to, type === 'person'))
      vote.set('work', (vote.get('work') ?? 0) + SURE)
    if (datelines.some(line => contains(line, name)))
      vote.set('place', (vote.get('place') ?? 0) + DATELINE)
  }
  return names.map(name => {
    const vote = [...votes.get(keyOf(words, name))!]
    return { ...name, type: vote.reduce((a, b) => (b[1] > a[1] ? b : a))[0] }
  })
}

const MARKS = new Set(['"', '“', '”', '‘', '’', "'", "''", '(', ')'])

/** Between two parts of a name, a nickname in marks: Robert “Bob” Smith. */
function isNickname(words: readonly Word[], from: number, to: number): boolean {
  return (
    to - from >= 3 &&
    to - from <= 5 &&
    MARKS.has(words[from]!.text) &&
    words[from]!.spaced &&
    MARKS.has(words[to - 1]!.text) &&
    words[to]!.spaced &&
    words.slice(from + 1, to - 1).every(word => word.capital)
  )
}

/** Over “Jr”, “Sr”, “III” behind a name, a comma between or not; not behind one that is possessive. */
function withSuffix(words: readonly Word[], end: number): number {
  const at = words[end]?.text === ',' ? end + 1 : end
  const suffix = words[at]
  return suffix?.capital === true &&
    SUFFIXES.has(suffix.lower) &&
    suffix.sentence === words[end - 1]!.sentence &&
    !words[end - 1]!.possessive
    ? at + 1
    : end
}

/** Over the parts that a hyphen ties to a name: Amberley-Roe. */
function afterHyphens(words: readonly Word[], end: number): number {
  let to = end
  while (
    to > 0 &&
    words[to]?.text === '-' &&
    !words[to]!.spaced &&
    words[to + 1]?.capital === true &&
    !words[to + 1]!.spaced &&
    !words[to - 1]!.possessive
  )
    to += 2
  return to
}

/** Is the full stop behind the word before `end` its own? “U.S.”, “Ole Holm Jr.”; not the stop after “Plan B”. */
function hasStop(words: readonly Word[], end: number): boolean {
  const last = words[end - 1]
  const stop = words[end]
  return (
    last !== undefined &&
    stop?.text === '.' &&
    !stop.spaced &&
    !last.possessive &&
    (/^(?:[JS]n?r|Inc|Corp|Ltd|Bros|Co)$/.test(last.text) ||
      (/^\p{L}$/u.test(last.text) && words[end - 2]?.text === '.' && !last.spaced))
  )
}

const keyOf = (words: readonly Word[], { from, to }: Name) =>
  words
    .slice(from, to)
    .map(word => word.lower)
    .join(' ')
