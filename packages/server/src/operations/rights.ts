import type { Change } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { personKeyOf, storyKeyOf } from './named.js'

/** What the operations that restrict stories and people share. */
export const SUBJECT = z
  .string()
  .trim()
  .regex(
    /^(?:story|person):[^:\s]+$|(?:^|[/:])(?:stories|people)\/[^/:\s]+/,
    'give story:KEY or person:KEY',
  )
  .describe('story:KEY or person:KEY, with the key as search and person print it; or a link to it.')

export const REASON = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .describe('Why, for whoever asks later; it is shown and holds none of the words that are to go.')

export const CONFIRM = z
  .boolean()
  .default(false)
  .describe('Do it. Without this nothing is changed, and all that would be is listed.')

export const CHANGES = z
  .array(
    z.object({
      place: z.string().describe('Table, or table.column.'),
      story: z.string().nullable(),
      version: z.int().nullable(),
      count: z.int(),
      words: z.array(z.string()).describe('A few of the places with what stands around them.'),
    }),
  )
  .describe('Every place changed.')

export const RESTRICTION = z
  .string()
  .nullable()
  .describe('Its key, as restrictions lists it; null where nothing was done.')

export const REMAINS = z
  .string()
  .nullable()
  .describe('What stays readable outside of the archive, and the way out; null: nothing.')

/** "story:abc", or "stories/abc", in its parts. */
export function subjectOf(subject: string): { subject: 'story' | 'person'; key: string } {
  return /^person:|(?:^|[/:])people\//.test(subject)
    ? { subject: 'person', key: personKeyOf(subject) }
    : { subject: 'story', key: storyKeyOf(subject) }
}

/** The places by table, those of stories below with what stands around them; then what to do to do it. */
export function showChanges(
  {
    done,
    restriction,
    changes,
  }: { done: boolean; restriction: string | null; changes: readonly Change[] },
  sheet: Sheet,
  { forGood = false } = {},
): void {
  const { plain, faint, doubt } = sheet.styles.tones
  const back = forGood
    ? 'It cannot be undone; onrecord restrictions tells of it.'
    : `Lift it by: onrecord lift ${restriction}`
  sheet.say(done ? `Done. ${back}` : 'Nothing is changed yet.', sheet.styles.head)
  const totals = new Map<string, number>()
  for (const { place, count } of changes) totals.set(place, (totals.get(place) ?? 0) + count)
  const width = Math.max(0, ...[...totals.keys()].map(place => place.length))
  for (const [place, count] of totals)
    sheet.say(`${place.padEnd(width)}  ${count.toLocaleString('en')}`, plain, '  ')
  for (const { story, version, words } of changes) {
    if (words.length === 0) continue
    sheet.say(`story ${story}${version === null ? '' : ` version ${version}`}`, faint, '  ')
    for (const around of words) sheet.say(`… ${around} …`, plain, '    ')
  }
  if (!done) sheet.say('To do it, say the same with --confirm.', doubt)
}
