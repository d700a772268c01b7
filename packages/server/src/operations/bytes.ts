import { createReadStream } from 'node:fs'
import { ArchiveError } from '@onrecord/archive'
import type { Host } from '../commands/read.js'
import { messageOf } from '../errors.js'
import { toBytes } from '../input/bytes.js'

/** The bytes of a file, "-" for what is piped in, as they are read. Rejects with 'not-found' where it cannot be read. */
export async function* bytesOf(
  name: string,
  { stdin }: Pick<Host, 'stdin'>,
): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of name === '-' ? stdin : createReadStream(name)) yield toBytes(chunk)
  } catch (error) {
    throw new ArchiveError(
      'not-found',
      `${name} cannot be read (${messageOf(error)}). Check the path and its permissions.`,
      { cause: error },
    )
  }
}

/** For those who ask over the network, or for an assistant: a path that they send is never one of this machine's. */
export const noFiles = (): never => {
  throw new ArchiveError(
    'bad-query',
    'Files are taken by the command alone: onrecord, on the machine of the archive.',
  )
}
