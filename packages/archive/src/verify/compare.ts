import { type Span, type Verdict, verifyQuote } from '@onrecord/engine'
import type { Piece } from './piece.js'
import type { Stretch, ToldStory } from './stretches.js'

/** What a claim came to against one stretch, or several put together. Spans of the verdict are of the text compared. */
export interface Compared {
  readonly stretches: readonly Stretch[]
  readonly verdict: Verdict
  /** Where the words stand, in the order of the claim. */
  readonly pieces: readonly Piece[]
  /** The story and offsets of a span of the text that was compared. */
  readonly locate: (span: Span) => Piece
}

const BETWEEN = '\n\n'

/**
 * Compares a claim with stretches as if they stood in one text, one behind the other. `skip`: spans of a story that are
 * read as if they were not there.
 */
export function compare(
  claim: string,
  stretches: readonly Stretch[],
  skip: (story: ToldStory) => readonly Span[] = () => [],
): Compared {
  const starts: number[] = []
  let text = ''
  const skipped: Span[] = []
  for (const { story, start, end } of stretches) {
    if (text !== '') text += BETWEEN
    const by = text.length - start
    starts.push(text.length)
    text += story.text.slice(start, end)
    for (const span of skip(story)) {
      if (span.start >= start && span.end <= end)
        skipped.push({ start: span.start + by, end: span.end + by })
    }
  }
  const locate = (span: Span): Piece => {
    const k = starts.findLastIndex(start => start <= span.start)
    const { story, start } = stretches[k]!
    const by = start - starts[k]!
    const at = { start: span.start + by, end: span.end + by }
    return { story, ...at, text: story.text.slice(at.start, at.end) }
  }
  const verdict = verifyQuote(claim, text, { skip: skipped })
  return { stretches, verdict, pieces: verdict.spans.map(locate), locate }
}

/** Stretches that are tried together, for a claim that joins words of several. */
const TRIED = 3
/** Joined words must be this much more of the claim than one place holds. */
const BETTER = 0.08
/** And hold this much of what the claim's words tell. */
const ENOUGH = 0.6

/**
 * The claim as words joined from two stretches or three, where these hold clearly more of it than one: the best stretch,
 * and with it those that hold most of the claim's words that it does not.
 */
export function compareJoined(
  claim: string,
  stretches: readonly Stretch[],
  single: number,
  { weightOf, total }: { weightOf: (word: string) => number; total: number },
): Compared | undefined {
  let best: Compared | undefined
  for (const first of stretches.slice(0, TRIED)) {
    const chosen = [first]
    const held = new Set(first.words)
    let weight = first.weight
    while (chosen.length < TRIED) {
      const gain = (one: Stretch) =>
        [...one.words].reduce((sum, word) => sum + (held.has(word) ? 0 : weightOf(word)), 0)
      const next = stretches
        .filter(one => !chosen.includes(one))
        .reduce<Stretch | undefined>((a, b) => (a && gain(a) >= gain(b) ? a : b), undefined)
      if (!next || gain(next) <= 0) break
      chosen.push(next)
      weight += gain(next)
      for (const word of next.words) held.add(word)
      if (weight < ENOUGH * total) continue
      const found = compare(claim, inOrder(chosen))
      const enough = (best?.verdict.score ?? single) + (best ? 0.001 : BETTER)
      if (found.verdict.kind !== 'absent' && found.verdict.score >= enough) best = found
    }
  }
  return best
}

/** Those of one story in its order. */
const inOrder = (stretches: readonly Stretch[]) =>
  [...stretches].sort((a, b) => (a.story.id === b.story.id ? a.start - b.start : 0))
