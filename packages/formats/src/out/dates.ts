const TIME = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|z|[+-]\d\d:\d\d)$/

/**
 * A moment as RFC 3339 asks it (date, time, seconds, zone), or nothing where the text is less exact than that or no
 * moment at all.
 *
 * - "2026-03-09T05:00:00Z", "2026-03-09T05:00+01:00" (seconds are added)
 * - Not: "2026-03-09", "2026-03-09T05:00" (no zone: which moment is not known), "2026-02-31T05:00:00Z", "Monday"
 */
export function instantOf(date: string | undefined): string | undefined {
  const found = TIME.exec(date ?? '')
  if (found === null || dayOf(found[1]) === undefined) return undefined
  const [, day, time, seconds, zone] = found
  const instant = `${day}T${time}${seconds ?? ':00'}${zone!.toUpperCase()}`
  return Number.isNaN(Date.parse(instant)) ? undefined : instant
}

/** The day that a date or a time begins with ("2026-03-09"), where it is a day of the calendar. */
export function dayOf(date: string | undefined): string | undefined {
  const day = /^(\d{4}-\d\d-\d\d)(?![^Tt ])/.exec(date ?? '')?.[1]
  if (day === undefined) return undefined
  const time = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== day ? undefined : day
}
