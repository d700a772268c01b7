import type { Sight } from '@onrecord/archive'
import type { Operation } from '../operations/operation.js'

/** Somebody who asks something of the service, and what they may. */
export interface Caller {
  /** Their account, or 'local'. */
  readonly who: string
  readonly sight: Sight
  readonly may: readonly Operation['permission'][]
}

/** Whoever sits at this machine: the service listens on loopback alone. */
export const LOCAL: Caller = { who: 'local', sight: 'all', may: ['read', 'edit', 'admin'] }
