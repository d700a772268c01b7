import { problemsOf } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'

/** What could not be taken in, and why. */
export const problems = operation({
  name: 'problems',
  summary: 'What could not be taken in, and why.',
  description:
    'Lists the files and parts of files that gave no story when they were added, the latest first, each with its reason and the way out. A problem is gone once the same place gives a story.',
  permission: 'read',
  input: z.object({
    code: z.string().optional().describe('Only problems of this code, as "broken".'),
    job: z.string().optional().describe('Only those of this upload, by its key.'),
    limit: z.int().min(1).max(1000).default(100).describe('How many at most.'),
  }),
  output: z.object({
    total: z.int(),
    problems: z.array(
      z.object({
        path: z.string(),
        part: z.string(),
        code: z.string(),
        message: z.string(),
        at: z.string(),
      }),
    ),
  }),
  examples: [{ says: 'everything that failed', input: {} }],
  run: ({ archive }, { code, job, limit }) => problemsOf(archive.db, { code, job, limit }),
  show({ total, problems }, sheet) {
    const { faint, plain, doubt } = sheet.styles.tones
    if (total === 0)
      return sheet.say('No problems: everything that was added gave its stories.', plain)
    for (const { path, part, code, message } of problems) {
      sheet.say(part ? `${path} ${part}` : path, sheet.styles.head)
      sheet.set(
        [
          { text: `${code}: `, style: doubt },
          { text: message, style: plain },
        ],
        '  ',
      )
    }
    if (total > problems.length)
      sheet.say(`${total - problems.length} more: --limit ${total}`, faint)
  },
})
