import { correct as correctStory, editKinds, shownRecord } from '@onrecord/archive'
import { z } from 'zod'
import { editInput } from './edit-words.js'
import { STORY } from './named.js'
import { operation } from './operation.js'
import { storyRecord } from './story-record.js'

/** Correcting a story's record. */
export const correct = operation({
  name: 'correct',
  summary: 'Correct the record of a story.',
  description: `Changes what a story's record says, by hand: all edits or none, each on what the one before it gave. An edit is JSON, or typed in short: its name, the ids it is about, and one field, as in the examples. There are: ${editKinds.join(', ')}. What is corrected is sure (confidence 1) and says by which correction. Corrections are kept through new readings and new texts of the story, and can be undone in any order.`,
  permission: 'edit',
  input: z.object({
    story: STORY.describe('Key of the story.'),
    edits: z
      .array(editInput)
      .min(1)
      .max(200)
      .describe('What is to be changed, in order: JSON, or in short as in the examples.'),
    why: z.string().trim().min(1).max(2000).optional().describe('The reason, for others to read.'),
    base: z
      .int()
      .min(0)
      .optional()
      .describe(
        'The revision of the story that you saw; where somebody changed it since, nothing is done.',
      ),
  }),
  output: z.object({
    story: z.string(),
    version: z.int(),
    revision: z.int().describe('Of the story now: the base of the next correction.'),
    corrections: z.array(
      z.object({
        key: z.string(),
        state: z.enum(['applied', 'fulfilled']).describe('fulfilled: the record said so already.'),
      }),
    ),
    record: storyRecord.describe('The record in force now, as far as it may be shown.'),
  }),
  examples: [
    {
      says: 'somebody else said it',
      input: {
        story: 'tdexyc55rq9m',
        edits: ['change-quote q3 speakers=e4'],
        why: 'heard on the tape',
      },
    },
    {
      says: 'two people are one, and a doubtful quote is right',
      input: { story: 'tdexyc55rq9m', edits: ['merge e33 e34', 'accept q11'] },
    },
    {
      says: 'a quote that is none; the words of another, by the words themselves',
      input: {
        story: 'tdexyc55rq9m',
        edits: ['delete q17', 'change-quote q16 content=“We are”'],
      },
    },
    {
      says: 'all its quotes were checked: training may learn from it',
      input: { story: 'tdexyc55rq9m', edits: ['check'] },
    },
  ],
  positional: ['story', 'edits'],
  path: '/stories/{story}/corrections',
  async run(context, { story: ref, edits, why, base }) {
    const { who, now: at } = context
    const done = await correctStory(context, ref, edits, { who, at, why, base })
    const { story, revision, corrections, record } = done
    return {
      story: story.key,
      version: story.version,
      revision,
      corrections,
      record: shownRecord(record, story.licence),
    }
  },
  show({ corrections, story, revision }, sheet) {
    const { plain, name, faint } = sheet.styles.tones
    for (const { key, state } of corrections) {
      const what = state === 'applied' ? 'corrected' : 'kept, though the record said so already'
      sheet.set([
        { text: key, style: name },
        { text: `  ${what}`, style: plain },
      ])
    }
    sheet.say(`stories/${story} is at revision ${revision}. To undo: onrecord undo KEY`, faint)
  },
})
