import type { TimeUnit } from '../../../lexicon/en/calendar.js'

/** How many months the units of whole months have. */
export const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}
