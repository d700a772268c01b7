import { createReadStream, type Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, sep } from 'node:path'
import { Spoilt } from './bytes/spoilt.js'
import { formatOfName } from './choose/choose.js'
import { readProblem } from './file-problem.js'
import { FORMATS } from './formats.js'
import type { InFormat, Problem, Source } from './incoming.js'
import { INDEX, type Index, type IndexMeta, readIndex } from './index-file.js'

/** A file of this machine, or standard input. */
export interface FileSource extends Source {
  /** Bytes, where that is known beforehand: for progress. */
  readonly size?: number
  /** When it was last changed, ISO 8601. */
  readonly mtime?: string
  /** What an index.json beside it tells of it. */
  readonly meta?: IndexMeta
  /** In place of a file that cannot be had: `readSource` gives it, and `bytes` gives nothing. */
  readonly problem?: Problem
}

export interface SourcesOptions {
  /** What "-" stands for. */
  readonly stdin?: AsyncIterable<Uint8Array>
  /** Media type of standard input, where it is known. */
  readonly mediaType?: string
  /** The formats whose endings a file in a directory has to have; unless told, all. */
  readonly formats?: readonly InFormat[]
}

/**
 * The files that paths stand for, in their order: a file itself, whatever its ending; "-" standard input; a directory
 * the files in it and in those below, by name (code unit order, files and directories together).
 *
 * In directories: files of the endings that some format has; hidden ones are passed over, and so is a README, which
 * tells of the files, and a symbolic link that leads out of the directory named or back to one above. An index.json that tells of the files beside it is no
 * source: what it tells is each one's `meta`. A directory with no such file is a problem, 'no-stories'.
 *
 * Opens nothing but index.json; each file is opened when its bytes are asked for.
 */
export async function* sourcesOf(
  paths: readonly string[],
  { formats = FORMATS, ...options }: SourcesOptions = {},
): AsyncGenerator<FileSource> {
  const indexBeside = indexReader()
  for (const path of paths) {
    if (path === '-') {
      yield standardInput(options)
      continue
    }
    let kind: Stats
    try {
      kind = await stat(path)
    } catch (error) {
      yield failed(path, readProblem(error))
      continue
    }
    if (kind.isDirectory()) yield* directory(path, formats)
    else if (basename(path) === INDEX && (await indexBeside(path))) {
      if (paths.length === 1) yield failed(path, INDEX_ALONE)
    } else yield fileSource(path, kind, (await indexBeside(path))?.get(basename(path)))
  }
}

async function* directory(path: string, formats: readonly InFormat[]): AsyncGenerator<FileSource> {
  let any = false
  try {
    const root = await realpath(path)
    for await (const source of walk(path, root, [], formats)) {
      any = true
      yield source
    }
  } catch (error) {
    any = true
    yield failed(path, readProblem(error))
  }
  if (!any) yield failed(path, nothingIn(formats))
}

async function* walk(
  path: string,
  root: string,
  above: readonly string[],
  formats: readonly InFormat[],
): AsyncGenerator<FileSource> {
  let names: string[]
  let real: string
  try {
    real = await realpath(path)
    if (!isWithin(real, root) || above.includes(real)) return
    names = (await readdir(path)).filter(isSource).sort()
  } catch (error) {
    yield failed(path, readProblem(error))
    return
  }
  let index: Index | undefined
  let hasIndex = false
  try {
    index = names.includes(INDEX) ? await readIndex(path) : undefined
    hasIndex = index !== undefined
  } catch (error) {
    if (!(error instanceof Spoilt)) throw error
    hasIndex = true
    yield failed(join(path, INDEX), { code: error.code, message: error.message })
  }
  for (const name of names) {
    const file = join(path, name)
    if (name === INDEX && hasIndex) continue
    try {
      const kind = await stat(file)
      if (kind.isDirectory()) yield* walk(file, root, [...above, real], formats)
      else if (
        kind.isFile() &&
        formatOfName(name, formats) &&
        isWithin(await realpath(file), root)
      ) {
        yield fileSource(file, kind, index?.get(name))
      }
    } catch (error) {
      if (formatOfName(name, formats)) yield failed(file, readProblem(error))
    }
  }
}

const isSource = (name: string): boolean =>
  !name.startsWith('.') && name.toLowerCase().split('.')[0] !== 'readme'

const isWithin = (real: string, root: string): boolean =>
  real === root || real.startsWith(root.endsWith(sep) ? root : root + sep)

const fileSource = (path: string, kind: Stats, meta?: IndexMeta): FileSource => ({
  name: path,
  // a pipe or a device cannot be opened twice, nor sought in
  ...(kind.isFile() && { path, size: kind.size }),
  mtime: kind.mtime.toISOString(),
  ...(meta && { meta }),
  bytes: () => createReadStream(path),
})

const standardInput = ({ stdin = process.stdin, mediaType }: SourcesOptions): FileSource => ({
  name: 'stdin',
  ...(mediaType && { mediaType }),
  bytes: () => stdin,
})

const failed = (path: string, problem: Problem): FileSource => ({
  name: path,
  problem,
  async *bytes() {},
})

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

const INDEX_ALONE: Problem = {
  code: 'no-stories',
  message: 'It tells of the text files beside it and holds no story. Read its directory instead.',
}

const nothingIn = (formats: readonly InFormat[]): Problem => ({
  code: 'no-stories',
  message: `There is no file in it of a kind that is known: ${formats
    .flatMap(({ extensions }) => extensions.map(extension => `.${extension}`))
    .join(', ')}.`,
})
