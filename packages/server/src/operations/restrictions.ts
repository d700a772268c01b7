import { type RestrictionEntry, restrictionsOf } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { operation } from './operation.js'
import { sayTime } from './said.js'

export const RESTRICTED = z.object({
  restriction: z.string(),
  subject: z.enum(['story', 'person']),
  key: z.string().describe('Of the story or person.'),
  state: z.enum(['hidden', 'replaced', 'withdrawn']),
  replacement: z.string().nullable(),
  reason: z.string(),
  who: z.string(),
  at: z.string(),
  liftedBy: z.string().nullable(),
  liftedAt: z.string().nullable(),
})

/** What is hidden, replaced, withdrawn, and why. */
export const restrictions = operation({
  name: 'restrictions',
  summary: 'What is hidden, replaced or withdrawn, and why.',
  description:
    'Lists the stories and people that are hidden, whose names are replaced, or that were withdrawn: by whom, when and why; the latest first. None of the words that went are in it.',
  permission: 'admin',
  input: z.object({
    all: z.boolean().default(false).describe('Also those that were lifted.'),
    limit: z.int().min(1).max(1000).default(100).describe('How many at most.'),
    cursor: z.string().optional().describe('Where to go on: `next` of the page before.'),
  }),
  output: z.object({ restrictions: z.array(RESTRICTED), next: z.string().nullable() }),
  examples: [{ says: 'those in force', input: {} }],
  run: ({ archive }, { all, limit, cursor }) =>
    restrictionsOf(archive, { all, limit, before: cursor }),
  show({ restrictions, next }, sheet) {
    const { plain, faint } = sheet.styles.tones
    if (restrictions.length === 0) sheet.say('Nothing is restricted.', plain)
    for (const one of restrictions) showRestriction(one, sheet)
    if (next) sheet.say(`There are more: --cursor ${next}`, faint)
  },
})

export function showRestriction(one: RestrictionEntry, sheet: Sheet): void {
  const { plain, faint } = sheet.styles.tones
  sheet.set([
    { text: `${one.subject}:${one.key}`, style: sheet.styles.head },
    { text: `  ${one.state}${one.replacement ? ` by ${one.replacement}` : ''}`, style: plain },
  ])
  sheet.say(one.reason, plain, '  ')
  const lifted = one.liftedAt ? `; lifted by ${one.liftedBy}, ${sayTime(one.liftedAt)}` : ''
  sheet.say(`${one.restriction}, ${one.who}, ${sayTime(one.at)}${lifted}`, faint, '  ')
}
