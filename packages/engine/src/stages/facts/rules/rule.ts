import type { Draft } from '../draft.js'
import type { Context } from '../ground/context.js'

/** One rule: the facts of a kind that a story states. Pure, and linear in the text. */
export type Rule = (context: Context) => Draft[]
