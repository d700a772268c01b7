import { type GoldValue, type ReadValue, sameQuantity, sameTime } from './value-match.js'
import { intervalOf } from './value-times.js'

/** A case of the time or quantity data. */
export interface ValueCase {
  readonly id: string
  readonly text: string
  readonly source_corpus: string
  /** There for times: the day of publication. */
  readonly ref_datetime?: string
  readonly expected: readonly GoldValue[]
  readonly end_exclusive?: boolean
  readonly news_like?: boolean
  readonly only_types?: readonly string[]
  /** Not all that stands there is annotated: what is read besides does not count as false. */
  readonly partial_recall?: boolean
}

/** Counts of a group: how many there are to find, found (half its span covered), read exactly, rightly, and read besides. */
export interface ValueCounts {
  readonly n: number
  readonly found: number
  readonly exact: number
  readonly value: number
  readonly start: number
  readonly extra: number
}

export const noValues: ValueCounts = { n: 0, found: 0, exact: 0, value: 0, start: 0, extra: 0 }

const DATES = new Set(['date', 'daterange', 'datetime', 'datetimerange'])

/**
 * The numbers of `score_values.py` (with no tolerance), by group: ALL, `corpus:…`, `type:…`, of GUM whether the year is
 * stated. `news`: only the cases that are marked as news-like, or not marked.
 */
export function scoreValues(
  cases: readonly ValueCase[],
  readOf: (one: ValueCase) => readonly ReadValue[],
  news = false,
): Map<string, ValueCounts> {
  const groups = new Map<string, ValueCounts>()
  const add = (group: string, counts: Partial<ValueCounts>) => {
    const sum = { ...(groups.get(group) ?? noValues) }
    for (const key of Object.keys(counts) as (keyof ValueCounts)[]) sum[key] += counts[key] ?? 0
    groups.set(group, sum)
  }
  for (const one of cases) if (!news || (one.news_like ?? true)) scoreCase(one, readOf(one), add)
  return groups
}

type Add = (group: string, counts: Partial<ValueCounts>) => void

function scoreCase(one: ValueCase, all: readonly ReadValue[], add: Add): void {
  const times = one.ref_datetime !== undefined
  const only = new Set(one.only_types)
  const read = only.size === 0 ? all : all.filter(({ type }) => !type || only.has(type))
  const used = new Set<number>()
  for (const gold of one.expected) {
    const unresolved = times && DATES.has(gold.type) && !gold.values?.some(isResolved)
    if (unresolved || gold.type === 'bounded' || gold.anaphoric) {
      if (unresolved) add('unscorable gold', { n: 1 })
      read.forEach(({ span }, k) => {
        if (span[0] < gold.span[1] && gold.span[0] < span[1]) used.add(k)
      })
      continue
    }
    const best = bestOf(gold, read, used)
    let counts: Partial<ValueCounts> = { n: 1 }
    if (best !== undefined) {
      used.add(best)
      const { value, start } = times
        ? sameTime(gold, read[best]!, one.end_exclusive === false)
        : { value: sameQuantity(gold, read[best]!), start: false }
      const { span } = read[best]!
      const exact = span[0] === gold.span[0] && span[1] === gold.span[1]
      counts = { n: 1, found: 1, exact: +exact, value: +value, start: +(value || start) }
    }
    for (const group of groupsOf(one, gold)) add(group, counts)
  }
  if (!one.partial_recall) {
    const extra = read.length - used.size
    add('ALL', { extra })
    add(`corpus:${one.source_corpus}`, { extra })
  }
  if (one.expected.length === 0) add('negative cases', { n: 1, extra: +(read.length > 0) })
}

const isResolved = (value: Parameters<typeof intervalOf>[0]): boolean =>
  intervalOf(value)?.some(end => end !== null) ?? false

function bestOf(gold: GoldValue, read: readonly ReadValue[], used: ReadonlySet<number>) {
  let best: number | undefined
  let most = 0
  read.forEach(({ span }, k) => {
    const shared = Math.min(span[1], gold.span[1]) - Math.max(span[0], gold.span[0])
    if (used.has(k) || shared <= most || shared < 0.5 * (gold.span[1] - gold.span[0])) return
    best = k
    most = shared
  })
  return best
}

function groupsOf(
  { source_corpus, ref_datetime }: ValueCase,
  { type, explicit }: GoldValue,
): string[] {
  const groups = ['ALL', `corpus:${source_corpus}`, `type:${type}`]
  if (ref_datetime !== undefined && explicit !== undefined)
    groups.push(explicit ? 'GUM explicit year' : 'GUM relative/partial')
  return groups
}
