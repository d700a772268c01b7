import { rejectCandidate } from '@onrecord/archive'
import { candidateDecision } from './candidate-decision.js'

/** A candidate is another. */
export const candidatesReject = candidateDecision(
  {
    name: 'candidates reject',
    summary: 'Say that two candidates are two.',
    description:
      'Keeps two of the register apart: the machine never joins them, and what it gave to each stays there. person undo takes it back.',
  },
  rejectCandidate,
)
