import { acceptCandidate } from '@onrecord/archive'
import { z } from 'zod'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** A candidate is the same. */
export const candidatesAccept = operation({
  name: 'candidates accept',
  summary: 'Say that two candidates are one.',
  description:
    'Merges two of the register into the one of them that more stories tell of. person undo takes it back.',
  permission: 'edit',
  input: z.object({
    one: PERSON.describe('Key of one.'),
    other: PERSON.describe('Key of the other.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['one', 'other'],
  run: ({ archive, who, now }, { one, other, why }) =>
    acceptCandidate(archive, one, other, { who, at: now, why }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
