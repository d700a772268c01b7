import { storyPage } from '@onrecord/archive'
import { z } from 'zod'
import { setRecord } from '../output/text.js'
import { STORY } from './named.js'
import { operation } from './operation.js'
import { NO_OUTLET } from './said.js'
import { storyRecord } from './story-record.js'

/** A story with its record in force. */
export const story = operation({
  name: 'story',
  summary: 'A story and its record.',
  description:
    'Gives a story by its key, or KEY@VERSION for an earlier text of it: its record in force (what was read, with corrections), its versions, where it was found, and stories with the same or nearly the same words.',
  permission: 'read',
  input: z.object({
    story: STORY.describe(
      'Key of the story, or a link to it or to what is in it, as search and add print them.',
    ),
  }),
  output: z.object({
    key: z.string(),
    version: z.int(),
    outlet: z.string(),
    kind: z.enum(['story', 'transcript']),
    state: z.enum(['shown', 'hidden', 'withdrawn']),
    revision: z
      .int()
      .describe('How often its record was changed: a correction tells it as its base.'),
    versions: z.array(
      z.object({ number: z.int(), addedAt: z.string(), sha256: z.string(), length: z.int() }),
    ),
    origins: z.array(z.object({ path: z.string(), part: z.string(), foundAt: z.string() })),
    copies: z.array(
      z.object({
        key: z.string(),
        outlet: z.string(),
        published: z.string().nullable(),
        kind: z.enum(['same', 'near']),
        similarity: z.number(),
        earlier: z.boolean(),
      }),
    ),
    licence: z
      .object({ kind: z.enum(['full', 'snippet', 'link']), words: z.int().nullable() })
      .describe('What of the record the licence of its outlet lets be shown.'),
    record: storyRecord.describe('The record, onrecord/1, as far as it may be shown.'),
  }),
  examples: [{ says: 'a story of the samples', input: { story: 'tdexyc55rq9m' } }],
  positional: ['story'],
  path: '/stories/{story}',
  run: (context, { story }) => storyPage(context, story),
  show(answer, sheet) {
    setRecord(answer.record, sheet, { all: false })
    const { faint } = sheet.styles.tones
    const { kind, words } = answer.licence
    if (kind === 'link') sheet.say('Link only: the outlet’s licence lets no words be shown.', faint)
    if (kind === 'snippet')
      sheet.say(`Snippets only: ${words ?? 0} words of a quote may be shown.`, faint)
    for (const { path, part } of answer.origins)
      sheet.say(`Found in ${path}${part ? ` ${part}` : ''}`, faint)
    for (const copy of answer.copies) {
      sheet.say(
        `${copy.kind === 'same' ? 'The same words' : 'Nearly the same words'} ${copy.earlier ? 'earlier' : 'later'} in ${copy.outlet || NO_OUTLET}: ${copy.key}`,
        faint,
      )
    }
  },
})
