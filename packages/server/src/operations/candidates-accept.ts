import { acceptCandidate } from '@onrecord/archive'
import { candidateDecision } from './candidate-decision.js'

/** A candidate is the same. */
export const candidatesAccept = candidateDecision(
  {
    name: 'candidates accept',
    summary: 'Say that two candidates are one.',
    description:
      'Merges two of the register into the one of them that more stories tell of. person undo takes it back.',
  },
  acceptCandidate,
)
