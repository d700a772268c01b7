import { ArchiveError, type ArchiveErrorCode } from '@onrecord/archive'
import { type ErrorCode, InputError } from '../../errors.js'
import type { Caller } from '../caller.js'

/** The one shape in which the service says no. */
export interface ErrorBody {
  readonly error: {
    /** For programs: stays as it is. */
    readonly code: string
    /** What is wrong, in plain words. */
    readonly message: string
    /** What to do about it. */
    readonly advice: string
  }
}

/** A request that is answered with no. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly advice: string,
    /** Headers that belong to it, as Allow and Retry-After. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message)
  }
}

/** Every status that an operation may answer with, and when. */
export const STATUSES: Readonly<Record<number, string>> = {
  400: 'What was asked is not as the description says.',
  401: 'Nobody is logged in, or the token is not known.',
  403: 'It is not for this account, came from another site, or is not allowed here.',
  404: 'It is not there.',
  405: 'The path is there, but not for this method.',
  408: 'The request did not arrive in time.',
  409: 'Somebody else changed it meanwhile.',
  410: 'It was withdrawn.',
  413: 'What was sent is too large.',
  415: 'What was sent is of another kind.',
  422: 'The story cannot be read, or the address not fetched.',
  429: 'Too many requests, or too much work waiting.',
  431: 'The address or the headers are too long.',
  500: 'The service failed.',
  503: 'The archive does not answer now.',
  507: 'There is no room left.',
}

const OF_ARCHIVE: Readonly<Record<ArchiveErrorCode, readonly [number, string]>> = {
  'bad-query': [400, 'Mend the request as the message says.'],
  'bad-text': [422, 'Tell us, with the story if you may.'],
  'not-allowed': [403, 'Send the file itself, or ask whoever runs the service.'],
  'not-fetched': [422, 'Check the address, or send the file itself.'],
  'bad-url': [500, 'Ask whoever runs the service.'],
  'not-found': [404, 'Check the key; search lists keys.'],
  withdrawn: [410, 'Links to it stay dead; the reason is all that is kept.'],
  conflict: [409, 'Look at it again and decide anew.'],
  busy: [429, 'Send it again after the time that Retry-After tells.'],
  'read-only': [503, 'Ask whoever runs the service.'],
  'disk-full': [507, 'Make room, then send it again: nothing confirmed is lost.'],
  broken: [500, 'Restore a backup: onrecord archive restore.'],
  'no-archive': [503, 'Ask whoever runs the service.'],
  'not-an-archive': [503, 'Ask whoever runs the service.'],
  'older-schema': [503, 'Ask whoever runs the service.'],
  'newer-schema': [503, 'Ask whoever runs the service.'],
  'no-connection': [503, 'Try again in a moment.'],
}

const OF_STORY: Partial<Record<ErrorCode, readonly [number, string]>> = {
  'too-long': [413, 'Send it in parts.'],
  'worker-crashed': [500, 'Send it alone; if it fails again, tell us.'],
  'reader-failed': [500, 'Tell us, with the story if you may.'],
}

/** What was thrown, as a refusal. What nobody foresaw is said without its words, which may be a story's. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  if (error instanceof ArchiveError) {
    const [status, advice] = OF_ARCHIVE[error.code]
    const headers: Record<string, string> =
      status === 503 || status === 429 ? { 'retry-after': '5' } : {}
    return new Refusal(status, error.code, error.message, advice, headers)
  }
  if (error instanceof InputError) {
    const [status, advice] = OF_STORY[error.code] ?? [422, 'Mend the story as the message says.']
    return new Refusal(status, error.code, error.message, advice)
  }
  return new Refusal(
    500,
    'failed',
    'The service failed at this.',
    'Try again; if it fails again, look into the log of the service.',
  )
}

export const bodyOf = ({ code, message, advice }: Refusal): ErrorBody => ({
  error: { code, message, advice },
})

export const refuse = (refusal: Refusal): Response =>
  Response.json(bodyOf(refusal), {
    status: refusal.status,
    headers: { 'cache-control': 'no-store', ...refusal.headers },
  })

/** Somebody asks for what is not theirs. */
export const forbidden = (what: string, permission: string, caller: Caller): Refusal =>
  new Refusal(
    403,
    'forbidden',
    `"${what}" needs the permission "${permission}", and ${caller.who} has ${caller.may.join(', ') || 'none'}.`,
    'Ask an admin for it.',
  )
