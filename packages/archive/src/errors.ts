/** What can be wrong with an archive or with what is asked of it. */
export type ArchiveErrorCode =
  | 'no-archive'
  | 'not-an-archive'
  | 'older-schema'
  | 'newer-schema'
  | 'read-only'
  | 'disk-full'
  | 'busy'
  | 'broken'
  | 'no-connection'
  | 'bad-url'
  | 'not-found'
  | 'bad-query'
  | 'bad-text'
  | 'not-allowed'
  | 'not-fetched'
  | 'conflict'
  | 'withdrawn'

/** The message names the archive or value, the limit, and the way out. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError'
  constructor(
    readonly code: ArchiveErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
  }
}
