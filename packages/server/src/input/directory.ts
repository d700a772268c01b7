import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileError, InputError } from '../errors.js'
import type { Encoding } from './decode.js'
import type { Entry, Input } from './entry.js'
import { INDEX, type Index, readIndex } from './index-file.js'
import { jsonFile } from './json.js'
import { jsonlFile } from './jsonl.js'
import { textFile } from './text.js'

/**
 * A directory and those in it: .txt, .json, .jsonl and .ndjson files, by name (code unit order, files and directories
 * together). Hidden ones, other kinds, and links that lead back to a directory above are passed over. An index.json of
 * the text files beside it supplies what it tells of them and is not itself a story.
 */
export function directory(path: string, encoding?: Encoding): Input {
  return {
    one: false,
    async *entries(): AsyncGenerator<Entry> {
      let empty = true
      for await (const entry of walk(path, encoding, [])) {
        empty = false
        yield { ...entry, one: false }
      }
      if (!empty) return
      const error = new InputError('no-stories', 'There is no .txt, .json or .jsonl file in it.')
      yield { place: { file: path }, one: false, bytes: 0, error }
    },
  }
}

async function* walk(
  path: string,
  encoding: Encoding | undefined,
  above: readonly string[],
): AsyncGenerator<Entry> {
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
      if (kind.isDirectory()) yield* walk(file, encoding, [...above, real])
      else if (kind.isFile()) yield* storiesOf(file, encoding, index?.get(name))
    } catch (error) {
      if (isStoryFile(name)) yield fail(file, error)
    }
  }
}

async function* storiesOf(
  file: string,
  encoding?: Encoding,
  meta?: Readonly<Record<string, unknown>>,
): AsyncGenerator<Entry> {
  const input = openByName(file, encoding, meta)
  if (input) yield* input.entries()
}

function openByName(
  file: string,
  encoding?: Encoding,
  meta?: Readonly<Record<string, unknown>>,
): Input | undefined {
  switch (extname(file).toLowerCase()) {
    case '.txt':
      return textFile(file, encoding, meta)
    case '.json':
      return jsonFile(file)
    case '.jsonl':
    case '.ndjson':
      return jsonlFile(file)
    default:
      return undefined
  }
}

export const isStoryFile = (name: string): boolean =>
  ['.txt', '.json', '.jsonl', '.ndjson'].includes(extname(name).toLowerCase())
