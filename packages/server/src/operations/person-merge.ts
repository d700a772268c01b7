import { mergePersons, personKey } from '@onrecord/archive'
import { z } from 'zod'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** Two of the register are one. */
export const personMerge = operation({
  name: 'person merge',
  summary: 'Say that two are one.',
  description:
    "Merges one person or organisation into another: its mentions, names and identifiers become the other's, and its key leads there. The machine never parts them again. person undo takes it back.",
  permission: 'edit',
  input: z.object({
    from: PERSON.describe('Key or name of who is merged into the other.'),
    into: PERSON.describe('Key or name of who stays.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['from', 'into'],
  run: async (context, { from, into, why }) =>
    mergePersons(context.archive, await personKey(context, from), await personKey(context, into), {
      who: context.who,
      at: context.now,
      why,
    }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
