import type { Archive } from '@onrecord/archive'
import { noFiles } from '../operations/bytes.js'
import type { Context } from '../operations/operation.js'
import type { Pool } from '../pool.js'
import type { Caller } from './caller.js'

/** What an operation has of the world when somebody asks it from elsewhere. */
export const contextOf = (
  {
    archive,
    read,
    fetch,
  }: {
    readonly archive: Archive
    readonly read: Pool['read']
    readonly fetch?: Context['fetch']
  },
  caller: Caller,
  now = new Date().toISOString(),
): Context => ({ archive, ...caller, now, bytes: noFiles, read, fetch })
