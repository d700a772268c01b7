import { readFileSync } from 'node:fs'
import { messageOf, UsageError } from './errors.js'
import type { Env } from './terminal.js'

/**
 * What the environment says under a name, or the file that NAME_FILE names, as secrets are handed over. Empty counts as
 * not told. Throws a UsageError where the file cannot be read.
 */
export function fromEnvironment(env: Env, name: string): string | undefined {
  if (env[name]) return env[name]
  const file = env[`${name}_FILE`]
  if (!file) return undefined
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    throw new UsageError(`${name}_FILE: ${file} cannot be read: ${messageOf(error)}.`)
  }
}
