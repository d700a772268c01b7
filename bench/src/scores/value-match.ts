import { type Interval, intervalOf, secondsOf, type TimeValue } from './value-times.js'

/** A gold answer: of a time, what will do; of a quantity, its value and unit. */
export interface GoldValue {
  readonly span: readonly [number, number]
  readonly text: string
  readonly type: string
  readonly values?: readonly TimeValue[]
  readonly value?: unknown
  readonly unit?: string
  readonly iso?: string
  readonly explicit?: boolean
  readonly anaphoric?: boolean
}

/** What was read there, in the words of `score_values.py`. */
export interface ReadValue extends TimeValue {
  readonly span: readonly [number, number]
  readonly unit?: string
}

const CURRENCIES: Readonly<Record<string, string>> = {
  dollar: 'USD',
  $: 'USD',
  us$: 'USD',
  'united states dollar': 'USD',
  'us dollar': 'USD',
  pound: 'GBP',
  '£': 'GBP',
  'british pound': 'GBP',
  euro: 'EUR',
  '€': 'EUR',
  years: 'year',
  '%': 'percent',
}

function unitOf(written: string | undefined): string {
  const unit = (written ?? '').trim()
  return (
    CURRENCIES[unit.toLowerCase()] ?? (unit.length === 3 ? unit.toUpperCase() : unit.toLowerCase())
  )
}

function numberOf(written: unknown): number | null {
  const text = String(written ?? 'None')
    .replaceAll(',', '')
    .replace(/%+$/, '')
    .trim()
  const number = Number(text)
  return text === '' || Number.isNaN(number) ? null : number
}

/** Is the quantity right: its value (a list for a range) and, where both tell one, its unit? */
export function sameQuantity(gold: GoldValue, read: ReadValue): boolean {
  if (!sameNumbers(gold.value, read.value)) return false
  if (!gold.unit || !read.unit) return true
  return unitOf(gold.unit) === unitOf(read.unit) || unitOf(gold.iso) === unitOf(read.unit)
}

function sameNumbers(gold: unknown, read: unknown): boolean {
  if (Array.isArray(gold) || Array.isArray(read)) {
    const [a, b] = [[gold].flat(), [read].flat()] as [unknown[], unknown[]]
    return (
      a.length === b.length &&
      a.every((one, i) =>
        one === null || one === undefined
          ? b[i] === null || b[i] === undefined
          : numberOf(one) !== null && numberOf(one) === numberOf(b[i]),
      )
    )
  }
  if (String(gold).trim() === String(read).trim()) return true
  const [a, b] = [numberOf(gold), numberOf(read)]
  return a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a))
}

const AS_WRITTEN = new Set(['set', 'time', 'timerange', 'timezone'])

/** Is the time right, or at least its start? `inclusive`: the gold's ends are. */
export function sameTime(
  gold: GoldValue,
  read: ReadValue,
  inclusive: boolean,
): { value: boolean; start: boolean } {
  const values = gold.values ?? []
  const only = (value: boolean) => ({ value, start: value })
  if (gold.type === 'duration') {
    const seconds = secondsOf(read)
    return only(values.some(one => secondsOf(one) !== null && secondsOf(one) === seconds))
  }
  if (AS_WRITTEN.has(gold.type)) {
    const written = ({ value, start, end }: TimeValue) =>
      [value, start, end].map(part => String(part ?? 'None')).join('\n')
    return only(
      values.some(one => written(one) === written(read) || (one.timex && one.timex === read.timex)),
    )
  }
  const at = intervalOf(read, read.end_inclusive === true)
  if (at === null) return only(false)
  let start = false
  for (const one of values) {
    const wanted = intervalOf(one, inclusive)
    if (wanted === null) continue
    if (sameEnds(wanted, at)) return only(true)
    start ||= wanted[0] !== null && wanted[0] === at[0]
  }
  return { value: false, start }
}

const sameEnds = (a: Interval, b: Interval): boolean => a[0] === b[0] && a[1] === b[1]
