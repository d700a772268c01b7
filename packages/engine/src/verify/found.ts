import type { Element } from './claim.js'
import { keyOf } from './drafts.js'
import type { Pieces } from './pieces.js'
import { scoreOf } from './score.js'
import { weightOf } from './weights.js'

/**
 * How much must be shared for other words to be that quote altered, and not another sentence: less where a long run
 * of words is the same, more where the claim is short. Set on the first half of test/verify/cases, not on the second.
 */
const SCORE = 0.62
const SCORE_WITH_RUN = 0.5
/** A run this heavy, and this share of the claim, does not come about by chance. */
const RUN = 3
const RUN_SHARE = 0.4
/** Least share of the claim that must stand there, however little of the text is passed over. */
const COVER = 0.5
/** Below this weight a claim is short. */
const SHORT = 3
const SHORT_SCORE = 0.74

/**
 * Was the claim found at all? Always where no word differs. Of the parts between its ellipses at least one must hold
 * a content word or two words, since an ellipsis may pass over anything.
 */
export function isFound({ weights, placements }: Pieces, claim: readonly Element[]): boolean {
  const score = scoreOf(weights)
  if (weights.words === 0) return false
  if (!hasSubstance(placements)) return false
  if (score === 1) return true
  const total = claim.reduce((sum, element) => sum + weightOf(keyOf(element) ?? ''), 0)
  if (total < SHORT) return score >= SHORT_SCORE
  if (weights.shared < 1.7 || weights.shared < COVER * weights.claim) return false
  return (
    score >= SCORE ||
    (score >= SCORE_WITH_RUN && weights.run >= RUN && weights.run >= RUN_SHARE * weights.claim)
  )
}

function hasSubstance(placements: Pieces['placements']): boolean {
  const gaps = placements.some(({ steps }) => steps.some(({ kind }) => kind === 'gap'))
  return !gaps || placements.some(({ weights }) => weights.run >= 1)
}
