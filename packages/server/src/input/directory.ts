import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileError, InputError } from '../errors.js'
import type { Entry, Input } from './entry.js'
import { INDEX, type Index, readIndex } from './index-file.js'
import { isOtherName } from './other.js'
import type { TextMeta } from './text.js'

/** Opens a file of a directory. */
type Open = (file: string, kind: Stats, meta: TextMeta | undefined) => Promise<Input>

/**
 * A directory and those in it: .txt, .json, .jsonl and .ndjson files and those of other kinds that are known, by name (code
 * unit order, files and directories together). Hidden ones, other kinds, and links that lead back to a directory above are passed over. An index.json of
 * the text files beside it supplies what it tells of them and is not itself a story.
 */
export function directory(path: string, open: Open): Input {
  return {
    one: false,
    async *entries(): AsyncGenerator<Entry> {
      let empty = true
      for await (const entry of walk(path, open, [])) {
        empty = false
        yield { ...entry, one: false }
      }
      if (!empty) return
      const error = new InputError(
        'no-stories',
        'There is no file in it of a kind that is read: text (.txt), JSON, HTML, PDF …',
      )
      yield { place: { file: path }, one: false, bytes: 0, error }
    },
  }
}

async function* walk(path: string, open: Open, above: readonly string[]): AsyncGenerator<Entry> {
  const fail = (file: string, error: unknown): Entry => ({
    place: { file },
    one: false,
    bytes: 0,
    error: fileError(error),
  })
  let names: string[]
  let real: string
  try {
    real = await realpath(path)
    if (above.includes(real)) return
    names = (await readdir(path)).filter(name => !name.startsWith('.')).sort()
  } catch (error) {
    yield fail(path, error)
    return
  }
  let index: Index | undefined
  let hasIndex = false
  try {
    index = names.includes(INDEX) ? await readIndex(path) : undefined
    hasIndex = index !== undefined
  } catch (error) {
    hasIndex = true
    yield fail(join(path, INDEX), error)
  }
  for (const name of names) {
    const file = join(path, name)
    if (name === INDEX && hasIndex) continue
    try {
      const kind = await stat(file)
      if (kind.isDirectory()) yield* walk(file, open, [...above, real])
      else if (kind.isFile() && (await isStoryFile(name)))
        yield* (await open(file, kind, index?.get(name))).entries()
    } catch (error) {
      if (await isStoryFile(name)) yield fail(file, error)
    }
  }
}

const TEXTS: ReadonlySet<string> = new Set(['.txt', '.json', '.jsonl', '.ndjson'])

const isStoryFile = async (name: string): Promise<boolean> =>
  TEXTS.has(extname(name).toLowerCase()) || (await isOtherName(name))
