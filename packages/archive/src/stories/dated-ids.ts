import type { Db } from '../database/database.js'

/**
 * Ids of quotes and passages go by the day of publication: a day has 2^22 of them, the first days those of rows without
 * a date. So the newest rows are those with the highest ids, and dates are ranges of ids: both indexes of words can walk
 * them in that order and stop early, whatever the order in which stories were added.
 */
const ROOM = 2 ** 22
/** Days' worth of ids for rows without a date. */
const UNDATED_DAYS = 4096
const DAY = 86_400_000
const FIRST_DAY = Date.UTC(1600, 0, 1) / DAY

/** The lowest id. */
export const LOWEST = 1
export const HIGHEST = Number.MAX_SAFE_INTEGER

/** The first id of a day, ISO 8601 (a month or year alone is its first day; a time is left out); without a date, the lowest. */
export function firstIdOf(published: string | null): number {
  const day = dayOf(published)
  return day === null ? LOWEST : (UNDATED_DAYS + day) * ROOM
}

/** The first id behind those of the day. */
export function firstIdBehind(published: string | null): number {
  const day = dayOf(published)
  return (UNDATED_DAYS + (day === null ? 0 : day + 1)) * ROOM
}

/** The day that an id belongs to, ISO; null: it has no date. */
export function dayOfId(id: number): string | null {
  const day = Math.floor(id / ROOM) - UNDATED_DAYS
  return day < 0 ? null : new Date((FIRST_DAY + day) * DAY).toISOString().slice(0, 10)
}

/** Days since 1600, which stands for all before it; null where that is no date. */
function dayOf(published: string | null): number | null {
  const [, year, month = '01', day = '01'] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(published ?? '') ?? []
  if (year === undefined) return null
  const at = Date.parse(`${year}-${month}-${day}T00:00:00Z`)
  return Number.isNaN(at) ? null : Math.max(0, at / DAY - FIRST_DAY)
}

/**
 * Free ids for several stories, each `count` ids that follow each other, behind all of its day: the first of them, in the
 * stories' order. A day that is full goes on into the next.
 */
export async function freeIds(
  db: Db,
  table: 'quote' | 'passage',
  stories: readonly { readonly published: string | null; readonly count: number }[],
): Promise<number[]> {
  const days = byDay(stories)
  const free = new Map<number, number>()
  let taken = 0
  for (const [day, those] of [...days].sort(([a], [b]) => a - b)) {
    const count = those.reduce((sum, story) => sum + story.count, 0)
    const first = await freeFrom(db, table, those[0]!.published, count, taken)
    free.set(day, first)
    taken = first + count
  }
  return stories.map(({ published, count }) => {
    const day = firstIdOf(published)
    const first = free.get(day)!
    free.set(day, first + count)
    return first
  })
}

function byDay<T extends { readonly published: string | null }>(stories: readonly T[]) {
  const days = new Map<number, T[]>()
  for (const story of stories) {
    const day = firstIdOf(story.published)
    days.set(day, [...(days.get(day) ?? []), story])
  }
  return days
}

/** `taken`: so far, ids are given away that no row has yet. */
async function freeFrom(
  db: Db,
  table: 'quote' | 'passage',
  published: string | null,
  count: number,
  taken: number,
): Promise<number> {
  for (let from = firstIdOf(published), to = firstIdBehind(published); ; from = to, to += ROOM) {
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('id', '>=', from)
      .where('id', '<', to)
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst()
    const first = Math.max(row ? row.id + 1 : from, taken)
    if (first + count <= to) return first
  }
}
