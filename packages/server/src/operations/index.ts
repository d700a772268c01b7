import type { Operation } from './operation.js'
import { problems } from './problems.js'
import { story } from './story.js'

/** All of them, in the order of the help. */
export const operations: readonly Operation[] = [story, problems] as unknown as Operation[]
