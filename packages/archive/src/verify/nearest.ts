import { wordDiff } from '@onrecord/engine'
import type { Db } from '../database/database.js'
import { attribute, quotesOf } from './attribute.js'
import { cite } from './cite.js'
import type { Compared } from './compare.js'
import type { Citation } from './types.js'

/** Places that are offered where nothing was found, and the least that one shares with the claim. */
const OFFERED = 3
const LEAST = 0.2

/** Quotes, or passages without one, that share most words with a claim that was not found. */
export async function nearestOf(
  db: Db,
  claim: string,
  compared: readonly Compared[],
): Promise<(Citation & { score: number })[]> {
  const best = compared
    .filter(({ verdict }) => verdict.score >= LEAST)
    .sort((a, b) => b.verdict.score - a.verdict.score)
    .slice(0, OFFERED)
  const stretches = best.flatMap(one => one.stretches)
  const quotes = await quotesOf(
    db,
    stretches.map(({ story }) => story.id),
  )
  return stretches.flatMap((stretch, k) => {
    const { story, start, end } = stretch
    const { score } = best[k]!.verdict
    const own = (quotes.get(story.id) ?? []).filter(one => one.start >= start && one.end <= end)
    if (own.some(({ hidden }) => hidden)) return []
    const like = own
      .map(quote => ({ quote, score: wordDiff(claim, quote.content).score }))
      .reduce<{ quote: (typeof own)[number]; score: number } | undefined>(
        (a, b) => (a && a.score >= b.score ? a : b),
        undefined,
      )
    const span = like && like.score > 0 ? like.quote : { start, end }
    const piece = { story, start: span.start, end: span.end, text: '' }
    return [{ ...cite(story, [span], stretch, attribute(piece, own)[0]!), score }]
  })
}
