import { personKey, renamePerson } from '@onrecord/archive'
import { z } from 'zod'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** What somebody is called. */
export const personRename = operation({
  name: 'person rename',
  summary: 'Say what somebody is called.',
  description:
    'Changes the name under which a person or organisation stands in the register. Its other names stay, stories are not touched. person undo takes it back.',
  permission: 'edit',
  input: z.object({
    person: PERSON.describe('Its key or name.'),
    name: z.string().trim().min(1).max(200).describe('The new name.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['person', 'name'],
  run: async (context, { person, name, why }) =>
    renamePerson(context.archive, await personKey(context, person), name, {
      who: context.who,
      at: context.now,
      why,
    }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
