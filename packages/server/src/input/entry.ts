import type { StoryInput } from '@onrecord/engine'
import type { InputError } from '../errors.js'

/** Where a story came from, as a person would look for it. */
export interface Place {
  /** The file as named, or "stdin". */
  readonly file: string
  /** Counted from one; of a JSON array, the story's number. */
  readonly line?: number
}

/** One story of the input, or what stands in its place where there is none to read. */
export type Entry = EntryBase & ({ readonly story: StoryInput } | { readonly error: InputError })

interface EntryBase {
  readonly place: Place
  /** Is the input of a form that holds one story only? */
  readonly one: boolean
  /** How much of the input it took. */
  readonly bytes: number
}

/** Something that holds stories. */
export interface Input {
  /** Is it of a form that holds one story only? Then one it is, told before anything is read. */
  readonly one: boolean
  /** Its stories in order, each read only when it is asked for. Never throws on what it holds. */
  entries(): AsyncIterable<Entry>
}

/** The name of standard input, where a file has its path. */
export const STDIN = 'stdin'

/** The longest story: bytes of a text file or of a line. */
export const STORY_LIMIT = 16 * 1024 * 1024

/** The largest .json file, which has to be held whole. */
export const JSON_LIMIT = 256 * 1024 * 1024

export const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`

/** A path without its extension: what names a story that has no id of its own. */
export const stem = (file: string): string => file.replaceAll('\\', '/').replace(/\.[^./]+$/, '')
