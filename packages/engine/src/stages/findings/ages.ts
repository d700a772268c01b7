import { byPosition, lastStartingBy, type Span } from '../../span.js'
import { type PersonName, personNames } from './people.js'
import type { FindingStory } from './types.js'

/** How old the story says a person is. */
export interface AgeOf extends Span {
  readonly entity: number
  readonly years: number
  /** At which time: when the story was written, at death, or another one. */
  readonly at: 'now' | 'death' | 'then'
  /** A name of the person stands right beside it. */
  readonly named: PersonName | undefined
}

const DEATH = /\b(?:die[sd]|dead|death|killed|drowned)\b[^.;,]{0,40},?\s?$/i
/** “when she was 19”, “was 19”, “then 19”, “at the age of 19”, “nearly 19”. */
const THEN =
  /\b(?:then|was|were|been|at|when|be|turn\w*|nearly|almost|until|since|from|over|under|from the age of|old was|at the age of)\s*(?:only\s|just\s|a\s|an\s|the\s)?$/i
/** An old picture may show it. */
const PICTURED = /\b(?:photo\w*|picture[ds]?|portrait|footage|film) [^.;]*$/i
const THEN_BEHIND = /^,?\s*(?:when|at (?:the|that|his|her|their)|then|in (?:1[89]|20)\d\d)\b/i
const THEN_WITHIN = /^(?:turn|.*\bage of\b|at\b)/i
const NOW = /(?:[,(]|\b(?:is|are|the|a|an|now|and|his|her|their))\s*$/i
const YEAR = /\b(?:1[89]|20)\d\d\b/

/**
 * The ages of persons that the story itself states, as single numbers, in order; what a quote claims is left out, but for
 * the age right behind a name (“Bo Dore, 71, was named chair, the board said”), outside marks. Facts say whose they are; “Anna Lund, who has died aged 88,” does so by its words.
 */
export function agesOf(story: FindingStory): AgeOf[] {
  const { facts, values } = story
  if (!values.some(({ type }) => type === 'age') && !facts.some(({ type }) => type === 'age'))
    return []
  const names = personNames(story)
  const byEntity = new Map<number, PersonName[]>()
  for (const name of names) {
    const known = byEntity.get(name.entity)
    if (known === undefined) byEntity.set(name.entity, [name])
    else known.push(name)
  }
  const owners = new Map<number, number>()
  const claimed = new Set<number>()
  for (const { type, args, saidBy } of facts) {
    const { subject, value } = args
    if (type !== 'age' || subject === undefined || value === undefined) continue
    if (!('entity' in subject) || !('value' in value)) continue
    if (saidBy === undefined || isOwnWords(story, value.value))
      owners.set(value.value, subject.entity)
    else claimed.add(value.value)
  }
  const inOrder = names.sort(byPosition)
  return values.flatMap((value, k) => {
    const owner = owners.get(k)
    // "the secretary, is 58": the fact says that the number is an age
    if (value.type !== 'age' && (value.type !== 'number' || owner === undefined)) return []
    if (typeof value.value !== 'number' || claimed.has(k)) return []
    const named =
      owner === undefined
        ? whoDied(story, inOrder, value)
        : nameBeside(story, byEntity.get(owner) ?? [], value)
    const entity = owner ?? named?.entity
    if (entity === undefined) return []
    const { start, end } = value
    return [{ entity, years: value.value, at: timeOf(story, value), named, start, end }]
  })
}

/** “Dore, 71,” or “Dore (71)”, outside marks. */
function isOwnWords({ text, values, marks }: FindingStory, k: number): boolean {
  const { start, end } = values[k]!
  if (!/\p{L}(?:,\s|\s?\()$/u.test(text.slice(Math.max(0, start - 3), start))) return false
  if (!/^[,)]/.test(text.slice(end, end + 1))) return false
  const quotation = marks.quotations[lastStartingBy(marks.quotations, start)]
  return quotation === undefined || quotation.end <= start
}

/** “, who has died ”, “, the potter, has died ”. */
const DIED =
  /^(?:,[^,.;:()“”"]{1,50},|,)?\s(?:who\s)?(?:has\s)?died(?:\s(?:on|in|at|after)\s[^.;:()“”"]{1,40}?)?,?\s(?:at\s(?:the\s)?)?$/
/** Whose name is behind these is not who died: “Bo, son of Ivo Grem, has died”. */
const OF_ANOTHER = /(?:['’]s?|\b(?:of|by|to|with|and|for|from|under|against|after))\s$/

function whoDied(
  { text }: FindingStory,
  names: readonly PersonName[],
  { start }: Span,
): PersonName | undefined {
  const name = names[lastStartingBy(names, start)]
  if (name === undefined || start - name.end > 70) return undefined
  if (OF_ANOTHER.test(text.slice(Math.max(0, name.start - 9), name.start))) return undefined
  return DIED.test(text.slice(name.end, start)) ? name : undefined
}

function timeOf({ text, sentences, meta }: FindingStory, { start, end }: Span): AgeOf['at'] {
  const sentence = sentences[lastStartingBy(sentences, start)]
  const before = text.slice(Math.max(sentence?.start ?? 0, start - 120), start)
  const words = text.slice(start, end)
  if (DEATH.test(before)) return 'death'
  if (PICTURED.test(before) || THEN.test(before) || THEN_WITHIN.test(words)) return 'then'
  if (THEN_BEHIND.test(text.slice(end, end + 30))) return 'then'
  const year = YEAR.exec(before)?.[0]
  if (year !== undefined && year !== meta.published?.slice(0, 4)) return 'then'
  return NOW.test(before) || /\bage[ds]?\b|old/i.test(words) ? 'now' : 'then'
}

/** What may stand between a name and the age behind it: “, ”, “ (aged ”, “, a nurse, ”, “, who is ”, “ is ”. */
const BEHIND =
  /^(?:\s?[,(]\s?(?:[^.;:()“”"]{1,50},\s(?:is\s)?|who (?:is|was)\s|now\s|a\s|an\s)?|\sis\s|,?\s(?:who\s)?(?:has\s)?died\s(?:at\s(?:the\s)?)?)$/
/** And between an age and the name behind it: “ ”, “ singer ”, “ harbour master, ”. */
const BEFORE = /^\s(?:\p{L}[\p{L}’'-]*,?\s){0,4}$/u

/** A name of the person that the age belongs to by its place. */
function nameBeside(
  { text }: FindingStory,
  names: readonly PersonName[],
  { start, end }: Span,
): PersonName | undefined {
  const at = lastStartingBy(names, start)
  const before = names[at]
  const behind = names[at + 1]
  const near = (from: number, to: number) =>
    to - from < 70 && to >= from ? text.slice(from, to) : '?'
  if (before !== undefined && BEHIND.test(near(before.end, start))) return before
  return behind !== undefined && BEFORE.test(near(end, behind.start)) ? behind : undefined
}
