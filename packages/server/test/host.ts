import { PassThrough, Readable } from 'node:stream'
import type { Reader } from '@onrecord/engine'
import { run } from '../src/cli.js'
import type { Host } from '../src/commands/read.js'
import { type Pool, poolOfOne } from '../src/pool.js'
import { createFakeReader } from './fixtures/fake-reader.mjs'

export interface Setting {
  readonly stdin?: string | Buffer | readonly (string | Buffer)[]
  /** Which of the streams are terminals. */
  readonly terminal?: readonly ('stdin' | 'stdout' | 'stderr')[]
  readonly columns?: number
  readonly env?: Host['env']
  readonly reader?: Reader
  readonly openPool?: (size: number) => Pool
  /** Ctrl-C. */
  readonly signal?: AbortSignal
}

export interface Result {
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line in this process, with the fake reader and streams that are not the process's own. */
export async function onrecord(argv: readonly string[], setting: Setting = {}): Promise<Result> {
  const { stdin = '', terminal = [], env = {}, reader = createFakeReader() } = setting
  const output = (name: 'stdout' | 'stderr') => {
    const stream = new PassThrough({ highWaterMark: 1 << 26 })
    return Object.assign(stream, { isTTY: terminal.includes(name), columns: setting.columns ?? 80 })
  }
  const stdout = output('stdout')
  const stderr = output('stderr')
  const chunks = typeof stdin === 'string' || Buffer.isBuffer(stdin) ? [stdin] : [...stdin]
  const status = await run(argv, {
    stdin: Object.assign(Readable.from(chunks), { isTTY: terminal.includes('stdin') }),
    stdout,
    stderr,
    env,
    signal: setting.signal ?? new AbortController().signal,
    openReader: async () => reader,
    openPool: setting.openPool ?? (size => ({ ...poolOfOne(async () => reader), size })),
  })
  const text = (stream: PassThrough) => (stream.read() as Buffer | null)?.toString() ?? ''
  return { status, stdout: text(stdout), stderr: text(stderr) }
}

/** The JSON lines of an output. */
// biome-ignore lint/suspicious/noExplicitAny: tests say what they expect of it
export const jsonLines = (output: string): any[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line))
