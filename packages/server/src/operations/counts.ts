import { type CountRow, count, MEASURES, type Numbers } from '@onrecord/archive'
import { type Cell, type CellType, csvRow, parquetOf } from '@onrecord/formats'
import { z } from 'zod'
import { setTable } from '../output/table.js'
import { BY_HELP, by, countFilters, countQuery } from './count-input.js'
import { type FileAnswer, operation } from './operation.js'

const numbers = {
  quotes: z.int(),
  words: z.int().describe('Words of the quotes’ contents.'),
  stories: z.int(),
  people: z.int().describe('Persons with a name who are quoted, each once.'),
}

/** How often who gets quoted. */
export const counts = operation({
  name: 'counts',
  summary: 'Count who gets quoted.',
  description:
    'Counts quotes, the words they quote, the stories they stand in and the persons quoted: by one thing or two, each with each. Counted is what the records in force say, corrections included; the answer says of which state of the archive. A quote by two speakers is in the rows of both, a person with two roles in both roles’ rows, so rows may come to more than the total. Gender and role are as the very story states them and are never guessed; what is not told is a row of its own. The quotes of a row: see the operation quotes.',
  permission: 'read',
  positional: ['by'],
  input: z.object({
    by: by.default([]).describe(`What to count by, two at most: ${BY_HELP}`),
    ...countFilters,
    sort: z
      .enum(MEASURES)
      .default('quotes')
      .describe('The number that rows are sorted by, behind time.'),
    limit: z.int().min(1).max(10_000).default(50).describe('Rows at most; a file has all.'),
    cursor: z.string().optional().describe('The rows behind those of the answer that gave it.'),
    format: z.enum(['csv', 'parquet']).optional().describe('The whole table as a file.'),
  }),
  output: z.object({
    state: z
      .object({ archive: z.string(), entry: z.int(), readers: z.array(z.string()) })
      .describe(
        'What was counted: the archive, the last entry of its audit log, the readers of its records.',
      ),
    total: z.object(numbers),
    copies: z.int().describe('Stories left out as copies.'),
    all: z.int().describe('Rows in all.'),
    rows: z.array(
      z.object({
        of: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable() })),
        ...numbers,
      }),
    ),
    next: z.string().nullable(),
    by: by.describe('What was counted by, and how.'),
    date: z.enum(['published', 'said']),
  }),
  examples: [
    { says: 'who is quoted most', input: { by: ['speaker'], limit: 10 } },
    {
      says: 'women and men, month by month, wire copies counted once',
      input: { by: ['gender', 'month'], copies: 'once' },
    },
    {
      says: 'whose words one outlet quotes',
      input: { by: ['source'], outlet: ['The Ardesk Courier'] },
    },
  ],
  async run(context, input) {
    const { sort, limit, cursor, by, date } = input
    return { ...(await count(context, countQuery(input), { sort, limit, cursor })), by, date }
  },
  async stream(context, input): Promise<FileAnswer> {
    const answer = await count(context, countQuery(input), {
      sort: input.sort,
      limit: Number.MAX_SAFE_INTEGER,
    })
    const { state, rows, total, copies } = answer
    const columns = columnsOf(input.by)
    const cells = input.by.length > 0 ? rows.map(row => cellsOf(row, input.by)) : [lineOf(total)]
    const csv = async function* () {
      yield csvRow(columns.map(({ name }) => name))
      for (const row of cells) yield csvRow(row)
    }
    const some = async function* () {
      yield cells
    }
    const readers = state.readers.join('; ')
    return {
      mediaType:
        input.format === 'csv'
          ? 'text/csv; charset=utf-8; header=present'
          : 'application/vnd.apache.parquet',
      fileName: `counts${input.by.map(one => `-${one}`).join('')}.${input.format}`,
      bytes: input.format === 'csv' ? csv() : parquetOf({ name: 'counts', columns }, some()),
      told: () =>
        `${cells.length.toLocaleString('en')} rows of archive ${state.archive} at entry ${state.entry}, read by ${readers || 'nobody'}${copies > 0 ? `; ${copies.toLocaleString('en')} stories left out as copies` : ''}.`,
    }
  },
  show({ total, copies, all, rows, next, by, state, date }, sheet) {
    const { faint, plain } = sheet.styles.tones
    if (total.quotes === 0) return sheet.say('No quotes to count.', plain)
    setTable(
      sheet,
      [...by, ...MEASURES],
      [
        ...rows.map(row => [...row.of.map(nameOf), ...lineOf(row)]),
        [...by.map((_, k) => (k === 0 ? 'all' : '')), ...lineOf(total)],
      ],
    )
    sheet.gap()
    if (by.some(one => TIMES.has(one)))
      sheet.say(
        `Times are those ${date === 'said' ? 'when it was said' : 'of publication'}.`,
        faint,
      )
    if (copies > 0)
      sheet.say(
        `${copies.toLocaleString('en')} ${copies === 1 ? 'story' : 'stories'} left out: an earlier one has the words.`,
        faint,
      )
    if (next !== null)
      sheet.say(
        `${rows.length.toLocaleString('en')} of ${all.toLocaleString('en')} rows. More: --limit N, --cursor ${next}, or all with --format csv`,
        faint,
      )
    sheet.say(
      `Archive ${state.archive} at entry ${state.entry}, read by ${state.readers.join('; ')}.`,
      faint,
    )
  },
})

const TIMES = new Set(['day', 'week', 'month', 'quarter', 'year'])

/** A speaker that is no person with a name says what it is. */
function nameOf({ key, name }: { key: string | null; name: string | null }): string {
  const kind = /^(described|organisation|group|other|unresolved|none)(?::|$)/.exec(key ?? '')?.[1]
  const words = kind === 'none' ? 'no source' : kind === 'unresolved' ? 'who is not known' : kind
  if (words === undefined || key === kind) return words || name || '(not told)'
  return name === null ? words : `${name} (${words})`
}

/** With two columns for a speaker: key and name. */
function columnsOf(by: readonly string[]): { name: string; type: CellType }[] {
  const words = by.flatMap(one => (one === 'speaker' ? ['speaker_key', 'speaker'] : [one]))
  return [
    ...words.map(name => ({ name: name.replace('-', '_'), type: 'string' as const })),
    ...MEASURES.map(name => ({ name, type: 'integer' as const })),
  ]
}

const cellsOf = ({ of, ...numbers }: CountRow, by: readonly string[]): Cell[] => [
  ...of.flatMap(({ key, name }, k) =>
    by[k] === 'speaker' ? [key ?? undefined, name ?? undefined] : [key ?? undefined],
  ),
  ...lineOf(numbers),
]

const lineOf = (numbers: Numbers) => MEASURES.map(measure => numbers[measure])
