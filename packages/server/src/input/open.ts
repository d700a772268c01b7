import { createReadStream, type Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, dirname, extname } from 'node:path'
import { fileError } from '../errors.js'
import { type Chunks, peek } from './bytes.js'
import type { Encoding } from './decode.js'
import { directory } from './directory.js'
import { type Entry, type Input, STDIN } from './entry.js'
import { INDEX, type Index, readIndex } from './index-file.js'
import { jsonFile } from './json.js'
import { jsonlFile, jsonlStream } from './jsonl.js'
import { HEAD, headOf, isOther, otherInput } from './other.js'
import { type TextMeta, textFile, textStream } from './text.js'

export interface OpenOptions {
  readonly stdin: Chunks
  /** Of plain text; JSON is UTF-8. */
  readonly encoding?: Encoding | undefined
  /** Do stdin and the files named hold one JSON story a line, whatever they are called? */
  readonly jsonl: boolean
}

/**
 * What a name on the command line holds: "-" standard input, a directory its story files, .json and .jsonl or .ndjson
 * stories in JSON, a file of another kind that is known what `add` takes out of it, any other file plain text. A text
 * file with an index.json beside it takes what that tells of it.
 */
export async function openInput(
  name: string,
  options: OpenOptions,
  indexBeside = indexReader(),
): Promise<Input> {
  const { stdin, encoding, jsonl } = options
  if (name === '-') return jsonl ? jsonlStream(stdin) : openStdin(stdin, encoding)
  try {
    const kind = await stat(name)
    if (kind.isDirectory())
      return directory(name, (file, kind, meta) => openFile(file, kind, encoding, meta))
    if (jsonl) return jsonlFile(name)
    const meta = (await indexBeside(name))?.get(basename(name))
    return await openFile(name, kind, encoding, meta)
  } catch (error) {
    return failed(name, error)
  }
}

async function openFile(
  file: string,
  kind: Stats,
  encoding: Encoding | undefined,
  meta: TextMeta | undefined,
): Promise<Input> {
  const head = headOf(file, kind.isFile())
  if (await isOther(file, head))
    return otherInput({ name: file, path: file, bytes: () => createReadStream(file) }, head)
  switch (extname(file).toLowerCase()) {
    case '.json':
      return jsonFile(file)
    case '.jsonl':
    case '.ndjson':
      return jsonlFile(file)
    default:
      return textFile(file, encoding, meta)
  }
}

/** Text, or a file of another kind that is piped in. */
async function openStdin(stdin: Chunks, encoding: Encoding | undefined): Promise<Input> {
  const { head, all } = await peek(stdin, HEAD)
  return (await isOther(STDIN, head))
    ? otherInput({ name: STDIN, bytes: () => all }, head)
    : textStream(all, encoding)
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
