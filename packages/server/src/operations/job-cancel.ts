import { cancelJob, findJob } from '@onrecord/archive'
import { z } from 'zod'
import { jobEntry, sayJob } from './job-entry.js'
import { operation } from './operation.js'

/** Stopping an upload. */
export const jobCancel = operation({
  name: 'job cancel',
  summary: 'Stop an upload.',
  description:
    'Stops an upload: one that waits never begins, one that is being read ends at its next story; stories that it brought stay. An upload that has ended stays as it is.',
  permission: 'edit',
  input: z.object({ job: z.string().min(1).describe('Key of the job.') }),
  output: jobEntry,
  examples: [],
  positional: ['job'],
  path: '/jobs/{job}/cancel',
  async run({ archive, who, may }, { job }) {
    const own = may.includes('admin') ? undefined : who
    await findJob(archive.db, job, own)
    await cancelJob(archive, job)
    return findJob(archive.db, job, own)
  },
  show: (entry, sheet) => sayJob(entry, sheet),
})
