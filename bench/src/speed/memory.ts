import { readFileSync } from 'node:fs'

/** Memory of a process and all that it started, in MB (10⁶ bytes). */
export interface Memory {
  /** Resident now. */
  readonly now: number
  /** The most that was resident: the sum of each process's own peak. */
  readonly peak: number
}

/** Reads /proc; undefined once the process is gone, and on systems without it. */
export function memoryOf(pid: number): Memory | undefined {
  let now = 0
  let peak = 0
  try {
    for (const each of family(pid)) {
      const status = readFileSync(`/proc/${each}/status`, 'utf8')
      now += field(status, 'VmRSS')
      peak += field(status, 'VmHWM')
    }
  } catch {
    return undefined
  }
  return now === 0 ? undefined : { now, peak }
}

function family(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter(Boolean)
    .map(Number)
  return [pid, ...children.flatMap(family)]
}

const field = (status: string, name: string): number =>
  (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) * 1024) / 1e6
