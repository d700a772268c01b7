import { z } from 'zod'
import { ISO_DATE, ISO_FORM, isIsoDate } from '../input/story.js'
import { setRecord } from '../output/text.js'
import { operation } from './operation.js'
import { storyRecord } from './story-record.js'

/** Reading one story, for the service; on the command line there is a fuller command of this name. */
export const read = operation({
  name: 'read',
  summary: 'Read a story and tell who said what.',
  description:
    'Reads one story and gives its record: quotes with content, cue, source and speaker, entities, values, facts and findings. Nothing is kept.',
  permission: 'read',
  long: true,
  reads: true,
  input: z.object({
    text: z
      .string()
      .max(16 * 1024 * 1024)
      .describe("The story's words, untouched."),
    id: z.string().max(1000).optional().describe('Its name in the record.'),
    title: z.string().max(10_000).optional().describe('Its headline.'),
    outlet: z.string().max(1000).optional().describe('Where it was published.'),
    byline: z.array(z.string().max(1000)).max(100).optional().describe('Who wrote it.'),
    url: z.string().max(10_000).optional().describe('Its address.'),
    published: z
      .string()
      .regex(ISO_FORM, `Give ${ISO_DATE}.`)
      .refine(isIsoDate, `Give ${ISO_DATE}.`)
      .optional()
      .describe('When it was published, ISO 8601: dates in it are reckoned from that.'),
  }),
  output: storyRecord,
  examples: [
    {
      says: 'who said it',
      input: { text: '“We will appeal,” Mara Lund said on Friday.', published: '2026-03-16' },
    },
  ],
  run({ read }, asked) {
    const told = Object.entries(asked).filter(([, value]) => value !== undefined)
    return read(Object.fromEntries(told) as never)
  },
  show: (record, sheet) => setRecord(record, sheet, { all: false }),
})
