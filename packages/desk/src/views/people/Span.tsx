interface Props {
  readonly first: string | null
  readonly last: string | null
  /** All days of the list, which the whole width stands for. */
  readonly within: readonly string[]
}

/** From when to when, as a line; for the eye alone, the days stand beside it. */
export function Span({ first, last, within }: Props) {
  const times = within.map(day => Date.parse(day.slice(0, 10)))
  const [from, to] = [Math.min(...times), Math.max(...times)]
  if (!first || !(to > from)) return null
  const share = (day: string) => (Date.parse(day.slice(0, 10)) - from) / (to - from)
  const start = 98 * share(first)
  const end = 98 * share(last ?? first) + 2
  return (
    <div className="span" aria-hidden="true">
      <div style={{ insetInlineStart: `${start}%`, inlineSize: `${end - start}%` }} />
    </div>
  )
}
