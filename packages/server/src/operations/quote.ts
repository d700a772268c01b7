import { ArchiveError, quotePage, quoteRef } from '@onrecord/archive'
import type { RecordQuote } from '@onrecord/engine'
import { z } from 'zod'
import { operation } from './operation.js'

/** One quote, to be cited. */
export const quote = operation({
  name: 'quote',
  summary: 'A quote, its speaker and where it stands.',
  description:
    'Gives one quote by its permanent link: its content, cue and source with their offsets, its speakers, how sure that is, the passage that it stands in, and a citation to be pasted.',
  permission: 'read',
  input: z.object({
    story: z
      .string()
      .min(1)
      .describe('Key of the story, or the whole link of the quote: stories/KEY/quotes/q3, KEY#q3.'),
    quote: z
      .string()
      .optional()
      .describe('Id of the quote in the record, as q3; not needed with a link.'),
  }),
  output: z.object({
    link: z.string(),
    story: z.object({
      key: z.string(),
      version: z.int(),
      title: z.string().nullable(),
      outlet: z.string(),
      byline: z.array(z.string()),
      published: z.string().nullable(),
      url: z.string().nullable(),
      sha256: z.string(),
    }),
    quote: z.custom<RecordQuote>().describe('The quote, as a record of onrecord/1 has it.'),
    speakers: z.array(
      z.object({ entity: z.string(), name: z.string(), person: z.string().nullable() }),
    ),
    passage: z.object({ start: z.int(), end: z.int(), text: z.string() }).nullable(),
    citation: z.string(),
  }),
  examples: [
    {
      says: 'what was promised, and by whom',
      input: { story: 'tdexyc55rq9m', quote: 'q4' },
    },
  ],
  positional: ['story', 'quote'],
  path: '/stories/{story}/quotes/{quote}',
  run(context, { story, quote }) {
    const meant = quote === undefined ? quoteRef(story) : { story, item: quote }
    if (!meant)
      throw new ArchiveError(
        'bad-query',
        `"${story}" is no link of a quote. Give stories/KEY/quotes/q3, KEY#q3, or a story's key and the quote's id.`,
      )
    return quotePage(context, meant.story, meant.item)
  },
  show({ quote, passage, citation }, sheet) {
    const { plain, faint } = sheet.styles.tones
    sheet.say(citation, sheet.styles.head)
    const sure = Math.round(100 * quote.confidence)
    sheet.say(`${quote.kind}, ${sure} % sure`, faint, '  ')
    if (passage) sheet.say(passage.text, plain, '  ')
  },
})
