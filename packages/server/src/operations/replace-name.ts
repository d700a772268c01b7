import { personKey, replaceName as replace } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import { CHANGES, CONFIRM, REASON, REMAINS, RESTRICTION, showChanges } from './rights.js'

const LEFT = z
  .array(
    z.object({
      story: z
        .string()
        .nullable()
        .describe('Null where it stands in the register alone: no story tells of that person.'),
      version: z.int().nullable(),
      person: z.string().nullable().describe('Who in the register it is there, by the key.'),
      why: z
        .enum(['namesake', 'unknown'])
        .describe(
          'Another person of that name, or nobody decided whose it is: candidates of the person, and texts that name nobody known.',
        ),
      words: z.array(z.string()),
    }),
  )
  .describe('Where the whole name stands and stays.')

export const REPLACED = z.object({
  done: z.boolean(),
  restriction: RESTRICTION,
  changes: CHANGES,
  left: LEFT,
  remains: REMAINS,
})

export const EVERYWHERE = z
  .boolean()
  .default(false)
  .describe(
    'Also where the whole name stands and nobody decided whose it is; candidates of the person are taken to be that person.',
  )

export const BY = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .default('[name withheld]')
  .describe('What stands in the place of the name, as "a 34-year-old man".')

/** Takes a person's name out of the archive. */
export const replaceName = operation({
  name: 'replace-name',
  summary: 'Replace a person’s name everywhere.',
  description:
    'Replaces the name of a person by other words in all texts, titles, addresses, records, indexes, corrections and the register, and drops the original bytes that hold it; offsets are moved with it. Stories that come later are kept without the name, too. The same name of other people stays. It cannot be undone: look first at what is listed without --confirm.',
  permission: 'admin',
  input: z.object({
    person: PERSON.describe('Key of the person in the register, as person prints it, or the name.'),
    by: BY,
    reason: REASON,
    everywhere: EVERYWHERE,
    confirm: CONFIRM,
  }),
  output: REPLACED,
  examples: [],
  positional: ['person'],
  run: async (context, { person, ...how }) =>
    replace(context.archive, await personKey(context, person), how, {
      who: context.who,
      at: context.now,
    }),
  show: showReplaced,
})

/** The changes, where the name stays, and what remains readable. */
export function showReplaced(answer: z.output<typeof REPLACED>, sheet: Sheet): void {
  showChanges(answer, sheet, { forGood: true })
  const { plain, faint, doubt } = sheet.styles.tones
  for (const { story, version, person, why, words } of answer.left) {
    sheet.gap()
    const place = story === null ? 'the register' : `story ${story}@${version}`
    const who = person === null ? '' : ` (${person})`
    sheet.say(
      why === 'namesake'
        ? `Stays in ${place}: another person of that name${who}`
        : `Stays in ${place}: nobody decided whose name it is${who} (--everywhere)`,
      faint,
    )
    for (const around of words) sheet.say(`… ${around} …`, plain, '  ')
  }
  if (answer.remains) sheet.say(answer.remains, doubt)
}
