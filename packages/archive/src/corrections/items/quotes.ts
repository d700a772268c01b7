import { contains, type RecordQuote, type Span, type StoryRecord } from '@onrecord/engine'

/** The record with the quote in its place of reading, new or in the stead of the one with its id; links follow. */
export function putQuote(record: StoryRecord, quote: RecordQuote): StoryRecord {
  const others = record.quotes.filter(other => other.id !== quote.id)
  const at = others.findIndex(other => inOrder(quote, other) < 0)
  const quotes = others.toSpliced(at < 0 ? others.length : at, 0, quote)
  return { ...record, quotes: relink(quotes, quote.id) }
}

/** The record without the quote. One that carried it on carries on what it did; a fact that it claimed is the story's. */
export function dropQuote(record: StoryRecord, { id, continues }: RecordQuote): StoryRecord {
  const quotes = record.quotes
    .filter(quote => quote.id !== id)
    .map(quote => (quote.continues === id ? withOptional(quote, { continues }) : quote))
  const facts = record.facts.map(fact => {
    if (fact.saidBy !== id) return fact
    const { saidBy: _, ...rest } = fact
    return rest
  })
  return { ...record, facts, quotes: relink(quotes, id) }
}

/** The quote with just this content. */
export const quoteWith = (record: StoryRecord, content: readonly Span[]): RecordQuote | undefined =>
  record.quotes.find(quote => sameSpans(quote.content, content))

export const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length &&
  a.every(({ start, end }, k) => start === b[k]!.start && end === b[k]!.end)

/** After a change of the quote `id`: what stands within what, and what carries it on has its source and speakers. */
function relink(quotes: readonly RecordQuote[], id: string): RecordQuote[] {
  const places = new Map(quotes.map((quote, k) => [quote.id, k]))
  const changed = places.get(id)
  const linked: RecordQuote[] = []
  for (const [k, quote] of quotes.entries()) {
    let next = quote
    const touched =
      quote.id === id ||
      quote.within === id ||
      (changed !== undefined && changed < k && holds(quotes[changed]!, quote))
    if (touched) next = withOptional(next, { within: enclosing(quotes, k) })
    const root = next.continues === undefined ? undefined : places.get(next.continues)
    if (next.continues !== undefined && (root === undefined || root >= k))
      next = withOptional(next, { continues: undefined })
    else if (root !== undefined && linked[root] !== quotes[root]) next = follow(next, linked[root]!)
    else if (root === changed && root !== undefined) next = follow(next, linked[root]!)
    linked.push(next)
  }
  return linked
}

/** What carries on a quote has the same speaker, and its source. */
function follow(quote: RecordQuote, { source, speakers, speakerConfidence }: RecordQuote) {
  const same =
    String(quote.speakers) === String(speakers) &&
    quote.speakerConfidence === speakerConfidence &&
    sameSpans(quote.source, source)
  return same ? quote : withOptional({ ...quote, source, speakers }, { speakerConfidence })
}

/** The nearest earlier quote one of whose pieces holds all of this one's content. */
function enclosing(quotes: readonly RecordQuote[], k: number): string | undefined {
  for (let j = k - 1; j >= 0; j--) if (holds(quotes[j]!, quotes[k]!)) return quotes[j]!.id
  return undefined
}

function holds(outer: RecordQuote, inner: RecordQuote): boolean {
  const whole = { start: inner.content[0]!.start, end: inner.content.at(-1)!.end }
  return !sameSpans(outer.content, [whole]) && outer.content.some(piece => contains(piece, whole))
}

/** The order of the record: by content, the longer first, then by cue. */
const inOrder = (a: RecordQuote, b: RecordQuote): number =>
  a.content[0]!.start - b.content[0]!.start ||
  b.content.at(-1)!.end - a.content.at(-1)!.end ||
  (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0)

/** With optional fields set, or left out where they are undefined. */
export function withOptional<T extends object>(
  item: T,
  fields: { readonly [K in keyof T]?: T[K] | undefined },
): T {
  const next = { ...item, ...fields }
  for (const name of Object.keys(fields) as (keyof T)[])
    if (next[name] === undefined) delete next[name]
  return next as T
}
