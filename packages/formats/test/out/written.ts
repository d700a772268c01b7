import type { StoryRecord } from '@onrecord/engine'
import type { OutFormat, OutOptions } from '../../src/out/out.js'

async function* streamOf(records: Iterable<StoryRecord>): AsyncGenerator<StoryRecord> {
  yield* records
}

/** The pieces that a form gives for some records. */
export async function piecesOf<Options extends OutOptions>(
  form: OutFormat,
  records: Iterable<StoryRecord>,
  options?: Options,
): Promise<readonly (string | Uint8Array)[]> {
  const pieces: (string | Uint8Array)[] = []
  for await (const piece of form.write(streamOf(records), options)) pieces.push(piece)
  return pieces
}

/** The bytes of the file; a string is written in UTF-8. */
export async function bytesOf<Options extends OutOptions>(
  form: OutFormat,
  records: Iterable<StoryRecord>,
  options?: Options,
): Promise<Buffer> {
  const pieces = await piecesOf(form, records, options)
  return Buffer.concat(
    pieces.map(piece => (typeof piece === 'string' ? Buffer.from(piece) : piece)),
  )
}

export const textOf = async <Options extends OutOptions>(
  form: OutFormat,
  records: Iterable<StoryRecord>,
  options?: Options,
): Promise<string> => (await bytesOf(form, records, options)).toString('utf8')
