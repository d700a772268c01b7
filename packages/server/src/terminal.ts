/** A stream to write to, as Node's standard streams are. */
export interface Output extends NodeJS.WritableStream {
  readonly isTTY?: boolean
  readonly columns?: number
}

export type Env = Readonly<Record<string, string | undefined>>

/** The widest page: longer lines are hard to read. */
const WIDEST = 100

/** Columns to set a page in: the terminal's, 80 where there is none to ask. */
export const pageColumns = (stream: Output): number =>
  Math.max(20, Math.min(WIDEST, stream.columns || 80))

/**
 * Colour or not: what --color and --no-color say; else NO_COLOR (no-color.org: set and not empty); else FORCE_COLOR; else
 * only in a terminal that can.
 */
export function wantsColor(flag: boolean | undefined, env: Env, stream: Output): boolean {
  if (flag !== undefined) return flag
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Nobody reads what is written any more: `onrecord … | head`. */
export class ClosedPipe extends Error {
  override readonly name = 'ClosedPipe'
}

/** A stream that is written as fast as it takes it. */
export interface Sink {
  /** Resolves when more may be written. Rejects with ClosedPipe, or with what else went wrong. */
  write(text: string | Uint8Array): Promise<void>
}

/** `signal` ends any waiting: what is not taken by then is not waited for. */
export function openSink(stream: Output, signal: AbortSignal): Sink {
  let failure: Error | undefined
  let wake = () => {}
  stream.on('error', (error: NodeJS.ErrnoException) => {
    failure =
      error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED' ? new ClosedPipe() : error
    wake()
  })
  stream.on('close', () => {
    failure ??= new ClosedPipe()
    wake()
  })
  stream.on('drain', () => wake())
  signal.addEventListener('abort', () => wake())
  return {
    async write(text) {
      if (text !== '' && !failure && !stream.write(text) && !signal.aborted) {
        await new Promise<void>(resolve => {
          wake = resolve
        })
      }
      if (failure) throw failure
    },
  }
}
