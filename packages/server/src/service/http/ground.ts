import type { Pool } from '../../pool.js'
import type { Answering } from '../answering/answering.js'
import type { JobGround } from '../jobs/routes.js'
import type { Log } from '../log.js'
import type { Metrics } from '../metrics.js'
import type { Desk } from './desk.js'

/** What the routes stand on. */
export interface Ground extends JobGround {
  readonly pool: Pool
  readonly answering: Answering
  readonly version: string
  /** Host names that the service answers to; undefined: any. */
  readonly hosts?: readonly string[]
  /** Its own address as others know it, where a proxy stands in front: https://desk.example */
  readonly origin?: string
  /** The desk, where it was built. */
  readonly desk?: Desk
  readonly log: Log
  readonly metrics: Metrics
}
