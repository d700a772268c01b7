import { counts } from './counts.js'
import { job } from './job.js'
import { jobCancel } from './job-cancel.js'
import { jobs } from './jobs.js'
import type { Operation } from './operation.js'
import { problems } from './problems.js'
import { quotes } from './quotes.js'
import { search } from './search/search.js'
import { story } from './story.js'

/** All of them, in the order of the help. */
export const operations: readonly Operation[] = [
  search,
  story,
  counts,
  quotes,
  problems,
  jobs,
  job,
  jobCancel,
] as unknown as Operation[]
