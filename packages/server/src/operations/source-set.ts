import { setLicence } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { SOURCE, showSource } from './sources.js'

/** Says what may be done with an outlet's words. */
export const sourceSet = operation({
  name: 'source set',
  summary: 'Set the licence of an outlet.',
  description:
    'Says what may be shown and exported of an outlet’s stories from now on: full, all of it; snippet, so many words of a quote or passage; link, title, date and link alone. Nothing that is kept changes, so a licence can be changed back. An outlet of which there is no story yet may be told beforehand, as new.',
  permission: 'admin',
  input: z.object({
    source: z
      .string()
      .max(500)
      .describe('Name of the outlet, as sources prints it; empty for stories that name none.'),
    licence: z.enum(['full', 'snippet', 'link']).describe('What may be shown.'),
    words: z
      .int()
      .min(1)
      .max(1000)
      .default(25)
      .describe('Words of a snippet at most, with the licence snippet.'),
    note: z
      .string()
      .max(2000)
      .optional()
      .describe('On what it rests, as a contract; empty takes the note away.'),
    new: z
      .boolean()
      .default(false)
      .describe('There is no story of it yet; unless told, a name that is not known is refused.'),
  }),
  output: SOURCE,
  examples: [
    {
      says: 'of this outlet at most 30 words of a quote are shown',
      input: {
        source: 'The Weekly Made-up',
        licence: 'snippet',
        words: 30,
        note: 'by letter of 3 March',
        new: true,
      },
    },
  ],
  positional: ['source', 'licence'],
  run: ({ archive, who, now }, { source, licence, words, note, new: isNew }) =>
    setLicence(
      archive,
      {
        name: source,
        licence: { kind: licence, words: licence === 'snippet' ? words : null },
        note,
        isNew,
      },
      { who, at: now },
    ),
  show: showSource,
})
