import { KINSHIP } from '../../lexicon/en/people.js'
import type { RecordFinding } from '../../record.js'
import { lastStartingBy, type Span } from '../../span.js'
import { type AgeOf, agesOf } from './ages.js'
import { personNames } from './people.js'
import type { FindingStory, Rule } from './types.js'

/**
 * Two ages of one person at one time: two years apart or more a warning, one year a note, since a birthday may lie
 * between. Both must stand beside the person's name.
 *
 * `Bo Dore, 65, …` and further down `Dore, 56, …` is one. Not: `was 19 when`, `then 19`, `at the age of 19`; `In 1986
 * Dore, 25,`; `the 56-year-old told us`, which may be another; what somebody says; a father and son of one name; a surname that two people share.
 */
export const ageConflicts: Rule = story => {
  const first = new Map<number, AgeOf>()
  const told = new Set<number>()
  let shared: ReadonlySet<string> | undefined
  return agesOf(story).flatMap((age): RecordFinding[] => {
    if (age.at !== 'now' || age.named === undefined || told.has(age.entity)) return []
    const other = first.get(age.entity)
    if (other === undefined) {
      first.set(age.entity, age)
      return []
    }
    const apart = Math.abs(age.years - other.years)
    if (apart === 0) return []
    shared ??= sharedSurnames(story)
    const surnames = shared
    if ([age, other].some(one => isOfTwo(story, one, surnames))) return []
    told.add(age.entity)
    const name = story.entities[age.entity]!.name
    return [
      {
        code: 'age-conflict',
        severity: apart > 1 ? 'warning' : 'note',
        message: `${name} is ${other.years} in one place and ${age.years} in another.`,
        spans: [age, other].map(({ start, end }) => ({ start, end })),
      },
    ]
  })
}

/** May the age be a namesake's? Relatives are spoken of, or the name beside it is a surname that others have. */
function isOfTwo(story: FindingStory, age: AgeOf, shared: ReadonlySet<string>): boolean {
  if (age.named?.words.length === 1 && shared.has(age.named.words[0]!)) return true
  const words =
    around(story, age)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return words.some(
    word =>
      Object.hasOwn(KINSHIP, word) || /^(?:junior|senior|jr|sr|snr|jnr|younger|elder)$/.test(word),
  )
}

const around = ({ text, sentences }: FindingStory, { start, end }: Span) => {
  const sentence = sentences[lastStartingBy(sentences, start)]
  return text.slice(
    Math.max(sentence?.start ?? 0, start - 60),
    Math.min(sentence?.end ?? end, end + 40),
  )
}

/** Surnames that people with different first names have in this story, one entity or several. */
function sharedSurnames(story: FindingStory): Set<string> {
  const firstNames = new Map<string, string>()
  const shared = new Set<string>()
  for (const { words } of personNames(story)) {
    if (words.length < 2) continue
    const last = words.at(-1)!
    const known = firstNames.get(last)
    if (known === undefined) firstNames.set(last, words[0]!)
    else if (known !== words[0]) shared.add(last)
  }
  return shared
}
