import type { Span, StoryRecord } from '@onrecord/engine'

/** First and last token, by index, both included. */
export interface Range {
  readonly first: number
  readonly last: number
}

/**
 * The tokens that share a character with a span; undefined where none does. Tokens are in order, none over another. In
 * logarithmic time.
 */
export function project(tokens: readonly Span[], { start, end }: Span): Range | undefined {
  const first = firstWhere(tokens, token => token.end > start)
  const last = firstWhere(tokens, token => token.start >= end) - 1
  return first <= last ? { first, last } : undefined
}

function firstWhere(tokens: readonly Span[], holds: (token: Span) => boolean): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(tokens[middle]!)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * "B-content:q1", "I-content:q1": the pieces of quotes, and values, that hold each token; B at the first token of every
 * piece. Two pieces of one content that share a token are one piece.
 */
export function labelsOf(tokens: readonly Span[], { quotes, values }: StoryRecord) {
  const said: string[][] = tokens.map(() => [])
  const valued: string[][] = tokens.map(() => [])
  const put = (into: string[][], spans: readonly Span[], label: string) => {
    let next = 0
    for (const span of [...spans].sort((a, b) => a.start - b.start)) {
      const range = project(tokens, span)
      if (range === undefined) continue
      const apart = range.first >= next
      for (let i = Math.max(range.first, next); i <= range.last; i++) {
        into[i]!.push(`${apart && i === range.first ? 'B' : 'I'}-${label}`)
      }
      next = Math.max(next, range.last + 1)
    }
  }
  quotes.forEach(({ content, cue, source }, i) => {
    put(said, content, `content:q${i + 1}`)
    put(said, cue, `cue:q${i + 1}`)
    put(said, source, `source:q${i + 1}`)
  })
  values.forEach(({ type, span }, i) => {
    put(valued, [span], `${type}:v${i + 1}`)
  })
  return { said, valued }
}
