import type { CalendarDate, Candidate } from '../candidate.js'
import { isDash, lowerAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * From one date to another where the first leaves its year, or its month, to the second: "May to September 2017",
 * "Nov 18-Dec 19, 2015", "between March 3 and April 5". Both ends are included.
 *
 * Two values: "from 2004 to 2009", "July 2003 and December 2004" (each is whole), "March and April" without "between".
 */
export function joinRange(
  a: Candidate,
  b: Candidate,
  pieces: readonly Piece[],
): Candidate | undefined {
  const from = endOf(a)
  const to = endOf(b)
  if (from === undefined || to === undefined || b.from !== a.to + 1) return undefined
  if (from.year !== undefined) return undefined
  const joint = lowerAt(pieces, a.to)
  const between = lowerAt(pieces, a.from - 1) === 'between'
  const joins =
    isDash(pieces, a.to) ||
    ['to', 'until', 'till', 'through'].includes(joint) ||
    (joint === 'and' && between)
  if (!joins) return undefined
  return {
    ...b,
    from: a.from,
    meaning: { type: 'date', date: { form: 'range', from, to } },
    stated: {
      ...a.stated,
      'last month': to.month!,
      ...(to.day === undefined ? {} : { 'last day': to.day }),
      ...(to.year === undefined ? {} : { year: to.year }),
    },
    rule: 'range',
  }
}

/** A month, with or without a day, and nothing relative. */
function endOf({ meaning }: Candidate): CalendarDate | undefined {
  if (meaning.type !== 'date' || meaning.time || meaning.date.form !== 'calendar') return undefined
  const { month, shift, weekday } = meaning.date
  return month !== undefined && shift === undefined && weekday === undefined
    ? meaning.date
    : undefined
}
