import { FIXED_DAYS } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { lowerAt, yearAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Days with a name and a fixed date: "Christmas Day", "New Year's Eve 2018".
 *
 * None: "Christmas" alone (a season), "Easter" (its date moves).
 */
export const holiday: Rule = {
  name: 'holiday',
  starts: CLASS.holiday,
  read: (at, { pieces }) => {
    if (!pieces[at]!.capital) return undefined
    let name = lowerAt(pieces, at)
    let to = at + 1
    while (to < at + 4 && pieces[to]!.kind === 'word') {
      name += lowerAt(pieces, to) === "'s" ? '’s' : ` ${lowerAt(pieces, to)}`
      to++
      const found = FIXED_DAYS[name]
      if (found) return dated(pieces, found, to, name)
    }
    return undefined
  },
}

function dated(
  pieces: readonly Piece[],
  [month, day]: readonly [number, number],
  to: number,
  name: string,
) {
  const year = yearAt(pieces, to)
  const known = Number.isNaN(year) ? {} : { year }
  return {
    to: Number.isNaN(year) ? to : to + 1,
    meaning: { type: 'date', date: { form: 'calendar', month, day, ...known } },
    stated: { name, ...known },
  } as const
}
