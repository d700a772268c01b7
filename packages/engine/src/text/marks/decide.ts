import type { Candidate } from './candidates.js'
import { groupOf } from './kinds.js'

/** How a candidate is read once it is known what is open: `odd` is a mark without a partner, `none` no mark at all. */
export type Reading = 'open' | 'close' | 'odd' | 'none'

/**
 * Reads one candidate. `opening` is the innermost open mark of its group; `closesLater` says that the next sure mark
 * of its group closes, so that `opening` would not go without a partner if this one were passed over.
 */
export function decide(
  candidate: Candidate,
  opening: Candidate | undefined,
  closesLater: boolean,
): Reading {
  switch (groupOf(candidate.kind)) {
    case 'single':
      return decideSingle(candidate, opening, closesLater)
    case 'double':
      return decideDouble(candidate, opening, closesLater)
    default:
      return decideGuillemet(candidate, opening, closesLater)
  }
}

function decideDouble(
  { side, shape, loose }: Candidate,
  opening: Candidate | undefined,
  closesLater: boolean,
): Reading {
  if (opening === undefined) return side === 'close' && shape !== 'open' ? 'close' : 'open'
  if (side === 'close' || (side === 'open' && shape === 'close')) return 'close'
  if (side === 'open') return 'open'
  if (shape === 'open') return closesLater && opening.kind !== 'low' ? 'open' : 'close'
  return loose && closesLater ? 'odd' : 'close'
}

function decideSingle(
  { side, shape, loose, doubtful }: Candidate,
  opening: Candidate | undefined,
  closesLater: boolean,
): Reading {
  if (loose) return opening !== undefined && !closesLater ? 'close' : 'none'
  if (side === 'open' && doubtful) return opening === undefined && closesLater ? 'open' : 'none'
  if (side === 'open') return 'open'
  if (shape === 'open') {
    if (side === 'either') return 'open'
    return opening === undefined ? 'none' : 'close'
  }
  return side === 'either' && opening === undefined ? 'open' : 'close'
}

/** «…», »…« and »…»: the place decides, and the form where the place does not. */
function decideGuillemet(
  { side, shape }: Candidate,
  opening: Candidate | undefined,
  closesLater: boolean,
): Reading {
  if (opening === undefined) return side === 'open' || shape === 'open' ? 'open' : 'close'
  if (side === 'close') return 'close'
  if (side === 'open') return shape === 'close' && !closesLater ? 'close' : 'open'
  return shape === 'close' || opening.shape === 'close' ? 'close' : 'open'
}
