import { ArchiveError, redo as redoThem, undo as undoThem, type Which } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { ANY_STORY } from './named.js'
import { operation } from './operation.js'

const input = z.object({
  corrections: z
    .array(z.string())
    .max(1000)
    .default([])
    .describe('Keys of corrections, as corrections prints them.'),
  story: ANY_STORY.optional().describe('All of the story with this key, instead.'),
  why: z.string().trim().min(1).max(2000).optional().describe('The reason, for the audit log.'),
  base: z
    .int()
    .min(0)
    .optional()
    .describe('The revision of the story that you saw; where it has another, nothing is done.'),
})

const output = z.object({
  keys: z.array(z.string()).describe('Undone, or done again.'),
  others: z
    .array(
      z.object({
        key: z.string(),
        state: z.enum(['applied', 'fulfilled', 'conflict', 'undone']),
        conflict: z.string().nullable(),
      }),
    )
    .describe('Other corrections whose state is another now: those that rested on one of them.'),
  stories: z.array(z.object({ key: z.string(), revision: z.int() })),
})

/** Undoing corrections, in any order. */
export const undo = operation({
  name: 'undo',
  summary: 'Undo corrections.',
  description:
    'Undoes corrections, any of them, not only the last. What else was corrected stays; a correction that rests on an undone one (a speaker for a quote that was added) does not fit any more: it is kept, and shown as a conflict. They can be done again with redo.',
  permission: 'edit',
  input,
  output,
  examples: [
    { says: 'all of a story: the record is as it was read', input: { story: 'tdexyc55rq9m' } },
  ],
  positional: ['corrections'],
  run: (context, { why, base, ...which }) =>
    undoThem(context, whichOf(which), { who: context.who, at: context.now, why, base }),
  show: (answer, sheet) => show(answer, 'undone', sheet),
})

/** Doing undone corrections again. */
export const redo = operation({
  name: 'redo',
  summary: 'Do undone corrections again.',
  description:
    'Does corrections again that were undone, in the place that they had in the order of the others.',
  permission: 'edit',
  input,
  output,
  examples: [{ says: 'all of a story', input: { story: 'tdexyc55rq9m' } }],
  positional: ['corrections'],
  run: (context, { why, base, ...which }) =>
    redoThem(context, whichOf(which), { who: context.who, at: context.now, why, base }),
  show: (answer, sheet) => show(answer, 'done again', sheet),
})

function whichOf({
  corrections: keys,
  story,
}: {
  corrections: string[]
  story?: string | undefined
}): Which {
  if (keys.length === 0 && story !== undefined) return { story }
  if (keys.length > 0 && story === undefined) return { keys }
  throw new ArchiveError('bad-query', 'Give keys of corrections, or --story for all of a story.')
}

function show({ keys, others }: z.output<typeof output>, what: string, sheet: Sheet) {
  const { plain, name, doubt } = sheet.styles.tones
  if (keys.length === 0) sheet.say(`Nothing to be ${what}.`, plain)
  for (const key of keys)
    sheet.set([
      { text: key, style: name },
      { text: `  ${what}`, style: plain },
    ])
  for (const { key, state, conflict } of others) {
    sheet.set([
      { text: key, style: name },
      { text: `  now ${state}`, style: state === 'conflict' ? doubt : plain },
    ])
    if (conflict) sheet.say(conflict, doubt, '  ')
  }
}
