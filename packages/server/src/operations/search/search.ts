import { search as searchArchive } from '@onrecord/archive'
import { z } from 'zod'
import { ANY_STORY } from '../named.js'
import { operation } from '../operation.js'
import { setAnswer } from './page.js'

const span = z.object({ start: z.int(), end: z.int() })
const date = z
  .string()
  .regex(/^\d{4}(?:-\d\d){0,2}$/, 'Give a day, a month or a year, as 2014-03-09, 2014-03 or 2014.')
  .optional()

const output = z.object({
  total: z
    .object({ count: z.int(), atLeast: z.boolean() })
    .describe('How many match; atLeast: counting stopped there, there are more.'),
  hits: z.array(
    z.object({
      link: z
        .string()
        .describe('For ever: stories/KEY/quotes/ID, or stories/KEY@VERSION#START-END.'),
      story: z.object({
        key: z.string(),
        version: z.int(),
        kind: z.enum(['story', 'transcript']),
        title: z.string().nullable(),
        outlet: z.string(),
        published: z.string().nullable(),
        added: z.string().describe('When the archive got it.'),
        url: z.string().nullable(),
        licence: z.enum(['full', 'snippet', 'link']),
      }),
      passage: z
        .object({
          text: z.string(),
          start: z.int(),
          end: z.int(),
          cut: z.boolean().describe('The licence lets no more of it be shown.'),
          highlights: z.array(span).describe('What was searched for, within the text above.'),
          quoted: z.array(span).describe('The content of the quote, within the text above.'),
        })
        .nullable()
        .describe('Null where the licence lets no words be shown.'),
      quote: z
        .object({
          id: z.string(),
          kind: z.enum(['direct', 'indirect', 'mixed']),
          said: z.string().nullable(),
          confidence: z.number(),
          speakers: z.array(z.object({ name: z.string(), person: z.string().nullable() })),
        })
        .nullable()
        .describe('Null where passages are searched.'),
    }),
  ),
  facets: z
    .object({
      counted: z
        .int()
        .describe('So many matches were counted: all, unless there are more than the total tells.'),
      outlets: z.array(z.object({ outlet: z.string(), count: z.int() })),
      speakers: z.array(
        z.object({ name: z.string(), person: z.string().nullable(), count: z.int() }),
      ),
      kinds: z.array(z.object({ kind: z.enum(['direct', 'indirect', 'mixed']), count: z.int() })),
      years: z.array(z.object({ year: z.string(), count: z.int() })),
      months: z.array(z.object({ month: z.string(), count: z.int() })),
    })
    .nullable()
    .describe('With the first page only.'),
  cursor: z.string().nullable().describe('Where the next page begins; null: there is none.'),
})

export type SearchPage = z.infer<typeof output>

/** Who said what about it, and where it stands. */
export const search = operation({
  name: 'search',
  summary: 'Find quotes and passages.',
  description:
    'Finds quotes by the words of their content, or with --in passages paragraphs by all their words. All words asked for must be there; "words in marks" stand together in this order; econom* is any word that begins so; OR, NOT (or -word), AND in capitals, and parentheses combine them. Case, diacritics and punctuation do not matter. Without words it lists what the filters leave, the newest first. Answers the best first, each with the passage around it, what matched, and its permanent link; how many of them each outlet, speaker, kind and time has; and a cursor for the next page, which neither repeats nor leaves out anything when stories are added meanwhile. Of very many matches the newest are counted and ranked, and the others follow behind. Shows of each source what its licence allows.',
  permission: 'read',
  input: z.object({
    text: z
      .string()
      .optional()
      .describe('What to find, as: harbour "we will not" (levy OR toll) -income.'),
    in: z.enum(['quotes', 'passages']).default('quotes').describe('What is searched.'),
    speaker: z
      .string()
      .optional()
      .describe(
        'Who said it: a name or a part of it ("Odile Harrane", Harrané), or person:KEY of the register.',
      ),
    about: z
      .string()
      .optional()
      .describe('Someone or something that the quote mentions: a name, or person:KEY.'),
    outlet: z.array(z.string()).optional().describe('Only of these outlets.'),
    from: date.describe('Published on or after this day, or in or after this month or year.'),
    to: date.describe('Published on or before this day, or in or before this month or year.'),
    saidFrom: date.describe(
      'Said on or after this day, month or year, where the story tells when.',
    ),
    saidTo: date.describe('Said on or before this day, month or year, where the story tells when.'),
    kind: z
      .array(z.enum(['direct', 'indirect', 'mixed']))
      .optional()
      .describe('Only quotes of these kinds: direct, indirect, mixed.'),
    added: z.iso
      .datetime({ offset: true, error: 'Give a moment, as 2026-03-09T05:00:00Z.' })
      .optional()
      .describe('Of stories that the archive got after this moment, as 2026-03-09T05:00:00Z.'),
    story: ANY_STORY.optional().describe(
      'Only of the story with this key, or that this link leads to.',
    ),
    sort: z
      .enum(['relevance', 'newest', 'oldest'])
      .optional()
      .describe('The order: relevance where there are words, else newest.'),
    limit: z.int().min(1).max(100).default(20).describe('How many on a page.'),
    cursor: z
      .string()
      .optional()
      .describe('The next page: what the page before gave, with the same question.'),
  }),
  output,
  examples: [
    { says: 'quotes with both words', input: { text: 'ferry bar' } },
    {
      says: 'words of one speaker that stand together, or any that begin so',
      input: { text: '"no new tax" OR lev*', speaker: 'Marrec' },
    },
    {
      says: 'paragraphs of one month, the oldest first',
      input: {
        text: 'budget -tax',
        in: 'passages',
        from: '2026-03',
        to: '2026-03',
        sort: 'oldest',
      },
    },
  ],
  positional: ['text'],
  sentence: true,
  links: { story: { story: '/hits/0/story/key' }, correct: { story: '/hits/0/story/key' } },
  run: (context, { outlet, kind, from, to, saidFrom, saidTo, ...query }) =>
    searchArchive(context, {
      ...query,
      outlets: outlet,
      kinds: kind,
      published: { from, to },
      said: { from: saidFrom, to: saidTo },
    }),
  show: setAnswer,
})
