import { ArchiveError, type ArchiveErrorCode } from '@onrecord/archive'
import type { Caller } from '../caller.js'

/** What a thread that answers is sent: plain data. */
export interface Question {
  readonly operation: string
  /** As the operation's schema gives it. */
  readonly input: unknown
  readonly caller: Caller
  /** ISO 8601. */
  readonly now: string
}

/** What it answers: JSON; or why not. */
export type Told =
  | { readonly json: string }
  | { readonly refused: { readonly code: ArchiveErrorCode; readonly message: string } }
  | { readonly failed: Failed }

interface Failed {
  readonly name: string
  readonly message: string
  readonly stack?: string | undefined
  readonly code?: unknown
}

/** What was thrown, as it goes from one thread to another. */
export function toTold(thrown: unknown): Told {
  if (thrown instanceof ArchiveError) {
    const { code, message } = thrown
    return { refused: { code, message } }
  }
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const { name, message, stack } = error
  const { code } = error as { code?: unknown }
  return { failed: { name, message, stack, ...(typeof code === 'string' && { code }) } }
}

/** The JSON of an answer. Throws what was thrown in the other thread. */
export function jsonOf(told: Told): string {
  if ('json' in told) return told.json
  if ('refused' in told) throw new ArchiveError(told.refused.code, told.refused.message)
  throw Object.assign(new Error(told.failed.message), told.failed)
}
