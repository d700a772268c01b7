import { provenance, type View } from '@onrecord/archive'
import type { PartOptions } from '../archive.js'
import { archiveOf, type QuotePlace } from '../generate/index.js'
import type { Table } from '../table.js'
import { shareOf, TIMES, type Timed, timed, timesOf } from './times.js'

const COLUMNS = ['quotes', ...TIMES, 'same group', 'right model']

/**
 * Quotes that were made of earlier ones followed back: milliseconds; the share whose model is in the same group; and of
 * these the share whose wording is said to come from the model's (or is the same), over other wordings or directly.
 */
export async function provenanceTables(
  view: View,
  { generated, queries }: PartOptions,
): Promise<Table[]> {
  const archive = archiveOf(generated)
  const log = new Map<string, (Timed & { found: boolean; right: boolean })[]>()
  const step = Math.max(1, Math.floor((archive.stories * 3) / queries))
  for (let i = 0; i < archive.stories; i += step) {
    const { truth } = archive.story(i)
    for (const { quote, of, change } of truth.variants.slice(0, 1)) {
      const own = await linkOf(view, { story: truth.story, quote })
      const model = await linkOf(view, of)
      if (own === undefined || model === undefined) continue
      const { ms, cpu, answer } = await timed(() => provenance(view, { of: own, limit: 1000 }))
      const { groups } = answer
      const group = groups.find(({ variants }) => variants.some(holds(own)))
      const found = group?.variants.some(holds(model)) ?? false
      let at = group?.variants.find(holds(own))?.id
      const sought = group?.variants.find(holds(model))?.id
      while (at !== undefined && at !== sought)
        at = group!.descents.find(({ to }) => to === at)?.from
      log.set(change, [
        ...(log.get(change) ?? []),
        { ms, cpu, found, right: found && at === sought },
      ])
    }
  }
  const rows = Object.fromEntries(
    Array.from(log, ([change, runs]) => [
      change,
      {
        quotes: runs.length,
        ...timesOf(runs),
        'same group': shareOf(runs.map(({ found }) => found)),
        'right model': shareOf(runs.map(({ right }) => right)),
      },
    ]),
  )
  return [{ key: 'provenance', title: 'provenance', columns: COLUMNS, rows }]
}

const holds =
  (link: string) =>
  ({ occurrences }: { readonly occurrences: readonly { readonly quote: string | null }[] }) =>
    occurrences.some(({ quote }) => quote === link)

/** The link of a quote that is known by the id of its story at the source; undefined where that is not there. */
async function linkOf(
  { archive }: View,
  { story, quote }: QuotePlace,
): Promise<string | undefined> {
  const row = await archive.db
    .selectFrom('story')
    .select('key')
    .where('own_id', '=', story)
    .executeTakeFirst()
  return row && `stories/${row.key}/quotes/${quote}`
}
