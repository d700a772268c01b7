import { listCorrections } from '@onrecord/archive'
import { z } from 'zod'
import { ANY_STORY } from './named.js'
import { operation } from './operation.js'
import { sayTime } from './said.js'

const state = z.enum(['applied', 'fulfilled', 'conflict', 'undone'])

/** What was corrected, by whom, when and why, and what became of it. */
export const corrections = operation({
  name: 'corrections',
  summary: 'What was corrected, by whom and why.',
  description:
    'Lists corrections, of one story or of all, the latest first: what was changed, by whom, when and why; whether the record in force has it by hand (applied), says so by itself since a new reading (fulfilled), does not fit it (conflict, with the reason), or it was undone.',
  permission: 'read',
  input: z.object({
    story: ANY_STORY.optional().describe('Key of a story; all stories unless told.'),
    state: state.optional().describe('Only those in this state.'),
    who: z.string().max(200).optional().describe('Only those of this editor.'),
    limit: z.int().min(1).max(1000).default(50).describe('How many at most.'),
    cursor: z.string().optional().describe('Those behind the answer that gave it.'),
  }),
  output: z.object({
    total: z.int(),
    corrections: z.array(
      z.object({
        key: z.string(),
        story: z.string(),
        version: z.int().describe('The text of the story that it was made on.'),
        kind: z.string(),
        says: z
          .string()
          .nullable()
          .describe('In words; null where the licence lets none be shown.'),
        who: z.string(),
        at: z.string(),
        why: z.string().nullable(),
        state,
        conflict: z.string().nullable().describe('Why it does not fit the record.'),
        undoneBy: z.string().nullable(),
        undoneAt: z.string().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
  examples: [
    { says: 'those of all stories', input: {} },
    { says: 'those that do not fit a new reading or text', input: { state: 'conflict' } },
  ],
  positional: ['story'],
  run: (context, { cursor, ...asked }) => listCorrections(context, { ...asked, after: cursor }),
  show({ total, corrections, next }, sheet) {
    const { faint, plain, name, doubt } = sheet.styles.tones
    if (corrections.length === 0) return sheet.say('No corrections.', plain)
    for (const one of corrections) {
      sheet.set([
        { text: one.key, style: name },
        { text: `  ${one.kind}  `, style: plain },
        { text: one.state, style: one.state === 'conflict' ? doubt : faint },
      ])
      sheet.say(one.says ?? '(not shown: the outlet’s licence)', plain, '  ')
      if (one.conflict) sheet.say(one.conflict, doubt, '  ')
      if (one.why) sheet.say(`Why: ${one.why}`, plain, '  ')
      const undone = one.undoneBy ? `; undone by ${one.undoneBy}, ${sayTime(one.undoneAt!)}` : ''
      sheet.say(
        `${one.who}, ${sayTime(one.at)}, in stories/${one.story}@${one.version}${undone}`,
        faint,
        '  ',
      )
    }
    if (next !== null) sheet.say(`${corrections.length} of ${total}. More: --cursor ${next}`, faint)
  },
})
