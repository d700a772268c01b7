import { renamePerson } from '@onrecord/archive'
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
    person: PERSON.describe('Its key.'),
    name: z.string().trim().min(1).max(200).describe('The new name.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['person', 'name'],
  run: ({ archive, who, now }, { person, name, why }) =>
    renamePerson(archive, person, name, { who, at: now, why }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
