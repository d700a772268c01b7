import { amountsBySentence, figure, isApproximate } from './amounts.js'
import type { Rule } from './types.js'

const OWNERS =
  /\b(?:sellers|owners|shareholders|stakeholders) (?:are|were)\b|\b(?:is|are|was|were) (?:jointly )?owned by\b/i
const REST =
  /\b(?:rest|remain\w*|others?|including|against|compared|previous\w*|last year|largest|main|biggest|among)\b/i

/**
 * The shares of a whole, where a sentence lists those who own it: more than 100 per cent is a warning, between 90 and
 * 100 a note.
 *
 * `The sellers are the Lund family, which holds 40 per cent; Dore Partners, with 35 per cent; and a trust, with 20 per
 * cent.` Not: `the largest owners are …`; shares of an answer in a poll; two shares; less than 90 per cent, which is no
 * list of all.
 */
export const shareSums: Rule = story =>
  amountsBySentence(story).flatMap(([{ start, end }, amounts]) => {
    const shares = amounts.filter(({ unit }) => unit === 'percent')
    if (shares.length < 3 || shares.some(share => isApproximate(story.text, share))) return []
    const words = story.text.slice(start, Math.min(end, start + 1000))
    if (!OWNERS.test(words) || REST.test(words)) return []
    const sum = shares.reduce((n, { amount }) => n + amount, 0)
    if (Math.abs(sum - 100) <= 1 || sum < 90 || sum > 150) return []
    return [
      {
        code: 'sum-mismatch',
        severity: sum > 100 ? ('warning' as const) : ('note' as const),
        message: `These shares come to ${figure(sum)} per cent, not 100.`,
        spans: shares.map(share => ({ start: share.start, end: share.end })),
      },
    ]
  })
