import type { RecordFinding } from '../../record.js'
import type { Fact } from '../facts/types.js'
import { agesOf } from './ages.js'
import { type Day, parseDay } from './calendar.js'
import type { FindingStory, Rule } from './types.js'

/**
 * An age that the date of birth rules out, at the time of writing or at death.
 *
 * `died aged 88` of someone `born 2 May 1938` and `died 10 March 2026` (87) is one, and `Bo Dore, 46,` of someone born
 * in 1971 in a story of 2026. Not: a year too few (the age may be from before the birthday); a birth of which only the
 * year is known, where either age fits; a death that may have been long ago; an age at another time.
 */
export const ageAgainstBirth: Rule = story => {
  const births = datesOf(story, 'born')
  if (births.size === 0) return []
  const deaths = datesOf(story, 'died')
  const published = parseDay(story.meta.published)
  return agesOf(story).flatMap((age): RecordFinding[] => {
    const birth = births.get(age.entity)
    const death = deaths.get(age.entity)
    const now = age.at === 'death' ? (death?.last ?? published) : published
    if (birth === undefined || now === undefined || age.at === 'then') return []
    const exact = age.at === 'death' && death !== undefined
    const most = yearsBetween(birth.first, now)
    const least = yearsBetween(birth.last, exact ? death.first : now)
    // he may have had his birthday since, or have died long before the story
    const tooFew = exact ? age.years < least : age.at === 'now' && age.years < least - 1
    if (age.years <= most && !tooFew) return []
    const right = most === least ? String(most) : `${least} or ${most}`
    const { start, end } = age
    const name = story.entities[age.entity]!.name
    const when = age.at === 'death' ? 'at death' : 'when this was published'
    return [
      {
        code: 'age-birth-mismatch',
        severity: age.named === undefined ? 'note' : 'warning',
        message: `By the date of birth ${name} was ${right} ${when}, not ${age.years}.`,
        spans: [{ start, end }, birth.span],
      },
    ]
  })
}

interface Dated {
  /** The first and the last day that it may have been. */
  readonly first: Day
  readonly last: Day
  readonly span: { readonly start: number; readonly end: number }
}

/** When persons were born or died, by entity, where the story itself says so; the most exact of several. */
function datesOf(story: FindingStory, type: Fact['type']): Map<number, Dated> {
  const dates = new Map<number, Dated>()
  for (const fact of story.facts) {
    const { subject, time } = fact.args
    if (fact.type !== type || fact.saidBy !== undefined) continue
    if (subject === undefined || !('entity' in subject)) continue
    if (time === undefined || !('value' in time)) continue
    const value = story.values[time.value]
    if (value?.type !== 'date' || typeof value.value !== 'string') continue
    const { start, end } = value
    const exact = parseDay(value.value)
    const year = /^\d{4}$/.test(value.value) ? Number(value.value) : undefined
    const span = { start, end }
    if (exact !== undefined) dates.set(subject.entity, { first: exact, last: exact, span })
    else if (year !== undefined && !dates.has(subject.entity))
      dates.set(subject.entity, {
        first: { year, month: 1, day: 1 },
        last: { year, month: 12, day: 31 },
        span,
      })
  }
  return dates
}

const yearsBetween = (from: Day, to: Day) =>
  to.year -
  from.year -
  (to.month < from.month || (to.month === from.month && to.day < from.day) ? 1 : 0)
