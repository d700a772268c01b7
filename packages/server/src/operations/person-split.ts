import { personKey, splitPerson } from '@onrecord/archive'
import { z } from 'zod'
import { MENTION, PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** One of the register is two. */
export const personSplit = operation({
  name: 'person split',
  summary: 'Take mentions out of a person.',
  description:
    'Moves what some stories tell of a person or organisation to a new one, or to another that is named. The machine never puts either back. person undo takes it back.',
  permission: 'edit',
  input: z.object({
    person: PERSON.describe('Key or name of who is split.'),
    mentions: z
      .array(MENTION)
      .min(1)
      .max(1000)
      .describe('Stories by their keys, or STORY/ITEM for one entity of a story (as x1/e3).'),
    into: PERSON.optional().describe('Key or name of who gets them; a new one unless told.'),
    name: z.string().min(1).max(200).optional().describe('Name of the new one.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['person', 'mentions'],
  run: async (context, { person, why, into, mentions }) =>
    splitPerson(
      context.archive,
      await personKey(context, person),
      { mentions, into: into && (await personKey(context, into)) },
      { who: context.who, at: context.now, why },
    ),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
