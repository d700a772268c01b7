/**
 * A date as pages state it, in ISO 8601: a day, or a time to the minute or the second, with its zone where one is stated
 * as Z or as an offset, else without. undefined where the day is not certain: "03/04/2024" is two days, "May 3" has no
 * year; a named zone ("ET") is left out, since it says no offset by itself.
 *
 * @example isoTime('2024-05-03 14:05:00+0200') → '2024-05-03T14:05:00+02:00'
 * @example isoTime('20240503140500') → '2024-05-03T14:05:00'
 * @example isoTime('Fri, 03 May 2024 14:05:00 GMT') → '2024-05-03T14:05:00Z'
 * @example isoTime('May 3, 2024: 2:05 PM ET') → '2024-05-03T14:05'
 * @example isoTime('1714738500') → '2024-05-03T12:15:00.000Z' (seconds; thirteen digits are milliseconds)
 */
export function isoTime(written: string): string | undefined {
  const text = written.trim().slice(0, 120)
  if (text === '') return undefined
  return fromDigits(text) ?? fromIso(text) ?? fromWords(text)
}

function fromDigits(text: string): string | undefined {
  if (/^\d{10}$|^\d{13}$/.test(text)) {
    const time = Number(text) * (text.length === 10 ? 1000 : 1)
    return yearIsRight(new Date(time).getUTCFullYear()) ? new Date(time).toISOString() : undefined
  }
  const run = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text)
  return run === null ? undefined : put(run[1], run[2], run[3], run[4], run[5], run[6], run[7])
}

function fromIso(text: string): string | undefined {
  const found =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:(?:T|\s+|,\s*)(?:at\s+)?(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s?([ap]\.?m\.?)?\s?(Z|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d)?)?/i.exec(
      text,
    )
  if (found === null) return undefined
  const [, year, month, day, hour, minute, second, fraction, half, zone] = found
  return put(year, month, day, hour, minute, second, zone, half, fraction)
}

const MONTHS: readonly (readonly string[])[] = [
  'jan january januar janvier enero januari gennaio janeiro',
  'feb february februar février febrero februari febbraio fevereiro',
  'mar march marts märz mars marzo maart março',
  'apr april avril abril aprile',
  'may maj mai mayo mei maggio maio',
  'jun june juni juin junio giugno junho',
  'jul july juli juillet julio luglio julho',
  'aug august août agosto augusti augustus',
  'sep sept september septembre septiembre settembre setembro',
  'oct okt october oktober octobre octubre ottobre outubro',
  'nov november novembre noviembre novembro',
  'dec dez december dezember décembre diciembre desember dicembre dezembro',
].map(names => names.split(' '))

function fromWords(text: string): string | undefined {
  const dayFirst =
    /(?:^|[^\d:])(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]{1,3}(?:de |of )?(\p{L}{3,10})\.?,?[\s-]{1,3}(?:de )?(\d{4})(?!\d)/iu.exec(
      text,
    )
  const monthFirst =
    /(?:^|[^\p{L}])(\p{L}{3,10})\.?\s{1,3}(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3}(\d{4})(?!\d)/iu.exec(
      text,
    )
  const dotted = /(?:^|\D)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  let date: { year?: string; month?: string; day?: string; end: number } | undefined
  if (dayFirst !== null) {
    date = {
      day: dayFirst[1]!,
      month: dayFirst[2]!,
      year: dayFirst[3]!,
      end: dayFirst.index + dayFirst[0].length,
    }
  } else if (monthFirst !== null) {
    date = {
      day: monthFirst[2]!,
      month: monthFirst[1]!,
      year: monthFirst[3]!,
      end: monthFirst.index + monthFirst[0].length,
    }
  } else if (dotted !== null) {
    const [a, b] = [Number(dotted[1]), Number(dotted[3])]
    // only dots say that the day comes first; with slashes it must be seen from the numbers
    const [day, month] =
      dotted[2] === '.' || a > 12 ? [a, b] : b > 12 ? [b, a] : a === b ? [a, b] : []
    if (day === undefined) return undefined
    date = {
      day: String(day),
      month: String(month),
      year: dotted[4]!,
      end: dotted.index + dotted[0].length,
    }
  }
  if (date === undefined) return undefined
  const month = /\d/.test(date.month!) ? date.month : monthNumber(date.month!)
  if (month === undefined) return undefined
  const time =
    /(?:^|\D)(\d{1,2})[:.](\d\d)(?::(\d\d))?\s?([ap]\.?m\.?)?\s?(Z\b|UTC|GMT|[+-]\d\d:?\d\d)?/i.exec(
      text.slice(date.end),
    )
  return put(date.year, month, date.day, time?.[1], time?.[2], time?.[3], time?.[5], time?.[4])
}

function monthNumber(name: string): string | undefined {
  const lower = name.toLowerCase()
  const at = MONTHS.findIndex(names => names.includes(lower))
  return at < 0 ? undefined : String(at + 1)
}

const yearIsRight = (year: number): boolean => year >= 1800 && year <= 2200

function put(
  year?: string,
  month?: string,
  day?: string,
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
  half?: string,
  fraction?: string,
): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  if (!yearIsRight(y) || m < 1 || m > 12 || d < 1 || d > new Date(Date.UTC(y, m, 0)).getUTCDate())
    return undefined
  const date = `${year}-${two(m)}-${two(d)}`
  if (hour === undefined || minute === undefined) return date
  const pm = /^p/i.test(half ?? '')
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (pm ? 12 : 0)
  if (h > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return date
  const seconds =
    second === undefined ? '' : `:${second}${fraction === undefined ? '' : `.${fraction}`}`
  return `${date}T${two(h)}:${minute}${seconds}${zoneOf(zone)}`
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  if (/^(?:z|utc|gmt)$/i.test(zone)) return 'Z'
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? []
  return sign === undefined ? '' : `${sign}${hours}:${minutes ?? '00'}`
}

const two = (value: number): string => String(value).padStart(2, '0')
