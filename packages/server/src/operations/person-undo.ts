import { undoEdit } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { editEntry, sayEdit, whyField } from './person-entry.js'

/** An edit of the register is taken back. */
export const personUndo = operation({
  name: 'person undo',
  summary: 'Take back an edit of the register.',
  description:
    "Undoes a merge, split, gift, renaming, rejection or import, exactly; undoing an undo does the edit again. An edit that a later one stands on is refused: undo the later one first. A person's page lists its edits.",
  permission: 'edit',
  input: z.object({
    edit: z.string().min(1).describe('Key of the edit.'),
    why: whyField,
  }),
  output: editEntry,
  examples: [],
  positional: ['edit'],
  run: ({ archive, who, now }, { edit, why }) => undoEdit(archive, edit, { who, at: now, why }),
  show: (edit, sheet) => sayEdit(edit, sheet),
})
