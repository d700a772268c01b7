/**
 * Asks several things of one transaction at once: PostgreSQL is told them all before it has answered the first. They must
 * not need each other. Waits for all, also where one fails, so that nothing is written behind a transaction that was
 * undone; rejects with what went wrong first.
 */
export async function together<const T extends readonly unknown[]>(
  all: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const answers = Promise.all(all)
  await Promise.allSettled(all)
  return answers as Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>
}
