import { listCandidates } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { candidateEntry, sayCandidate } from './person-entry.js'

/** Who may be one. */
export const candidates = operation({
  name: 'candidates',
  summary: 'Who may be the same, for an editor to say.',
  description:
    'Lists pairs of the register with the same name that may be one person or organisation, the likeliest first, with what speaks for it and against it. candidates accept makes them one, candidates reject keeps them apart for ever.',
  permission: 'read',
  input: z.object({
    person: z.string().optional().describe('Only pairs with this one, by its key.'),
    limit: z.int().min(1).max(200).default(20).describe('How many at most.'),
    cursor: z.string().optional().describe('Go on: the "next" of the page before.'),
  }),
  output: z.object({ candidates: z.array(candidateEntry), next: z.string().nullable() }),
  examples: [{ says: 'the likeliest', input: {} }],
  run: (context, query) => listCandidates(context, query),
  show({ candidates, next }, sheet) {
    const { plain, faint } = sheet.styles.tones
    if (candidates.length === 0) return sheet.say('No candidates: nobody is in doubt.', plain)
    for (const candidate of candidates) sayCandidate(candidate, sheet)
    if (next) sheet.say(`More: --cursor ${next}`, faint)
  },
})
