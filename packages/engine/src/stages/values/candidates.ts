import type { Candidate, Context } from './candidate.js'
import { RULES } from './order.js'

/**
 * What the rules find, in order, not overlapping: from left to right the longest at each place, and on behind it. Linear,
 * since every rule looks at a bounded number of pieces and each piece is asked about once.
 */
export function findCandidates(context: Context): Candidate[] {
  const found: Candidate[] = []
  const { pieces, classes } = context
  for (let at = 0; at < pieces.length; ) {
    const start = classes[at]!
    const best = start === 0 ? undefined : bestAt(at, start, context)
    if (best) found.push(best)
    at = best?.to ?? at + 1
  }
  return found
}

function bestAt(at: number, start: number, context: Context): Candidate | undefined {
  let best: Candidate | undefined
  for (const { name, starts, read } of RULES) {
    if ((starts & start) === 0) continue
    const found = read(at, context)
    if (found && (best === undefined || found.to > best.to))
      best = { ...found, from: at, rule: name }
  }
  return best
}
