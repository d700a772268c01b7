import type { Span } from '../../span.js'

export type ValueType = 'date' | 'time' | 'duration' | 'money' | 'percent' | 'number' | 'age'

/** Parts of a value by name: `{ year: 2018, month: 3 }`, `{ amount: 4500000, currency: "GBP" }`. */
export type Parts = Readonly<Record<string, string | number>>

/** A number, or from one to another; an open end is left out. */
export type Quantity = number | { readonly min?: number; readonly max?: number }

/**
 * What a value comes to. date and time: ISO 8601 as exact as the text is ("2018-03-15", "2018-03", "2018",
 * "2018-03-15T19:00", "T09:00" for a time of no known day), or an interval whose end is exclusive and whose open end is
 * left out. What no day of publication and no other date tells is left open as ISO 8601:2000 and XML Schema do: a Thursday of
 * an unknown week "-W-4", a 15 March "--03-15", a March "--03"; "yesterday" and "last month" are then no values.
 *
 * Conventions. Weeks begin on Monday; a season is three whole months. A period that is told by two
 * days ("May 3-5") ends behind the last; one told by two months or years ("May to September 2016", "from 2004 to 2009")
 * ends where the last one begins, as Recognizers-Text has it: how much of the last is included, the words do not tell, and
 * `stated` has it. "before", "until" and "by" end where their date begins;
 * "since" begins there; "after" begins behind a month or a year, and with a day. Early, mid and late are thirds of
 * a year, days 1 to 15, 11 to 20 and 16 to the last of a month. Morning, afternoon, evening and night are the hours from 8, 12,
 * 16 and 20 of "this morning" or "tomorrow night"; of "Thursday night" and "March 5, in the evening" the part is
 * stated, and the value is the day. What is counted in days, weeks or months, and in years ahead, comes to a day; "two years
 * ago" comes to a year.
 *
 * duration: ISO 8601 ("P3D"), from one to another as `start` and `end` ("P2W" to "P3W"). age: in years (10 months are 0.8333,
 * with the months stated). percent: 4.5 for 4.5%. money: an amount and, where the text tells, a currency (ISO 4217).
 */
export type Normal =
  | string
  | Quantity
  | { readonly start?: string; readonly end?: string }
  | { readonly amount: Quantity; readonly currency?: string }

/**
 * A date, an amount, an age … that the text states. Values stand apart, but for a period that whole dates tell ("from 2004 to
 * 2009", "before May 2016", with `stated.relation`), which comes behind the dates in it: they are in the order of their ends.
 */
export interface Value extends Span {
  readonly type: ValueType
  readonly value: Normal
  /**
   * What these words themselves say, by part: `weekday` ("friday"), `day`, `month`, `year`, `hour`, `daypart`, `number`,
   * `unit`, `amount`, `sign` … A weekday stands beside its date, right or wrong.
   */
  readonly stated: Parts
  /**
   * What was added to them, with its `basis` ("published", "date line", "story", "convention"): from the day of
   * publication, a date line, other dates of the story, or a convention.
   */
  readonly inferred?: Parts
  /** Other readings that the text leaves open (4/5/18 by day or by month first), the likelier one being `value`. */
  readonly readings?: readonly Normal[]
}
