import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../http/refusal.js'

/** argon2id as OWASP's Password Storage Cheat Sheet has it: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Characters of a password. */
export const SHORTEST = 12
export const LONGEST = 256

/** Compared with where there is no such account, so that the time tells nothing. */
let nobody: Promise<string> | undefined

export async function hashOf(password: string): Promise<string> {
  const length = [...password].length
  if (length < SHORTEST || length > LONGEST)
    throw new Refusal(
      400,
      'bad-password',
      `The password has ${length} characters; it needs ${SHORTEST} to ${LONGEST}.`,
      'Take several words that do not belong together.',
    )
  return hash(password.normalize('NFC'), COST)
}

/** Is this the password? `known` is its hash, or null where there is none. */
export async function isPassword(known: string | null, password: string): Promise<boolean> {
  nobody ??= hash('nobody has this password', COST)
  if (password.length > 4 * LONGEST) return false
  const right = await verify(known ?? (await nobody), password.normalize('NFC'))
  return right && known !== null
}
