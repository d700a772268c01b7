import { type DayRule, NAMED_HOLIDAYS } from '../../../lexicon/en/calendar.js'
import type { Rule } from '../candidate.js'
import { CLASS } from '../classes.js'
import { lowerAt, yearAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Days with a name: "Christmas Day", "New Year's Eve 2018", "Thanksgiving", "Good Friday".
 *
 * None: "Christmas", "Easter" (seasons as much as days), "thanksgiving" in small letters, "Thanksgiving dinner" is one.
 */
export const holiday: Rule = {
  name: 'holiday',
  starts: CLASS.holiday,
  read: (at, { pieces }) => {
    if (!pieces[at]!.capital) return undefined
    let name = ''
    let longest: { rule: DayRule; to: number; name: string } | undefined
    for (let to = at; to < at + 4 && pieces[to]!.kind === 'word'; to++) {
      const lower = lowerAt(pieces, to)
      name += lower === "'s" ? '’s' : `${to === at ? '' : ' '}${lower}`
      const rule = NAMED_HOLIDAYS[name]
      if (rule) longest = { rule, to: to + 1, name }
    }
    return longest && dated(pieces, longest.rule, longest.to, longest.name)
  },
}

function dated(pieces: readonly Piece[], rule: DayRule, to: number, name: string) {
  const year = yearAt(pieces, to)
  const known = Number.isNaN(year) ? {} : { year }
  return {
    to: Number.isNaN(year) ? to : to + 1,
    meaning: { type: 'date', date: { form: 'holiday', rule, ...known } },
    stated: { name, ...known },
  } as const
}
