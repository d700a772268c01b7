import { availableParallelism } from 'node:os'
import type { Reader } from '@onrecord/engine'
import { openPool } from './pool.js'
import { main } from './process.js'

/** Loaded only to read: help needs no runtime, and the stream form has it in its workers. */
async function openReader(): Promise<Reader> {
  const [{ createReader }, { openQuoteModel }] = await Promise.all([
    import('@onrecord/engine'),
    import('@onrecord/models/node'),
  ])
  // One story has all cores for itself.
  return createReader(await openQuoteModel({ threads: availableParallelism() }))
}

/** The onrecord command. */
await main({ openReader, openPool })
