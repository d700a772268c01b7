import { rejoin } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'

/** The whole register anew. */
export const peopleRejoin = operation({
  name: 'people rejoin',
  summary: 'Look at the whole register anew.',
  description:
    'Asks anew, for every name that several stories tell of, who is who, with what the archive knows now. The register is then the same in whatever order the stories came. Worth it after large imports; what editors decided stays. May be stopped and run again.',
  permission: 'edit',
  input: z.object({}),
  output: z.object({
    names: z.int().describe('Names that were looked at.'),
    left: z.int().describe('Names with so many mentions that they were left as they are.'),
  }),
  examples: [{ says: 'after a large import', input: {} }],
  run: ({ archive, who, now }) => rejoin(archive, { who, at: now }),
  show({ names, left }, sheet) {
    sheet.say(
      `${names} names looked at${left > 0 ? `, ${left} left: too many mentions` : ''}.`,
      sheet.styles.tones.plain,
    )
  },
})
