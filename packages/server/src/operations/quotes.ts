import { countedQuotes, quoteLink } from '@onrecord/archive'
import { z } from 'zod'
import { BY_HELP, by, countFilters, countQuery } from './count-input.js'
import { operation } from './operation.js'

/** Stands for a key that is null. */
const NOT_TOLD = '-'

/** The quotes that a number of `counts` counts. */
export const quotes = operation({
  name: 'quotes',
  summary: 'The quotes that a number of counts counts.',
  description:
    'Lists the quotes of one row of counts, oldest first: asked with the same filters, and with the keys of the row. Their number is the row’s. Of their words is shown what the outlet’s licence lets be shown.',
  permission: 'read',
  input: z.object({
    by: by.default([]).describe(`What was counted by: ${BY_HELP}`),
    of: z
      .array(z.string())
      .max(2)
      .default([])
      .describe(
        `The keys of the row, as many as it was counted by; ${NOT_TOLD} for what is not told.`,
      ),
    ...countFilters,
    limit: z.int().min(1).max(1000).default(50).describe('Quotes at most.'),
    cursor: z.string().optional().describe('The quotes behind those of the answer that gave it.'),
  }),
  output: z.object({
    quotes: z.array(
      z.object({
        story: z.string().describe('Key of the story.'),
        item: z
          .string()
          .describe('The quote in its record: the link is stories/STORY/quotes/ITEM.'),
        kind: z.enum(['direct', 'indirect', 'mixed']),
        content: z.string().nullable(),
        source: z.string().nullable(),
        outlet: z.string(),
        published: z.string().nullable(),
        title: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  examples: [
    {
      says: 'what women are quoted with in one month',
      input: { by: ['gender', 'month'], of: ['female', '2026-03'], limit: 5 },
    },
  ],
  links: { story: { story: '/quotes/0/story' } },
  run: (context, { of, limit, cursor, ...input }) =>
    countedQuotes(
      context,
      countQuery(input),
      of.map(key => (key === NOT_TOLD ? null : key)),
      { limit, cursor },
    ),
  show({ quotes, next }, sheet) {
    const { faint, plain, name } = sheet.styles.tones
    if (quotes.length === 0) return sheet.say('No quotes.', plain)
    for (const { story, item, content, source, outlet, published, title } of quotes) {
      sheet.set([
        { text: content ?? '(not shown: the outlet’s licence)', style: plain },
        { text: source ? `  ${source}` : '', style: name },
      ])
      const where = [outlet, published?.slice(0, 10), title].filter(Boolean).join(', ')
      sheet.say(`${where}  ${quoteLink(story, item)}`, faint, '  ')
    }
    if (next !== null) sheet.say(`More: --cursor ${next}`, faint)
  },
})
