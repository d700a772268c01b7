import { replaceName, withdrawStory } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { BY, EVERYWHERE, REPLACED, showReplaced } from './replace-name.js'
import { CONFIRM, REASON, SUBJECT, subjectOf } from './rights.js'
import { NO_OUTLET } from './said.js'

const COPIES = z
  .array(
    z.object({
      key: z.string(),
      outlet: z.string(),
      kind: z.enum(['same', 'near']),
      similarity: z.number(),
    }),
  )
  .describe('Stories of other outlets with (nearly) its words: they stay until they are withdrawn.')

/** Takes a story or a person out of the archive for good. */
export const withdraw = operation({
  name: 'withdraw',
  summary: 'Take a story or person out for good.',
  description:
    'Takes a story out of the archive: its texts, original bytes, records, quotes, corrections, and every word of it in the indexes; its link says that it was withdrawn, when and why, and it is refused when it comes again. Of a person, the name is replaced everywhere as replace-name does, and the entry in the register goes with its facts; quotes of theirs have no speaker any more. It cannot be undone: look first at what is listed without --confirm.',
  permission: 'admin',
  input: z.object({
    subject: SUBJECT,
    reason: REASON,
    by: BY,
    everywhere: EVERYWHERE,
    confirm: CONFIRM,
  }),
  output: REPLACED.extend({ copies: COPIES }),
  examples: [
    {
      says: 'what would go with this story',
      input: { subject: 'story:tdexyc55rq9m', reason: 'by order of the court' },
    },
  ],
  positional: ['subject'],
  async run({ archive, who, now }, { subject: told, by, everywhere, reason, confirm }) {
    const { subject, key } = subjectOf(told)
    const doer = { who, at: now }
    if (subject === 'story')
      return { ...(await withdrawStory(archive, key, { reason, confirm }, doer)), left: [] }
    const how = { by, reason, everywhere, confirm, withdrawn: true }
    return { ...(await replaceName(archive, key, how, doer)), copies: [] }
  },
  show(answer, sheet) {
    showReplaced(answer, sheet)
    for (const { key, outlet, kind } of answer.copies)
      sheet.say(
        `${kind === 'same' ? 'The same words' : 'Nearly the same words'} in ${outlet || NO_OUTLET}: ${key}`,
        sheet.styles.tones.doubt,
      )
  },
})
