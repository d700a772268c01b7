/**
 * A date as files write them, as ISO 8601 with the zone that it states; nothing where it is none, or no day of the
 * calendar. Examples: `2026-03-16`, `2026-03-16 09:00` → 2026-03-16T09:00, `20260316T090000Z` → 2026-03-16T09:00:00Z,
 * `Mon, 16 Mar 2026 09:00:00 EST` → 2026-03-16T09:00:00-05:00. Non-examples: `2026-03` (no day), `3/16/26` (no saying
 * which is the month), `2026-02-30`.
 */
export function toIso(raw: string | undefined): string | undefined {
  const text = raw?.slice(0, 80).trim()
  if (!text) return undefined
  const iso = ISO.exec(text) ?? BASIC.exec(text)
  if (iso) {
    const [, year, month, day, hour, minute, second, part, zone] = iso
    return write(Number(year), Number(month), Number(day), hour, minute, second, part, zone)
  }
  const mail = MAIL.exec(text)
  if (!mail) return undefined
  const [, day, name, year, hour, minute, second, zone] = mail
  const month = MONTHS.indexOf(name!.slice(0, 3).toLowerCase()) + 1
  return write(fullYear(year!), month, Number(day), hour, minute, second, undefined, zone)
}

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)(?:[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)? ?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/
const BASIC =
  /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,9}))?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/
const MAIL =
  /^(?:[A-Za-z]{3,9}\.?,? )?(\d{1,2})[ -]([A-Za-z]{3,9})\.?[ -](\d{4}|\d\d),?(?: (\d{1,2}):(\d\d)(?::(\d\d))? ?([A-Za-z]{1,5}|[+-]\d\d:?\d\d)?)?$/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Zones of RFC 822. "CST" and "IST" have other meanings elsewhere, so only those that mail knows are read. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  gmt: 'Z',
  ut: 'Z',
  utc: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
}

const fullYear = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900)

function write(
  year: number,
  month: number,
  day: number,
  hour?: string,
  minute?: string,
  second?: string,
  part?: string,
  zone?: string,
): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  if (hour === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined
  const seconds = second === undefined ? '' : `:${second}${part ? `.${part}` : ''}`
  return `${date}T${hour.padStart(2, '0')}:${minute}${seconds}${zoneOf(zone)}`
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  const offset = /^([+-]\d\d):?(\d\d)?$/.exec(zone)
  if (offset) return `${offset[1]}:${offset[2] ?? '00'}`
  return Object.hasOwn(ZONES, zone.toLowerCase()) ? ZONES[zone.toLowerCase()]! : ''
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
