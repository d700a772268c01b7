/** A stretch of words and what it is. */
export interface Marked<Kind extends string> {
  readonly start: number
  readonly end: number
  readonly kind: Kind
}

/** Words of the same kinds all through. */
export interface Run<Kind extends string> {
  readonly start: number
  readonly text: string
  readonly kinds: ReadonlySet<Kind>
}

/** A text from `from` to `to`, cut where what it is changes: stretches may overlap, and reach out of it. */
export function runsOf<Kind extends string>(
  text: string,
  marked: readonly Marked<Kind>[],
  { start: from, end: to }: { readonly start: number; readonly end: number } = {
    start: 0,
    end: text.length,
  },
): Run<Kind>[] {
  const edges = marked.flatMap(({ start, end }) => [start, end])
  const inside = edges.filter(edge => edge > from && edge < to)
  const stops = [...new Set([from, ...inside, to])].sort((a, b) => a - b)
  return stops.slice(1).map((end, k) => {
    const start = stops[k]!
    const kinds = marked.filter(one => one.start <= start && end <= one.end).map(one => one.kind)
    return { start, text: text.slice(start, end), kinds: new Set(kinds) }
  })
}

/** Code units shown of a text at most. */
const MOST = 1500
/** How far a space is looked for to cut at. */
const NEAR = 40

/** What of a long text is shown: what is marked, and `around` so many code units of the rest, cut at spaces. */
export function windowOf(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
  around: number,
): { readonly start: number; readonly end: number } {
  const first = Math.min(text.length, ...spans.map(({ start }) => start))
  const last = Math.max(0, ...spans.map(({ end }) => end))
  const start = spans.length === 0 ? 0 : cutBefore(text, first - around)
  return { start, end: cutBehind(text, Math.min(last + around, start + MOST)) }
}

function cutBefore(text: string, at: number): number {
  if (at <= 0) return 0
  const space = text.slice(at, at + NEAR).search(/\s/)
  return space < 0 ? whole(text, at) : at + space + 1
}

function cutBehind(text: string, at: number): number {
  if (at >= text.length) return text.length
  const space = text.slice(at - NEAR, at).search(/\s\S*$/)
  return space < 0 ? whole(text, at) : at - NEAR + space
}

/** Not within a character. */
const whole = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text[at]!) ? at + 1 : at
