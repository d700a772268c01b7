/** Words of the calendar and what they stand for. Keys are lower case. */

/** Months by name and by the abbreviations that the press uses; 1 is January. */
export const MONTHS: Readonly<Record<string, number>> = {
  january: 1,
  february: 2,
  march: 3,
  april: 4,
  may: 5,
  june: 6,
  july: 7,
  august: 8,
  september: 9,
  october: 10,
  november: 11,
  december: 12,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  sept: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}

/** Months that are other words as well: alone they need a preposition and a capital. */
export const DOUBTFUL_MONTHS: ReadonlySet<string> = new Set([
  'march',
  'april',
  'may',
  'june',
  'august',
])

/** Days of the week; 0 is Monday. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  monday: 0,
  tuesday: 1,
  wednesday: 2,
  thursday: 3,
  friday: 4,
  saturday: 5,
  sunday: 6,
  mon: 0,
  tue: 1,
  tues: 1,
  wed: 2,
  weds: 2,
  thu: 3,
  thur: 3,
  thurs: 3,
  fri: 4,
  sat: 5,
  sun: 6,
}

/** The names of the days, by number. */
export const WEEKDAY_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

/** Words before a day of the week that make it a name of its own. */
export const NAMED_DAYS: ReadonlySet<string> = new Set(
  'black good super ash shrove palm easter cyber bloody holy maundy whit sheffield giving'.split(
    ' ',
  ),
)

/** Words behind a day of the week that make it a newspaper. */
export const NEWSPAPERS: ReadonlySet<string> = new Set(
  'times telegraph mirror express mail herald post world people sport business'.split(' '),
)

/** The seasons by their first month in the northern half of the world; each has three months. */
export const SEASONS: Readonly<Record<string, number>> = {
  spring: 3,
  summer: 6,
  autumn: 9,
  fall: 9,
  winter: 12,
}

/** Parts of a day. */
export const DAYPARTS: ReadonlySet<string> = new Set([
  'morning',
  'afternoon',
  'evening',
  'night',
  'lunchtime',
])

/** From which hour to which a part of the day goes by convention (that of Recognizers-Text). */
export const DAYPART_HOURS: Readonly<
  Record<string, readonly [from: DayHour, to: DayHour] | undefined>
> = {
  morning: [{ hour: 8 }, { hour: 12 }],
  afternoon: [{ hour: 12 }, { hour: 16 }],
  evening: [{ hour: 16 }, { hour: 20 }],
  night: [{ hour: 20 }, { hour: 23, minute: 59, second: 59 }],
}

interface DayHour {
  readonly hour: number
  readonly minute?: number
  readonly second?: number
}

/** Units of time, singular and plural, by the name of the unit. */
export const TIME_UNITS: Readonly<Record<string, TimeUnit>> = {
  second: 'second',
  seconds: 'second',
  sec: 'second',
  secs: 'second',
  minute: 'minute',
  minutes: 'minute',
  min: 'minute',
  mins: 'minute',
  hour: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  day: 'day',
  days: 'day',
  night: 'night',
  nights: 'night',
  week: 'week',
  weeks: 'week',
  weekend: 'weekend',
  weekends: 'weekend',
  fortnight: 'fortnight',
  fortnights: 'fortnight',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  decade: 'decade',
  decades: 'decade',
  century: 'century',
  centuries: 'century',
}

export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'night'
  | 'week'
  | 'weekend'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

/** Decades in words. */
export const DECADE_WORDS: Readonly<Record<string, number>> = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
}

/**
 * How a day with a name is found in a year: by month and day, as the nth weekday of a month (-1 the last; 0 is Monday),
 * with days added, or by days from Easter Sunday (of the western churches).
 */
export type DayRule =
  | { readonly month: number; readonly day: number }
  | {
      readonly month: number
      readonly weekday: number
      readonly nth: number
      readonly plus?: number
    }
  | { readonly easter: number }

/** Days with a name that the press uses as dates. A country's own day that others have on another date is not here. */
export const NAMED_HOLIDAYS: Readonly<Record<string, DayRule>> = {
  'christmas day': { month: 12, day: 25 },
  'christmas eve': { month: 12, day: 24 },
  'boxing day': { month: 12, day: 26 },
  'new year’s day': { month: 1, day: 1 },
  'new year’s eve': { month: 12, day: 31 },
  'valentine’s day': { month: 2, day: 14 },
  'valentines day': { month: 2, day: 14 },
  'new years day': { month: 1, day: 1 },
  'new year day': { month: 1, day: 1 },
  'new years eve': { month: 12, day: 31 },
  'new year eve': { month: 12, day: 31 },
  'st patrick’s day': { month: 3, day: 17 },
  'saint patrick’s day': { month: 3, day: 17 },
  'bastille day': { month: 7, day: 14 },
  'martin luther king jr. day': { month: 1, weekday: 0, nth: 3 },
  'mlk day': { month: 1, weekday: 0, nth: 3 },
  'palm sunday': { easter: -7 },
  'maundy thursday': { easter: -3 },
  'whit monday': { easter: 50 },
  'trinity sunday': { easter: 56 },
  halloween: { month: 10, day: 31 },
  'armistice day': { month: 11, day: 11 },
  'veterans day': { month: 11, day: 11 },
  thanksgiving: { month: 11, weekday: 3, nth: 4 },
  'thanksgiving day': { month: 11, weekday: 3, nth: 4 },
  'black friday': { month: 11, weekday: 3, nth: 4, plus: 1 },
  'cyber monday': { month: 11, weekday: 3, nth: 4, plus: 4 },
  'labor day': { month: 9, weekday: 0, nth: 1 },
  'memorial day': { month: 5, weekday: 0, nth: -1 },
  'martin luther king day': { month: 1, weekday: 0, nth: 3 },
  'presidents day': { month: 2, weekday: 0, nth: 3 },
  'columbus day': { month: 10, weekday: 0, nth: 2 },
  'good friday': { easter: -2 },
  'easter sunday': { easter: 0 },
  'easter monday': { easter: 1 },
  'ash wednesday': { easter: -46 },
}

/** Names that stand for a day only with a year or a word like "last" before them; alone they are whole seasons. */
export const HOLIDAY_SEASONS: Readonly<Record<string, DayRule>> = {
  easter: { easter: 0 },
  christmas: { month: 12, day: 25 },
}
