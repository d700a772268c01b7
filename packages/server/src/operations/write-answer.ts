import type { Host } from '../commands/read.js'
import { visible, visibleLine } from '../output/visible.js'
import { writeWhole } from '../output/whole-file.js'
import { openLine } from '../progress.js'
import { openSink } from '../terminal.js'
import type { FileAnswer } from './operation.js'

/**
 * Writes a file to `path`, or to standard output; tells on standard error what was written. Gives the exit status: 0, 1
 * where it cannot be written, 130 stopped.
 */
export async function writeAnswer(
  { bytes, fileName, told }: FileAnswer,
  path: string | undefined,
  { stdout, stderr, signal }: Host,
): Promise<number> {
  const line = openLine(stderr, told)
  const say = (text: string) => {
    line.end()
    stderr.write(`onrecord: ${visibleLine(text)}\n`)
  }
  try {
    if (path !== undefined) await writeWhole(path, bytes, signal)
    else {
      const sink = openSink(stdout, signal)
      for await (const piece of bytes) {
        if (signal.aborted) break
        if (stdout.isTTY && typeof piece !== 'string') {
          say(`This form is no text for a terminal. Give it a file: --out ${fileName}`)
          return 1
        }
        line.clear()
        await sink.write(stdout.isTTY ? visibleRows(piece as string) : piece)
      }
    }
    if (signal.aborted) return 130
    say(told())
    return 0
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    say(`${path ?? 'The output'} cannot be written: ${error.message}`)
    return 1
  } finally {
    line.end()
  }
}

/** The ends of CSV's rows hold a control character that they keep. */
const visibleRows = (text: string) => text.split('\r\n').map(visible).join('\r\n')
