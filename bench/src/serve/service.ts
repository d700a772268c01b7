import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from '../results.js'

/** The service in a process of its own, with the model, for one who may ask as often as they like. */
export interface Service {
  readonly url: string
  /** The most memory that it had at once, megabytes; undefined where the system does not tell. */
  peak(): number | undefined
  end(): Promise<void>
}

export async function startService(archive: string, settings: readonly string[]): Promise<Service> {
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'packages/server/bin/onrecord.js'),
      'serve',
      '--port',
      '0',
      '--archive',
      archive,
      '--rate',
      '1000000000',
      '--log',
      'none',
      ...settings,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const line = await createInterface(child.stdout)[Symbol.asyncIterator]().next()
  const url = /http:\/\/\S+/.exec(String(line.value))?.[0]
  if (!url) throw new Error('The service did not start.')
  return {
    url,
    peak: () => peakOf(child),
    async end() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

function peakOf({ pid }: ChildProcess): number | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024)
  } catch {
    return undefined
  }
}
