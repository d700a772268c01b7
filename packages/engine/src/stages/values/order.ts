import type { Rule } from './candidate.js'
import { age } from './rules/age.js'
import { apostropheYear } from './rules/apostrophe-year.js'
import { clock } from './rules/clock.js'
import { clockRange } from './rules/clock-range.js'
import { clockWords } from './rules/clock-words.js'
import { countFirst } from './rules/count-first.js'
import { dayMonth } from './rules/day-month.js'
import { decade } from './rules/decade.js'
import { distance } from './rules/distance.js'
import { duration } from './rules/duration.js'
import { fraction } from './rules/fraction.js'
import { holiday } from './rules/holiday.js'
import { money } from './rules/money.js'
import { month } from './rules/month.js'
import { nth } from './rules/nth.js'
import { number } from './rules/number.js'
import { numericDate } from './rules/numeric-date.js'
import { percent } from './rules/percent.js'
import { period } from './rules/period.js'
import { relative } from './rules/relative.js'
import { weekday } from './rules/weekday.js'
import { year } from './rules/year.js'

/**
 * The rules in order. Of those that read something at one place the longest wins; where two are as long, the earlier.
 * So the more telling come first: what names a part of the calendar or a unit before what may be a bare number.
 */
export const RULES: readonly Rule[] = [
  // names of months and days cannot be anything else once read
  dayMonth,
  month,
  weekday,
  holiday,
  relative,
  // longer than the relative "last Monday" in it
  nth,
  // "third quarter 2018" before the year alone
  period,
  decade,
  // "two years ago" is longer than the duration "two years" and wins by length
  distance,
  countFirst,
  numericDate,
  clock,
  clockRange,
  clockWords,
  money,
  percent,
  // before durations: "46-year-old"; before numbers: ", 46,"
  age,
  duration,
  // "1999" is a year before it is a number
  apostropheYear,
  year,
  fraction,
  number,
]
