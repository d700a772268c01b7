import { lift as liftRestriction } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { RESTRICTED, showRestriction } from './restrictions.js'

/** Lifts a restriction. */
export const lift = operation({
  name: 'lift',
  summary: 'Lift a restriction.',
  description:
    'What was hidden is found again. Words that were replaced or withdrawn do not come back, but stories that come from now on are kept with them again.',
  permission: 'admin',
  input: z.object({
    restriction: z.string().min(1).describe('Its key, as restrictions prints it.'),
  }),
  output: RESTRICTED,
  examples: [],
  positional: ['restriction'],
  run: ({ archive, who, now }, { restriction }) =>
    liftRestriction(archive, restriction, { who, at: now }),
  show: showRestriction,
})
