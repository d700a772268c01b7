import { stat } from 'node:fs/promises'

/** The bytes of all files named; 0 where that cannot be told beforehand. */
export async function sizeOf(names: readonly string[]): Promise<number> {
  let sum = 0
  try {
    for (const name of names) {
      const file = await stat(name)
      if (!file.isFile()) return 0
      sum += file.size
    }
    return sum
  } catch {
    return 0
  }
}
