/** Names and chains, by the same rules as score_spans.py: see bench/README.md. */
import type { Span } from '@onrecord/engine'

/** Something named, with its whole chain. */
export interface SpanEntity {
  readonly id: string
  readonly type: string
  readonly mentions: readonly Span[]
  readonly names: readonly Span[]
}

export interface SpanStory {
  readonly text: string
  readonly entities: readonly SpanEntity[]
}

/** Counts that add up over stories. */
export interface SpanCounts {
  found: number
  right: number
  rightType: number
  gold: number
  readonly byType: Map<string, { found: number; right: number; gold: number }>
  readonly link: { right: number; found: number; gold: number }
  readonly b3: { precision: number; recall: number; mentions: number }
}

export const noSpans = (): SpanCounts => ({
  found: 0,
  right: 0,
  rightType: 0,
  gold: 0,
  byType: new Map(),
  link: { right: 0, found: 0, gold: 0 },
  b3: { precision: 0, recall: 0, mentions: 0 },
})

/** Types that are scored; names of others are neither wanted nor punished. */
const SCORED = new Set(['person', 'organisation', 'place'])

const PRONOUNS = new Set(
  'i me my mine myself you your yours he him his himself she her hers herself it its itself we us our ours they them their theirs themselves who whom whose which that this these those'.split(
    ' ',
  ),
)

const keyOf = ({ start, end }: Span) => `${start}-${end}`
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

interface Named {
  readonly span: Span
  readonly type: string
  readonly entity: string
}

/** Adds one story: its gold entities and those of its record. */
export function addSpans(counts: SpanCounts, gold: SpanStory, found: readonly SpanEntity[]): void {
  const scored: Named[] = []
  const others: Span[] = []
  for (const { id, type, names } of gold.entities)
    for (const span of names)
      if (SCORED.has(type)) scored.push({ span, type, entity: id })
      else others.push(span)
  const goldByKey = new Map(scored.map(name => [keyOf(name.span), name]))
  const gold1 = [...goldByKey.values()]
  const names = found.flatMap(({ id, type, names }) =>
    SCORED.has(type)
      ? [...new Map(names.map(span => [keyOf(span), span])).values()].map(
          (span): Named => ({ span, type, entity: id }),
        )
      : [],
  )
  const kept = names.filter(
    ({ span }) =>
      gold1.some(name => overlap(span, name.span)) ||
      (!others.some(other => overlap(span, other)) &&
        !PRONOUNS.has(gold.text.slice(span.start, span.end).toLowerCase())),
  )
  const of = (type: string) => {
    const kind = counts.byType.get(type) ?? { found: 0, right: 0, gold: 0 }
    counts.byType.set(type, kind)
    return kind
  }
  const entityOf = new Map<string, string>()
  for (const { span, type, entity } of kept) {
    counts.found++
    of(type).found++
    const exact = goldByKey.get(keyOf(span))
    if (exact !== undefined) counts.right++
    if (exact?.type === type) {
      counts.rightType++
      of(type).right++
    }
    for (const name of gold1)
      if (overlap(span, name.span) && !entityOf.has(keyOf(name.span)))
        entityOf.set(keyOf(name.span), entity)
  }
  counts.gold += gold1.length
  for (const { type } of gold1) of(type).gold++
  addLinks(counts, goldByKey, entityOf)
  addB3(counts, gold.entities, found)
}

/** Over pairs of gold names that were found: are two of one entity in one found entity? */
function addLinks(
  { link }: SpanCounts,
  gold: ReadonlyMap<string, Named>,
  entityOf: ReadonlyMap<string, string>,
): void {
  const keys = [...entityOf.keys()]
  keys.forEach((a, i) => {
    for (const b of keys.slice(i + 1)) {
      const same = gold.get(a)!.entity === gold.get(b)!.entity
      const joined = entityOf.get(a) === entityOf.get(b)
      if (same) link.gold++
      if (joined) link.found++
      if (same && joined) link.right++
    }
  })
}

/** B-cubed over every gold mention of a chain; what was not found stands alone. */
function addB3(
  { b3 }: SpanCounts,
  gold: readonly SpanEntity[],
  found: readonly SpanEntity[],
): void {
  const foundAt = new Map<string, { span: Span; entity: string }>()
  for (const { id, mentions, names } of found)
    for (const span of [...mentions, ...names])
      if (!foundAt.has(keyOf(span))) foundAt.set(keyOf(span), { span, entity: id })
  const spans = [...foundAt.values()]
  const goldOf = new Map<string, { span: Span; entity: string }>()
  for (const { id, mentions } of gold)
    for (const span of mentions) goldOf.set(keyOf(span), { span, entity: id })
  const answer = new Map<string, string>()
  for (const [key, { span }] of goldOf) {
    const near = (other: { span: Span }) =>
      overlap(other.span, span) &&
      Math.abs(other.span.start - span.start) + Math.abs(other.span.end - span.end) <= 3
    answer.set(key, (foundAt.get(key) ?? spans.find(near))?.entity ?? `alone ${key}`)
  }
  const group = (entity: (key: string) => string) => {
    const groups = new Map<string, Set<string>>()
    for (const key of goldOf.keys()) {
      const set = groups.get(entity(key)) ?? new Set()
      groups.set(entity(key), set.add(key))
    }
    return groups
  }
  const goldGroups = group(key => goldOf.get(key)!.entity)
  const foundGroups = group(key => answer.get(key)!)
  for (const key of goldOf.keys()) {
    const mine = goldGroups.get(goldOf.get(key)!.entity)!
    const theirs = foundGroups.get(answer.get(key)!)!
    if (mine.size < 2) continue
    let both = 0
    for (const other of mine) if (theirs.has(other)) both++
    b3.precision += both / theirs.size
    b3.recall += both / mine.size
    b3.mentions++
  }
}
