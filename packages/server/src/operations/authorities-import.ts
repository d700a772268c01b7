import { importAuthorities } from '@onrecord/archive'
import { AUTHORITY_FORMS, readAuthorities } from '@onrecord/formats'
import { z } from 'zod'
import { operation } from './operation.js'
import { whyField } from './person-entry.js'

/** Identifiers and other names from elsewhere. */
export const authoritiesImport = operation({
  name: 'authorities import',
  summary: 'Take identifiers and other names from an authority file.',
  description:
    'Reads an authority file of any size (CSV with columns id, name, and as far as told scheme, type, aliases, born, gender, roles; JSON lines with these fields; items of Wikidata, one a line as in its dumps or as one piece of JSON; gzipped or not) and joins its rows with people and organisations of the register. A name is never enough: a date of birth or a role must agree. Whoever may be several, or has another identifier of the same scheme, becomes a candidate; whoever nobody in the archive may be is passed over. Bad rows are told with line and reason and passed over. The same file again changes nothing; person undo takes each join back.',
  permission: 'edit',
  input: z.object({
    file: z.string().min(1).meta({ file: true, description: 'The file; "-" is what is piped in.' }),
    form: z
      .enum(AUTHORITY_FORMS)
      .optional()
      .describe('What it is; unless told, what its name ends with: csv, jsonl, json (Wikidata).'),
    scheme: z
      .string()
      .regex(/^[a-z][a-z0-9.-]{0,39}$/, 'use a to z, 0 to 9, "." and "-"')
      .optional()
      .describe('Whose identifiers they are, as "viaf", where the rows do not say.'),
    why: whyField,
  }),
  output: z.object({
    rows: z.int(),
    counts: z
      .record(z.enum(['joined', 'known', 'doubtful', 'conflict', 'nobody', 'bad']), z.int())
      .describe('What became of the rows.'),
    problems: z
      .array(z.object({ line: z.int(), problem: z.string() }))
      .describe('The first hundred bad rows and conflicts.'),
  }),
  examples: [],
  positional: ['file'],
  run({ archive, who, now, bytes }, { file, form = formOf(file), scheme, why }) {
    const rows = readAuthorities(bytes(file), { form, scheme })
    return importAuthorities(archive, rows, { who, at: now, why: why ?? file })
  },
  show({ rows, counts, problems }, sheet) {
    const { plain, doubt, faint } = sheet.styles.tones
    const told = Object.entries(counts).filter(([, count]) => count > 0)
    sheet.say(
      `${rows} rows: ${told.map(([what, count]) => `${count} ${what}`).join(', ') || 'nothing'}`,
      plain,
    )
    for (const { line, problem } of problems)
      sheet.say(`line ${line}: ${problem}`, doubt, '  ', '    ')
    if (counts.doubtful + counts.conflict > 0) sheet.say('See: onrecord candidates', faint)
  },
})

function formOf(file: string): (typeof AUTHORITY_FORMS)[number] {
  const name = file.toLowerCase().replace(/\.gz$/, '')
  if (/\.(?:jsonl|ndjson)$/.test(name)) return 'jsonl'
  return name.endsWith('.json') ? 'wikidata' : 'csv'
}
