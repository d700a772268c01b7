import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { readAll } from './bytes/read-all.js'
import { messageOf, Spoilt } from './bytes/spoilt.js'
import type { Incoming } from './incoming.js'

/** The file that may lie beside text files and tell of them. */
export const INDEX = 'index.json'

/** What an index tells of one file. */
export type IndexMeta = Pick<
  Incoming,
  'id' | 'title' | 'outlet' | 'byline' | 'url' | 'published' | 'language'
>

/** What an index tells of each file, by the file's name. */
export type Index = ReadonlyMap<string, IndexMeta>

const LIMIT = 64 * 2 ** 20

/**
 * Reads a directory's index.json, `[{"file","id","title","outlet","byline","published"}, …]`. Nothing where there is
 * none, or where it is not an index but stories. Throws a Spoilt where it is not JSON or over 64 MB.
 */
export async function readIndex(directory: string): Promise<Index | undefined> {
  let bytes: Uint8Array
  try {
    bytes = await readAll(createReadStream(join(directory, INDEX)), LIMIT)
  } catch (error) {
    if (error instanceof Spoilt) throw error
    return undefined
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Spoilt('bad-json', `It is not JSON: ${messageOf(error)}.`)
  }
  return toIndex(value)
}

/** The value as an index, if it is one: an array of objects that each name a file and hold no text. */
export function toIndex(value: unknown): Index | undefined {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isIndexItem)) return undefined
  return new Map(value.map(item => [item.file, metaOf(item)]))
}

const isIndexItem = (item: unknown): item is { readonly file: string } =>
  typeof item === 'object' &&
  item !== null &&
  'file' in item &&
  typeof item.file === 'string' &&
  !('text' in item)

const STRINGS = ['title', 'outlet', 'url', 'published', 'language'] as const

/** The fields that are of the right kind; an id may be a whole number, a byline one name. Others are passed over. */
function metaOf(item: Readonly<Record<string, unknown>>): IndexMeta {
  const meta: { -readonly [K in keyof IndexMeta]: IndexMeta[K] } = {}
  const { id, byline } = item
  if (typeof id === 'string') meta.id = id
  else if (Number.isSafeInteger(id)) meta.id = String(id)
  if (typeof byline === 'string') meta.byline = [byline]
  else if (Array.isArray(byline) && byline.every(name => typeof name === 'string')) {
    meta.byline = byline
  }
  for (const field of STRINGS) {
    const value = item[field]
    if (typeof value === 'string') meta[field] = value
  }
  return meta
}

/** A story with what the index tells of it in the place of what it says itself. */
export const withMeta = (story: Incoming, meta: IndexMeta): Incoming => ({ ...story, ...meta })
