import { findJob, storiesOf } from '@onrecord/archive'
import { z } from 'zod'
import { jobEntry, sayJob } from './job-entry.js'
import { operation } from './operation.js'

/** Stories told of one job at most. */
const STORIES = 1000

/** One upload, and the stories it brought. */
export const job = operation({
  name: 'job',
  summary: 'An upload, how far it is, and its stories.',
  description: `Tells of one upload: its state, how far it is, what became of its stories, and those that it brought, ${STORIES} at most.`,
  permission: 'read',
  input: z.object({
    job: z.string().min(1).describe('Key of the job, as the upload answered it.'),
  }),
  output: jobEntry.extend({
    stories: z.array(
      z.object({
        story: z.string().describe('Key of the story.'),
        title: z.string().nullable(),
        outlet: z.string(),
        published: z.string().nullable(),
      }),
    ),
  }),
  examples: [],
  positional: ['job'],
  path: '/jobs/{job}',
  async run({ archive, who, may }, { job }) {
    const entry = await findJob(archive.db, job, may.includes('admin') ? undefined : who)
    return { ...entry, stories: await storiesOf(archive.db, entry, STORIES) }
  },
  show({ stories, ...entry }, sheet) {
    sayJob(entry, sheet)
    for (const { story, title } of stories)
      sheet.say(`${story}  ${title ?? ''}`, sheet.styles.tones.faint, '  ')
  },
})
