import { byteReader, restOf } from './bytes/reader.js'
import { spoiltOf } from './bytes/spoilt.js'
import { chooseFormat, HEAD } from './choose/choose.js'
import { unknownFormat } from './choose/unknown.js'
import { SINGLE, withUrl } from './documents.js'
import { readProblem } from './file-problem.js'
import { FORMATS } from './formats.js'
import { type Found, LIMITS, type Limits, type Source } from './incoming.js'
import { withMeta } from './index-file.js'
import type { FileSource } from './sources.js'

/**
 * The stories of a file, and what is wrong with it, one after another; each as it is asked for. Its format is chosen by
 * its first 4,096 bytes, its media type and its name (`chooseFormat`); a file that fits none is a problem,
 * 'unknown-format', an empty one 'no-text'. What an index.json tells of a file (`sourcesOf`) takes the place of what the
 * file says.
 *
 * Never throws: a file that cannot be opened or breaks off is a problem too ('not-found', 'not-readable').
 */
export async function* readSource(
  source: Source | FileSource,
  limits: Limits = LIMITS,
): AsyncGenerator<Found> {
  if ('problem' in source && source.problem) {
    yield { problem: source.problem }
    return
  }
  /** What was thrown by the source and not by a reader. */
  let failure: { readonly error: unknown } | undefined
  const watched = async function* () {
    try {
      yield* source.bytes()
    } catch (error) {
      failure = { error }
      throw error
    }
  }
  const reader = byteReader(watched())
  try {
    const head = await reader.peek(HEAD)
    const format = chooseFormat(source, head, FORMATS)
    if (!format) {
      yield { problem: unknownFormat(source.name, head, FORMATS) }
      return
    }
    const isSingle = SINGLE.has(format.name)
    const meta = 'meta' in source && isSingle ? source.meta : undefined
    const again: Source = { ...source, bytes: () => restOf(reader) }
    for await (const one of format.read(again, limits)) {
      const found = isSingle ? withUrl(one, source.url) : one
      yield meta && 'story' in found ? { story: withMeta(found.story, meta) } : found
    }
  } catch (error) {
    const isSystems = (error as NodeJS.ErrnoException)?.syscall !== undefined
    const { code, message } = spoiltOf(error)
    yield {
      problem: failure || isSystems ? readProblem(failure?.error ?? error) : { code, message },
    }
  } finally {
    await reader.close()
  }
}
