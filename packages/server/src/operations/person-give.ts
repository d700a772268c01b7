import { giveMentions, personKey } from '@onrecord/archive'
import { z } from 'zod'
import { MENTION, PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** A mention is somebody. */
export const personGive = operation({
  name: 'person give',
  summary: 'Say whom a mention means.',
  description:
    "Gives entities of stories to a person or organisation, whoever's they were: also a surname alone, which is never joined by itself. person undo takes it back.",
  permission: 'edit',
  input: z.object({
    person: PERSON.describe('Key or name of who they are.'),
    mentions: z
      .array(MENTION)
      .min(1)
      .max(1000)
      .describe('STORY/ITEM, as x1/e3: the entity e3 of the story x1.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['person', 'mentions'],
  run: async (context, { person, mentions, why }) =>
    giveMentions(context.archive, await personKey(context, person), mentions, {
      who: context.who,
      at: context.now,
      why,
    }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
