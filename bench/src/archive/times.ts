import { performance } from 'node:perf_hooks'
import { quantile } from '../speed/statistics.js'

/** How long a question took: milliseconds by the clock, and of this process's processor. */
export interface Timed {
  readonly ms: number
  readonly cpu: number
}

/** Asks, and tells how long that took. */
export async function timed<T>(ask: () => Promise<T>): Promise<Timed & { readonly answer: T }> {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  const answer = await ask()
  const ms = performance.now() - begun
  const { user, system } = process.cpuUsage(cpu)
  return { ms, cpu: (user + system) / 1000, answer }
}

export const TIMES = ['p50 ms', 'p95 ms', 'max ms', 'p95 cpu ms'] as const

/** A row's columns of TIMES. */
export function timesOf(runs: readonly Timed[]): Record<(typeof TIMES)[number], number> {
  const ms = runs.map(run => run.ms)
  const cpu = runs.map(run => run.cpu)
  return {
    'p50 ms': round(quantile(ms, 0.5)),
    'p95 ms': round(quantile(ms, 0.95)),
    'max ms': round(quantile(ms, 1)),
    'p95 cpu ms': round(quantile(cpu, 0.95)),
  }
}

const round = (value: number) => Number(value.toFixed(1))

/** The share of runs that are as they should be, of those that can be judged; undefined where none can. */
export function shareOf(judged: readonly (boolean | null | undefined)[]): number | undefined {
  const known = judged.filter(one => one === true || one === false)
  if (known.length === 0) return undefined
  return Number((known.filter(Boolean).length / known.length).toFixed(3))
}
