import { job } from './job.js'
import { jobCancel } from './job-cancel.js'
import { jobs } from './jobs.js'
import type { Operation } from './operation.js'
import { problems } from './problems.js'
import { story } from './story.js'

/** All of them, in the order of the help. */
export const operations: readonly Operation[] = [
  story,
  problems,
  jobs,
  job,
  jobCancel,
] as unknown as Operation[]
