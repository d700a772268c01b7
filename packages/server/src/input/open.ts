import { stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { fileError } from '../errors.js'
import type { Chunks } from './bytes.js'
import type { Encoding } from './decode.js'
import { directory } from './directory.js'
import type { Entry, Input } from './entry.js'
import { INDEX, type Index, readIndex } from './index-file.js'
import { jsonFile } from './json.js'
import { jsonlFile, jsonlStream } from './jsonl.js'
import { textFile, textStream } from './text.js'

export interface OpenOptions {
  readonly stdin: Chunks
  /** Of plain text; JSON is UTF-8. */
  readonly encoding?: Encoding | undefined
  /** Do stdin and the files named hold one JSON story a line, whatever they are called? */
  readonly jsonl: boolean
}

/**
 * What a name on the command line holds: "-" standard input, a directory its story files, .json and .jsonl or .ndjson
 * stories in JSON, and any other file plain text. A text file with an index.json beside it takes what that tells of it.
 */
export async function openInput(
  name: string,
  options: OpenOptions,
  indexBeside = indexReader(),
): Promise<Input> {
  const { stdin, encoding, jsonl } = options
  if (name === '-') return jsonl ? jsonlStream(stdin) : textStream(stdin, encoding)
  try {
    if ((await stat(name)).isDirectory()) return directory(name, encoding)
  } catch (error) {
    return failed(name, error)
  }
  if (jsonl) return jsonlFile(name)
  switch (extname(name).toLowerCase()) {
    case '.json':
      return jsonFile(name)
    case '.jsonl':
    case '.ndjson':
      return jsonlFile(name)
    default:
      return textFile(name, encoding, (await indexBeside(name))?.get(basename(name)))
  }
}

/** The stories of several names, each opened when its turn comes. An index among other names is passed over. */
export async function* openInputs(
  names: readonly string[],
  options: OpenOptions,
): AsyncGenerator<Entry> {
  const indexBeside = indexReader()
  for (const name of names) {
    if (basename(name) === INDEX && names.length > 1 && (await indexBeside(name))) continue
    yield* (await openInput(name, options, indexBeside)).entries()
  }
}

/** Reads the index beside a file; the last one is kept, as the files of one directory mostly come together. */
function indexReader(): (file: string) => Promise<Index | undefined> {
  let kept: { readonly path: string; readonly index: Promise<Index | undefined> } | undefined
  return file => {
    const path = dirname(file)
    // What is no index there, or no JSON, is no concern of the file named.
    if (kept?.path !== path) kept = { path, index: readIndex(path).catch(() => undefined) }
    return kept.index
  }
}

function failed(file: string, cause: unknown): Input {
  return {
    one: true,
    async *entries() {
      yield { place: { file }, one: true, bytes: 0, error: fileError(cause) }
    },
  }
}
