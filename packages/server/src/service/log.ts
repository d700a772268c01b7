import { pino } from 'pino'
import type { Output } from '../terminal.js'

export const LEVELS = ['none', 'error', 'info'] as const

/** The service's log: a line of JSON each. No words of stories, of questions, or of what somebody looked for. */
export interface Log {
  /** A request that was answered. */
  request(about: RequestEntry): void
  /** What nobody foresaw, with where it happened. */
  failed(error: unknown, at: string): void
}

export interface RequestEntry {
  readonly method: string
  /** The route, its fields in braces: never the path itself. */
  readonly route: string
  readonly status: number
  readonly ms: number
  readonly who: string | undefined
}

export function openLog(level: (typeof LEVELS)[number], stream: Output): Log {
  const log = pino(
    {
      level: level === 'none' ? 'silent' : level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    { write: line => stream.write(line) },
  )
  return {
    request: about => log.info(about, 'request'),
    failed(error, at) {
      const { name, stack } = error instanceof Error ? error : { name: 'thrown', stack: undefined }
      const { code } = error as { code?: unknown }
      // the message may hold a story's words; where it was thrown does not
      const frames = stack
        ?.split('\n')
        .filter(line => /^\s+at /.test(line))
        .map(line => line.trim())
      log.error({ at, name, ...(typeof code === 'string' && { code }), frames }, 'failed')
    },
  }
}
