import type { Limits } from '../../incoming.js'

/** A page was over a limit: told while it was being parsed, before it cost more. */
export class TooMuch extends Error {
  constructor(
    readonly code: 'too-many-nodes' | 'too-deep',
    message: string,
  ) {
    super(message)
  }
}

export type TreeLimits = Pick<Limits, 'nodes' | 'depth'>
