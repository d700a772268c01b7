import { jobsOf } from '@onrecord/archive'
import { z } from 'zod'
import { jobEntry, sayJob } from './job-entry.js'
import { operation } from './operation.js'

/** What is being done, and what was. */
export const jobs = operation({
  name: 'jobs',
  summary: 'Uploads and how far they are.',
  description:
    "Lists the uploads to the service, the latest first, each with its state, how far it is, and what became of its stories. Editors see their own, admins everybody's.",
  permission: 'read',
  input: z.object({
    after: z.string().optional().describe('Go on behind this job: the "next" of the page before.'),
    limit: z.int().min(1).max(200).default(50).describe('How many at most.'),
  }),
  output: z.object({ jobs: z.array(jobEntry), next: z.string().nullable() }),
  examples: [{ says: 'all uploads', input: {} }],
  links: { job: { job: '/jobs/0/key' }, 'job cancel': { job: '/jobs/0/key' } },
  async run({ archive, who, may }, { after, limit }) {
    const own = may.includes('admin') ? undefined : who
    const { jobs, more } = await jobsOf(archive.db, { who: own, before: after, limit })
    return { jobs, next: more ? jobs.at(-1)!.key : null }
  },
  show({ jobs, next }, sheet) {
    const { faint, plain } = sheet.styles.tones
    if (jobs.length === 0) return sheet.say('No uploads: the service was sent no files.', plain)
    for (const job of jobs) sayJob(job, sheet)
    if (next) sheet.say(`More: --after ${next}`, faint)
  },
})
