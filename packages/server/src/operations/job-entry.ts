import type { JobEntry } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { sayTime } from './said.js'

/** A job as operations answer it. */
export const jobEntry = z.object({
  key: z.string(),
  kind: z.literal('import'),
  who: z.string(),
  name: z.string(),
  state: z.enum(['receiving', 'waiting', 'running', 'done', 'failed', 'cancelled']),
  size: z.number().describe('Bytes of the upload.'),
  dealt: z.number().describe('Bytes dealt with.'),
  counts: z
    .record(z.string(), z.int())
    .nullable()
    .describe('What became of its stories: new, version, same, copy, unchanged, problem.'),
  message: z.string().nullable().describe('Why it failed.'),
  madeAt: z.string(),
  begunAt: z.string().nullable(),
  endedAt: z.string().nullable(),
})

/** A job on a page. */
export function sayJob(job: JobEntry, sheet: Sheet): void {
  const { plain, doubt, faint } = sheet.styles.tones
  const share = job.size > 0 ? Math.min(100, Math.floor((100 * job.dealt) / job.size)) : 0
  const state = job.state === 'running' ? `running, ${share} %` : job.state
  sheet.say(`${job.key} ${job.name}`, sheet.styles.head)
  sheet.say(`${state}, sent by ${job.who} at ${sayTime(job.madeAt)}`, plain, '  ')
  const counts = Object.entries(job.counts ?? {}).filter(([, count]) => count > 0)
  if (counts.length > 0)
    sheet.say(counts.map(([name, count]) => `${count} ${name}`).join(', '), faint, '  ')
  if (job.message) sheet.say(job.message, doubt, '  ')
}
