import { run } from './cli.js'
import type { Host } from './commands/read.js'

/** Runs the command line with this process's streams and ends the process. What reads is handed in. */
export async function main(readers: Pick<Host, 'openReader' | 'openPool'>): Promise<void> {
  const interrupt = new AbortController()
  // Once: a second Ctrl-C ends the process at once.
  process.once('SIGINT', () => interrupt.abort())
  process.once('SIGTERM', () => interrupt.abort())
  // A reader that is gone is no error; what else goes wrong with the output, the command sees itself.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})

  const { stdin, stdout, stderr, env } = process
  const status = await run(process.argv.slice(2), {
    stdin,
    stdout,
    stderr,
    env,
    signal: interrupt.signal,
    ...readers,
  })

  const exit = () => process.exit(status)
  // What is written goes out first, unless nobody takes it.
  stdout.write('', exit)
  if (interrupt.signal.aborted) setTimeout(exit, 500)
}
