/** Rows or ids of one statement: several values each stay far under the 32,766 that SQLite takes. */
const CHUNK = 200

/** So many at a time as a statement takes. */
export function* chunks<T>(items: readonly T[]): Generator<T[]> {
  for (let k = 0; k < items.length; k += CHUNK) yield items.slice(k, k + CHUNK)
}

/** Asks or writes so many at a time, one statement after another. */
export async function inChunks<T>(
  items: readonly T[],
  ask: (some: T[]) => Promise<unknown>,
): Promise<void> {
  for (const some of chunks(items)) await ask(some)
}
