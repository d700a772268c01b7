import type { View } from '../rights/view.js'
import { dayOfId } from '../stories/dated-ids.js'
import type { Found } from './found.js'
import type { QuoteKind } from './query.js'

/** How many of the rows that match are of each outlet, speaker, kind and time: the most first, times in order. */
export interface Facets {
  /** So many rows were counted: all that match, unless the total is `atLeast`. */
  readonly counted: number
  readonly outlets: readonly { readonly outlet: string; readonly count: number }[]
  /** People and bodies that are named; a quote of two counts for each. Empty for passages. */
  readonly speakers: readonly {
    readonly name: string
    /** Key in the register. */
    readonly person: string | null
    readonly count: number
  }[]
  /** Empty for passages. */
  readonly kinds: readonly { readonly kind: QuoteKind; readonly count: number }[]
  /** By the day of publication; rows without a date are in none. */
  readonly years: readonly { readonly year: string; readonly count: number }[]
  /** Only where all rows are of at most three years. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
}

/** Outlets and speakers that are told. */
const MOST = 12
const MONTHS_OF_YEARS = 3

export async function facetsOf(view: View, found: readonly Found[]): Promise<Facets> {
  const kinds = tally(found.map(row => row.kind ?? undefined))
  const months = tally(found.map(row => dayOfId(row.id)?.slice(0, 7)))
  const years = new Map<string, number>()
  for (const [month, count] of months)
    years.set(month.slice(0, 4), (years.get(month.slice(0, 4)) ?? 0) + count)
  return {
    counted: found.length,
    outlets: await outletsOf(view, found),
    speakers: await speakersOf(view, found),
    kinds: byCount(kinds).map(([kind, count]) => ({ kind, count })),
    years: inOrder(years).map(([year, count]) => ({ year, count })),
    months:
      years.size > MONTHS_OF_YEARS
        ? []
        : inOrder(months).map(([month, count]) => ({ month, count })),
  }
}

async function outletsOf({ archive: { db } }: View, found: readonly Found[]) {
  const most = byCount(tally(found.map(row => row.sourceId))).slice(0, MOST)
  if (most.length === 0) return []
  const sources = await db
    .selectFrom('source')
    .select(['id', 'name'])
    .where(
      'id',
      'in',
      most.map(([id]) => id),
    )
    .execute()
  const names = new Map(sources.map(({ id, name }) => [id, name]))
  return most.map(([id, count]) => ({ outlet: names.get(id) ?? '', count }))
}

/** One person of the register is one speaker, whatever stories call them; all others go by their names. */
async function speakersOf({ archive: { db, numbers } }: View, found: readonly Found[]) {
  const quotes = found.filter(row => row.kind !== null).map(row => row.id)
  if (quotes.length === 0) return []
  const rows = await db
    .selectFrom('quote_speaker')
    .innerJoin('entity', 'entity.id', 'quote_speaker.entity_id')
    .select(['entity.id as id', 'entity.name_key as name', 'entity.person_id as person'])
    .where('quote_speaker.quote_id', 'in', numbers(quotes))
    .where('entity.named', '=', 1)
    .execute()
  const ids = new Map(rows.map(({ id, name, person }) => [person ?? name, id]))
  const most = byCount(tally(rows.map(({ name, person }) => person ?? name))).slice(0, MOST)
  const called = await db
    .selectFrom('entity')
    .leftJoin('person', 'person.id', 'entity.person_id')
    .select(['entity.id as id', 'entity.name as name', 'person.name as known', 'person.key as key'])
    .where('entity.id', 'in', numbers(most.map(([speaker]) => ids.get(speaker)!)))
    .execute()
  const byId = new Map(called.map(one => [one.id, one]))
  return most.map(([speaker, count]) => {
    const { name, known, key } = byId.get(ids.get(speaker)!)!
    return { name: known ?? name, person: key, count }
  })
}

function tally<T extends string | number>(items: readonly (T | undefined)[]): Map<T, number> {
  const counts = new Map<T, number>()
  for (const item of items) if (item !== undefined) counts.set(item, (counts.get(item) ?? 0) + 1)
  return counts
}

const byCount = <T>(counts: ReadonlyMap<T, number>) => [...counts].sort(([, a], [, b]) => b - a)

const inOrder = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
