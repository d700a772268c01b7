import type { DayRule, TimeUnit } from '../../lexicon/en/calendar.js'
import type { Piece } from './pieces.js'
import type { Normal, Parts, ValueType } from './types.js'

/** Which of several is meant, as far as the words say: "last", "this", "next", "past" and
 * "coming" (the nearest before and behind); none where they say nothing. */
export type Shift = 'last' | 'this' | 'next' | 'past' | 'coming'

export type Part = 'early' | 'mid' | 'late'

export type Edge = 'start' | 'end'

/** A day, month or year as far as it is stated. */
export interface CalendarDate {
  readonly form: 'calendar'
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** 0 is Monday. */
  readonly weekday?: number
  readonly shift?: Shift
  /** A year of two digits: 98. */
  readonly shortYear?: number
}

/** What the words say of a time on the calendar, before anything is inferred. */
export type DateMeaning =
  | CalendarDate
  /** Two or three numbers whose order has to be found: 4/5/18. */
  | {
      readonly form: 'numeric'
      readonly parts: readonly number[]
      readonly dotted: boolean
      readonly weekday?: number
    }
  /** A unit counted from now: "last month" (month, -1), "today" (day, 0), "two years ago" (year, -2). */
  | { readonly form: 'relative'; readonly unit: RelativeUnit; readonly offset: number }
  /** Several units before or behind now: "the past two weeks". */
  | {
      readonly form: 'window'
      readonly unit: TimeUnit
      readonly count: number
      readonly direction: -1 | 1
    }
  /** From the first of a year up to a year, exclusive: decades, centuries, 2016/17. `short`: of an unknown century. */
  | { readonly form: 'years'; readonly from: number; readonly to: number; readonly short?: boolean }
  /** A part of a year in months from `month` (1 to 12): quarters, halves, seasons. */
  | {
      readonly form: 'months'
      readonly month: number
      readonly count: number
      readonly year?: number
      /** Of a year counted from now: -1 is last year. */
      readonly yearOffset?: number
      readonly shift?: Shift
    }
  /** The week, from Monday, that a day is in. */
  | { readonly form: 'week'; readonly of: CalendarDate }
  /** A day of a week counted from this one. */
  | { readonly form: 'week-day'; readonly weekday: number; readonly offset: number }
  /** A day with a name, of a stated year or not. */
  | {
      readonly form: 'holiday'
      readonly rule: DayRule
      readonly year?: number
      readonly shift?: Shift
      /** The weekend that it is beside. */
      readonly weekend?: boolean
    }
  /** The first or last day of something. */
  | { readonly form: 'edge'; readonly edge: Edge; readonly of: DateMeaning }
  /** A day or a month counted from another date: "3 days after January 12" (12 January, [[3, 'day']], 1). */
  | {
      readonly form: 'shifted'
      readonly of: DateMeaning
      readonly steps: readonly (readonly [count: number, unit: TimeUnit])[]
      readonly direction: -1 | 1
      /** The time from the one to the other. */
      readonly lasting?: boolean
    }
  /** The first Tuesday, the last three weeks of something; `nth` -1 is the last. */
  | {
      readonly form: 'nth'
      readonly nth: number
      readonly unit: 'day' | 'week' | 'month' | 'weekday'
      readonly weekday?: number
      readonly count: number
      readonly of: DateMeaning
    }
  /** A part of a month or a year: "early May", "mid-2016"; or of a week: "late last week". */
  | { readonly form: 'part'; readonly part: Part; readonly of: DateMeaning }
  /** Up to the day of publication: "to date". */
  | { readonly form: 'until-now' }
  /** From one to another; where the last begins, it ends. */
  | { readonly form: 'range'; readonly from: CalendarDate; readonly to: CalendarDate }

export type RelativeUnit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'workweek'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

/** A time of day: hours from 0 to 23. */
export interface Clock {
  readonly hour: number
  readonly minute?: number
  readonly second?: number
}

export type Meaning =
  | {
      readonly type: 'date'
      readonly date: DateMeaning
      readonly time?: Clock
      readonly until?: Clock
      /** "today before 4pm": open on the other side of its time. */
      readonly bound?: 'before' | 'after'
    }
  | { readonly type: 'time'; readonly time: Clock; readonly until?: Clock }
  /** What is known as soon as it is read. */
  | {
      readonly type: Exclude<ValueType, 'date' | 'time'>
      readonly value: Normal
      readonly inferred?: Parts
    }

/** What a rule found: pieces `from` up to `to`. */
export interface Candidate {
  readonly from: number
  readonly to: number
  readonly meaning: Meaning
  readonly stated: Parts
  /** The rule's name, for tests and for the refiners. */
  readonly rule: string
}

/** What a rule is shown besides the pieces. */
export interface Context {
  readonly pieces: readonly Piece[]
  /** For each piece what may begin there: bits of CLASS. */
  readonly classes: Uint16Array
  /** Where a mention that names a person ends: an age may follow. */
  readonly personEnds: ReadonlySet<number>
}

/**
 * One kind of expression. `read` is asked at every piece of a class of `starts` and answers with what begins there, or
 * nothing. It looks at a bounded number of pieces, so that all rules together take time linear in the text.
 */
export interface Rule {
  readonly name: string
  /** Bits of CLASS: the pieces with which it may begin. */
  readonly starts: number
  readonly read: (at: number, context: Context) => Omit<Candidate, 'rule' | 'from'> | undefined
}
