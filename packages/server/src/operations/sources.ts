import { type SourceEntry, sourcesOf } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { operation } from './operation.js'
import { NO_OUTLET } from './said.js'

/** What both operations on sources answer. */
export const SOURCE = z.object({
  name: z.string().describe('Empty: stories that name no outlet.'),
  licence: z.object({ kind: z.enum(['full', 'snippet', 'link']), words: z.int().nullable() }),
  note: z.string().nullable(),
  stories: z.int(),
})

/** The outlets and their licences. */
export const sources = operation({
  name: 'sources',
  summary: 'The outlets and their licences.',
  description:
    'Lists every outlet that the archive has stories of, how many, and what its licence lets be shown: all of its words, so many words of a quote or passage, or none (title, date and link alone).',
  permission: 'read',
  input: z.object({}),
  output: z.object({ sources: z.array(SOURCE) }),
  examples: [{ says: 'every outlet', input: {} }],
  run: async view => ({ sources: await sourcesOf(view) }),
  show({ sources }, sheet) {
    if (sources.length === 0) sheet.say('The archive has no stories yet.', sheet.styles.tones.plain)
    for (const source of sources) showSource(source, sheet)
  },
})

/** An outlet in one line, its note below. */
export function showSource({ name, licence, note, stories }: SourceEntry, sheet: Sheet): void {
  const { plain, faint } = sheet.styles.tones
  const shown =
    licence.kind === 'snippet' ? `snippets of ${licence.words ?? 0} words` : licence.kind
  sheet.set([
    { text: name || NO_OUTLET, style: sheet.styles.head },
    { text: `  ${shown}  `, style: plain },
    { text: `${stories} ${stories === 1 ? 'story' : 'stories'}`, style: faint },
  ])
  if (note) sheet.say(note, faint, '  ')
}
