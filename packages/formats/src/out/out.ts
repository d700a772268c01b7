import type { StoryRecord } from '@onrecord/engine'

/** A form that others read. One a file under out/. */
export interface OutFormat {
  readonly name: string
  readonly summary: string
  readonly mediaType: string
  /** Ending of a file of it, without the dot. */
  readonly extension: string
  /** Records in, the file out, piece by piece, in the same order; memory does not grow with the stream where the form allows it. */
  write(
    records: AsyncIterable<StoryRecord>,
    options?: OutOptions,
  ): AsyncIterable<string | Uint8Array>
}

export interface OutOptions {
  /**
   * What permanent links begin with, without a slash at the end. A story is at BASE/stories/ID, a quote at
   * BASE/stories/ID/quotes/Q. Unless told: "urn:onrecord", and the path's slashes are colons.
   */
  readonly base?: string
}
