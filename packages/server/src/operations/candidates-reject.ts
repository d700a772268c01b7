import { rejectCandidate } from '@onrecord/archive'
import { z } from 'zod'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** A candidate is another. */
export const candidatesReject = operation({
  name: 'candidates reject',
  summary: 'Say that two candidates are two.',
  description:
    'Keeps two of the register apart: the machine never joins them, and what it gave to each stays there. person undo takes it back.',
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
    rejectCandidate(archive, one, other, { who, at: now, why }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
