import type { Span } from '../../span.js'

export type ValueType = 'date' | 'time' | 'duration' | 'money' | 'percent' | 'number' | 'age'

/** Parts of a value by name: `{ year: 2018, month: 3 }`, `{ amount: 4500000, currency: "GBP" }`. */
export type Parts = Readonly<Record<string, string | number>>

/** A number, or from one to another; an open end is left out. */
export type Quantity = number | { readonly min?: number; readonly max?: number }

/**
 * What a value comes to. date and time: ISO 8601 as exact as the text is ("2018-03-15", "2018-03", "2018",
 * "2018-03-15T19:00", "T09:00" for a time of no known day), or an interval whose end is exclusive and whose open end is
 * left out. duration: ISO 8601 ("P3D"). money: an amount and, where the text tells, a currency (ISO 4217).
 */
export type Normal =
  | string
  | Quantity
  | { readonly start?: string; readonly end?: string }
  | { readonly amount: Quantity; readonly currency?: string }

/** A date, an amount, an age … that the text states. */
export interface Value extends Span {
  readonly type: ValueType
  readonly value: Normal
  /** What these words themselves say. */
  readonly stated: Parts
  /** What was added to them: from the date of publication, from other dates of the story, from convention. */
  readonly inferred?: Parts
  /** Other readings that the text leaves open (4/5/18 by day or by month first), the likelier one being `value`. */
  readonly readings?: readonly Normal[]
}
