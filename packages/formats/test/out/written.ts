import type { StoryRecord } from '@onrecord/engine'
import type { OutFormat } from '../../src/out/out.js'
import type { TableOptions } from '../../src/out/tables/index.js'

async function* streamOf(records: Iterable<StoryRecord>): AsyncGenerator<StoryRecord> {
  yield* records
}

/** The pieces that a form gives for some records. */
export async function piecesOf(
  form: OutFormat,
  records: Iterable<StoryRecord>,
  options?: TableOptions,
): Promise<readonly (string | Uint8Array)[]> {
  const pieces: (string | Uint8Array)[] = []
  for await (const piece of form.write(streamOf(records), options ?? {})) pieces.push(piece)
  return pieces
}

/** The bytes of the file; a string is written in UTF-8. */
export async function bytesOf(
  form: OutFormat,
  records: Iterable<StoryRecord>,
  options?: TableOptions,
): Promise<Buffer> {
  const pieces = await piecesOf(form, records, options)
  return Buffer.concat(
    pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  )
}

export const textOf = async (
  form: OutFormat,
  records: Iterable<StoryRecord>,
  options?: TableOptions,
): Promise<string> => (await bytesOf(form, records, options)).toString('utf8')
