/** A count at a month ("2026-03") or a year ("2026"). */
export interface Timed {
  readonly at: string
  readonly count: number
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "March 2026"; a year is said as it is. */
export const timeWords = (at: string): string =>
  at.length > 4 ? month.format(new Date(`${at}-01T00:00:00Z`)) : at

/** Bars that are shown at most; what is older is left out. */
const MOST = 120

/** In order, with nothing left out between the first and the last: what is not told is none. */
export function filled(counts: readonly Timed[]): Timed[] {
  const sorted = [...counts].sort((a, b) => (a.at < b.at ? -1 : 1))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return []
  const known = new Map(sorted.map(({ at, count }) => [at, count]))
  const all: Timed[] = []
  for (let at = last.at; at >= first.at && all.length < MOST; at = before(at))
    all.unshift({ at, count: known.get(at) ?? 0 })
  return all
}

function before(at: string): string {
  const [year, month] = at.split('-').map(Number) as [number, number | undefined]
  if (month === undefined) return String(year - 1).padStart(4, '0')
  const [y, m] = month === 1 ? [year - 1, 12] : [year, month - 1]
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}`
}
