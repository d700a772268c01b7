import { InvalidArgumentError } from 'commander'

/** How many workers an option names. */
export function toWorkers(value: string): number {
  const workers = Number(value)
  if (!/^\d+$/.test(value) || workers < 1 || workers > 256) {
    throw new InvalidArgumentError('Give a whole number from 1 to 256.')
  }
  return workers
}

/** A version, or its beginning. */
export function toVersion(value: string): string {
  if (!/^\d+(?:\.\d+){0,2}$/.test(value))
    throw new InvalidArgumentError('Give a version, as 0.2.0.')
  return value
}
