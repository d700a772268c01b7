import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../errors.js'
import { readAll } from './bytes.js'
import { decode } from './decode.js'
import { JSON_LIMIT } from './entry.js'

/** The file that may lie beside .txt files and tell of them. */
export const INDEX = 'index.json'

/** What an index tells of each file, by the file's name. */
export type Index = ReadonlyMap<string, Readonly<Record<string, unknown>>>

/**
 * Reads a directory's index.json, `[{"file","id","title","outlet","byline","published"}, …]`. Nothing where there is
 * none, or where it is not an index but stories. Throws an InputError where it is not JSON.
 */
export async function readIndex(directory: string): Promise<Index | undefined> {
  let bytes: Buffer
  try {
    bytes = await readAll(createReadStream(join(directory, INDEX)), JSON_LIMIT, 'Split it.')
  } catch (error) {
    if (error instanceof InputError) throw error
    return undefined
  }
  try {
    return toIndex(JSON.parse(decode(bytes)))
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError('bad-json', `It is not JSON: ${(error as Error).message.slice(0, 200)}.`)
  }
}

/** The value as an index, if it is one: an array of objects that each name a file and hold no text. */
export function toIndex(value: unknown): Index | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isIndexItem)) return undefined
  return new Map(value.map(item => [item.file, item]))
}

const isIndexItem = (item: unknown): item is { readonly file: string } =>
  typeof item === 'object' &&
  item !== null &&
  'file' in item &&
  typeof item.file === 'string' &&
  !('text' in item)
