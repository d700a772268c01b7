import { type DayRule, HOLIDAY_SEASONS, NAMED_HOLIDAYS } from '../../../lexicon/en/calendar.js'
import type { DateMeaning, Rule, Shift } from '../candidate.js'
import { CLASS } from '../classes.js'
import { lowerAt, yearAt } from '../look.js'
import type { Piece } from '../pieces.js'

/**
 * Days with a name: "Christmas Day", "New Year's Eve 2018", "Thanksgiving", "Good Friday", "last Easter", "Easter 2010",
 * "two weeks before Christmas", "Labor Day weekend" (from the Saturday to the Monday).
 *
 * None: "Christmas", "Easter" alone (seasons as much as days), "thanksgiving" in small letters, "Thanksgiving dinner" is one.
 */
export const holiday: Rule = {
  name: 'holiday',
  starts: CLASS.holiday | CLASS.relative,
  read: (at, { pieces }) => {
    const shift = SHIFTS[lowerAt(pieces, at)]
    const from = shift === undefined ? at : at + 1
    if (!FIRST.has(lowerAt(pieces, from))) return undefined
    let name = ''
    let longest: { rule: DayRule; to: number; name: string } | undefined
    for (let to = from; to < from + 4 && pieces[to]!.kind === 'word'; to++) {
      const lower = lowerAt(pieces, to)
      name += lower === "'s" ? '’s' : `${to === from ? '' : ' '}${lower}`
      const isSeason = HOLIDAY_SEASONS[name] !== undefined
      const fixed = shift !== undefined || !Number.isNaN(yearAt(pieces, to + 1))
      const rule =
        NAMED_HOLIDAYS[name] ??
        (isSeason && (fixed || isCounted(pieces, from)) ? HOLIDAY_SEASONS[name] : undefined)
      // small letters: "new year's eve", "last easter", "thanksgiving 2014"
      if (rule && (pieces[from]!.capital || fixed || / (?:day|eve)$/.test(name)))
        longest = { rule, to: to + 1, name }
    }
    return longest && dated(pieces, longest, shift)
  },
}

/** The words that names begin with. */
const FIRST: ReadonlySet<string> = new Set(
  Object.keys({ ...NAMED_HOLIDAYS, ...HOLIDAY_SEASONS }).map(name =>
    name.split(' ')[0]!.replace('’s', ''),
  ),
)

const SHIFTS: Readonly<Record<string, Shift | undefined>> = {
  last: 'past',
  previous: 'past',
  next: 'coming',
  following: 'coming',
  this: 'this',
}

/** "two weeks before Christmas": counted from a day. */
const isCounted = (pieces: readonly Piece[], at: number): boolean =>
  /^(?:before|after)$/.test(lowerAt(pieces, at - 1)) &&
  /^(?:days?|weeks?|months?)$/.test(lowerAt(pieces, at - 2))

function dated(
  pieces: readonly Piece[],
  { rule, to, name }: { rule: DayRule; to: number; name: string },
  shift: Shift | undefined,
) {
  const year = yearAt(pieces, to)
  const known = Number.isNaN(year) ? {} : { year }
  const end = Number.isNaN(year) ? to : to + 1
  const date: DateMeaning = {
    form: 'holiday',
    rule,
    ...known,
    ...(shift === undefined ? {} : { shift }),
    ...(lowerAt(pieces, end) === 'weekend' ? { weekend: true } : {}),
  }
  return {
    to: date.weekend ? end + 1 : end,
    meaning: { type: 'date', date },
    stated: { name, ...known, ...(shift === undefined ? {} : { shift }) },
  } as const
}
