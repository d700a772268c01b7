import { inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import { sha256 } from '../pack.js'
import type { Arrival } from './arrival.js'

/** What a story that the archive knows would have in common with it: see `recogniseIn`. */
const signsOf = ({ text, id, url, path, part = '' }: Arrival): string[] => [
  `text ${sha256(text)}`,
  `place ${path}\0${part}`,
  ...(id === undefined ? [] : [`id ${id}`]),
  ...(url === undefined ? [] : [`url ${url}`]),
]

/**
 * Tells of arrivals, in their order, whether the archive may know them, the ones before them added: few questions for all
 * of them, since most stories are new. Where it says no, `recogniseIn` would say 'unknown'.
 */
export async function perhapsKnown(
  db: Db,
  arrivals: readonly Arrival[],
): Promise<(arrival: Arrival) => boolean> {
  const signs = new Set<string>()
  let marked = false
  await inChunks(arrivals, async some => {
    const ids = some.flatMap(({ id }) => id ?? [])
    const urls = some.flatMap(({ url }) => url ?? [])
    const [texts, places, byId, byUrl, mark] = await together([
      db
        .selectFrom('version')
        .select('sha256')
        .where(
          'sha256',
          'in',
          some.map(({ text }) => sha256(text)),
        )
        .execute(),
      db
        .selectFrom('origin')
        .select(['path', 'part'])
        .where(({ eb, refTuple, tuple }) =>
          eb(
            refTuple('path', 'part'),
            'in',
            some.map(({ path, part = '' }) => tuple(path, part)),
          ),
        )
        .execute(),
      ids.length > 0
        ? db.selectFrom('story').select('own_id').where('own_id', 'in', ids).execute()
        : [],
      urls.length > 0
        ? db.selectFrom('story').select('url').where('url', 'in', urls).execute()
        : [],
      db.selectFrom('mark').select('hash').limit(1).executeTakeFirst(),
    ])
    for (const { sha256 } of texts) signs.add(`text ${sha256}`)
    for (const { path, part } of places) signs.add(`place ${path}\0${part}`)
    for (const { own_id } of byId) signs.add(`id ${own_id}`)
    for (const { url } of byUrl) signs.add(`url ${url}`)
    marked ||= mark !== undefined
  })
  return arrival => {
    const own = signsOf(arrival)
    const known = marked || own.some(sign => signs.has(sign))
    for (const sign of own) signs.add(sign)
    return known
  }
}
