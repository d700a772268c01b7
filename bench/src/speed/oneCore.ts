import { execFileSync, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { ChildRun } from './child.js'

const pinning = spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** Can a process be held to one core here? */
export const canPin = (): boolean => pinning

/** Runs a command held to the first core (where that can be done) and returns its stdout. Throws if it fails. */
export function onOneCore(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): string {
  const [file, list] = pinning ? ['taskset', ['-c', '0', command, ...args]] : [command, [...args]]
  return execFileSync(file, list, {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  })
}

/** One reader in a process of its own, on one core: over the stream, or over the first articles of a corpus. */
export function readOnOneCore(count: number, corpus?: string): ChildRun {
  const script = fileURLToPath(new URL('child.js', import.meta.url))
  return JSON.parse(
    onOneCore(process.execPath, [script, String(count), ...(corpus === undefined ? [] : [corpus])]),
  ) as ChildRun
}
