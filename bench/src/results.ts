import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Kept } from './table.js'

/** The repository's root, wherever the command is run. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What a results file holds besides its numbers is for people: which model, which machine. */
export interface Results {
  readonly about: Readonly<Record<string, unknown>>
  readonly numbers: Kept
}

/** A results file as committed last (`bench/results/NAME`); undefined before the first commit, or without git. */
export function committed(name: string): Results | undefined {
  try {
    const text = execFileSync('git', ['show', `HEAD:bench/results/${name}`], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    return JSON.parse(text) as Results
  } catch {
    return undefined
  }
}

/** Writes results with sorted keys, so that a change of a number is a change of one line. */
export function writeResults(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(sorted(results), null, 2)}\n`)
}

/** The same value with the keys of every object in order. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]))
}
