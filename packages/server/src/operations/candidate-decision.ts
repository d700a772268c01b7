import { type acceptCandidate, personKey } from '@onrecord/archive'
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
      one: PERSON.describe('Key or name of one.'),
      other: PERSON.describe('Key or name of the other.'),
      why: whyField,
    }),
    output: editEntry,
    examples: [],
    positional: ['one', 'other'],
    run: async (context, { one, other, why }) =>
      decide(context.archive, await personKey(context, one), await personKey(context, other), {
        who: context.who,
        at: context.now,
        why,
      }),
    show: (edit, sheet) => sayEdit(edit, sheet),
  })
