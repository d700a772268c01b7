import { cpus, loadavg, release, totalmem, type } from 'node:os'

/** What the numbers were measured on, and how busy it was before. */
export function machine(): Record<string, unknown> {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGB: Math.round(totalmem() / 1e9),
    system: `${type()} ${release()}`,
    node: process.version,
    loadBefore: Number(loadavg()[0]!.toFixed(1)),
    date: new Date().toISOString().slice(0, 10),
  }
}
