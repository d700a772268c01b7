/**
 * Of rows of which one more was asked for than a page holds: those of the page; and where others are behind it, its last
 * one, to go on from.
 */
export function pageOf<T>(rows: readonly T[], limit: number): { page: T[]; last: T | undefined } {
  const page = rows.slice(0, limit)
  return { page, last: rows.length > limit ? page.at(-1) : undefined }
}
