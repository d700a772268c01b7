import { noteExport, planRecords, type RecordsPlan, recordsOf } from '@onrecord/archive'
import { outFormats, tables } from '@onrecord/formats'
import { z } from 'zod'
import { countFilters } from './count-input.js'
import { ANY_STORY } from './named.js'
import { type FileAnswer, operation } from './operation.js'

const forms = outFormats.map(({ name }) => name)

/** Records in a form that others read. */
export const exportRecords = operation({
  name: 'export',
  summary: 'Write records in a form that others read.',
  description: `Writes the records of stories, corrections included, as far as their outlets' licences let them be shown, into one file: ${outFormats.map(({ name, summary }) => `${name}: ${summary.replace(/\.$/, '')}`).join('. ')}. Without a form it tells what would be written. Hidden stories are left out. Every file is noted in the audit log before it leaves.`,
  permission: 'read',
  logged: true,
  input: z.object({
    format: z
      .enum(forms)
      .optional()
      .describe(`The form: ${forms.join(', ')}.`),
    table: z.enum(tables).optional().describe('csv, parquet: which table; quotes unless told.'),
    quotes: z.boolean().default(false).describe('bibtex: an entry for each direct quote too.'),
    base: z
      .string()
      .regex(
        /^(https?:\/\/[^\s<>"]+|urn:[^\s<>"]+)$/,
        'Give an address, as https://paper.example/record',
      )
      .optional()
      .describe('What permanent links begin with; urn:onrecord unless told.'),
    story: z.array(ANY_STORY).min(1).max(1000).optional().describe('Only these stories, by key.'),
    outlet: countFilters.outlet,
    from: countFilters.from.describe('Published from this year, month or day on.'),
    to: countFilters.to.describe('Published up to and with this year, month or day.'),
    storyKind: countFilters.storyKind.describe('Only stories, or only transcripts.'),
    speaker: countFilters.speaker.describe(
      'Only stories that quote this speaker, whole: a name, or a key that a count by speaker gave.',
    ),
  }),
  output: z.object({
    state: z.object({ archive: z.string(), entry: z.int(), readers: z.array(z.string()) }),
    stories: z.int().describe('Stories whose records would be written.'),
    snippets: z.int().describe('Of these, with snippets only, as their outlets’ licences say.'),
    links: z.int().describe('Of these, with none of their words.'),
    hidden: z.int().describe('Left out, since they are hidden.'),
  }),
  examples: [
    { says: 'what would be written', input: {} },
    { says: 'all quotes as a table', input: { format: 'csv' } },
    {
      says: 'one outlet’s week as annotations',
      input: {
        format: 'web-annotation',
        outlet: ['The Ardesk Courier'],
        from: '2026-03-09',
        to: '2026-03-15',
        base: 'https://paper.example/record',
      },
    },
  ],
  run: (context, input) => planRecords(context, queryOf(input)),
  async stream(context, input): Promise<FileAnswer> {
    const { format, table, quotes, base } = input
    const form = outFormats.find(({ name }) => name === format)!
    const query = queryOf(input)
    const plan = await planRecords(context, query)
    const { who, now: at } = context
    await noteExport(
      context,
      { format, table, base, of: query, stories: plan.stories },
      { who, at },
    )
    let written = 0
    let whole = false
    async function* counted() {
      for await (const record of recordsOf(context, query)) {
        yield record
        written++
      }
      whole = true
    }
    return {
      mediaType: form.mediaType,
      fileName: `${table ?? 'onrecord'}.${form.extension}`,
      bytes: form.write(counted(), {
        quotes,
        ...(table !== undefined && { table }),
        ...(base !== undefined && { base }),
      }),
      told: () =>
        whole
          ? sayPlan({ ...plan, stories: written })
          : `${written.toLocaleString('en')} of ${plan.stories.toLocaleString('en')} stories`,
    }
  },
  show(plan, sheet) {
    const { plain, faint } = sheet.styles.tones
    sheet.say(sayPlan(plan), plain)
    sheet.say(`To write them: --format ${forms.join('|')} --out FILE`, faint)
  },
})

/** "312 stories, 4 of them as snippets, 2 without their words, as their outlets' licences say; 1 left out: hidden." */
function sayPlan({ stories, snippets, links, hidden }: RecordsPlan): string {
  const number = (count: number) => count.toLocaleString('en')
  const cut = [
    snippets > 0 && `${number(snippets)} as snippets`,
    links > 0 && `${number(links)} without their words`,
  ].filter(part => part !== false)
  return [
    `${number(stories)} ${stories === 1 ? 'story' : 'stories'}`,
    cut.length > 0 ? `, of them ${cut.join(' and ')} (their outlets’ licences)` : '',
    hidden > 0 ? `; ${number(hidden)} left out: hidden` : '',
    '.',
  ].join('')
}

interface Asked {
  readonly story?: readonly string[] | undefined
  readonly outlet?: readonly string[] | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly storyKind?: 'story' | 'transcript' | undefined
  readonly speaker?: string | undefined
}

const queryOf = ({ story, outlet, from, to, storyKind, speaker }: Asked) => ({
  stories: story,
  outlets: outlet,
  from,
  to,
  storyKind,
  speaker,
})
