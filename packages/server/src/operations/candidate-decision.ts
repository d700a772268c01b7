import type { acceptCandidate } from '@onrecord/archive'
import { z } from 'zod'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** What is decided of two of the register, whichever way. */
export const candidateDecision = <const N extends string>(
  about: { readonly name: N; readonly summary: string; readonly description: string },
  decide: typeof acceptCandidate,
) =>
  operation({
    ...about,
    permission: 'edit',
    input: z.object({
      one: PERSON.describe('Key of one.'),
      other: PERSON.describe('Key of the other.'),
      why: whyField,
    }),
    output: editEntry,
    examples: [],
    positional: ['one', 'other'],
    run: ({ archive, who, now }, { one, other, why }) =>
      decide(archive, one, other, { who, at: now, why }),
    show: (edit, sheet) => sayEdit(edit, sheet),
  })
