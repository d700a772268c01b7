import { performance } from 'node:perf_hooks'
import { provenance, type View } from '@onrecord/archive'
import type { PartOptions } from '../archive.js'
import { archiveOf, type QuotePlace } from '../generate/index.js'
import { quantile } from '../speed/statistics.js'
import type { Table } from '../table.js'

const COLUMNS = ['quotes', 'p50 ms', 'p95 ms', 'max ms', 'same group', 'right model']

/**
 * Quotes that were made of earlier ones followed back: milliseconds; the share whose model is in the same group; and of
 * these the share whose wording is said to come from the model's (or is the same), over other wordings or directly.
 */
export async function provenanceTables(
  view: View,
  { generated, queries }: PartOptions,
): Promise<Table[]> {
  const archive = archiveOf(generated)
  const log = new Map<string, { ms: number; found: boolean; right: boolean }[]>()
  const step = Math.max(1, Math.floor((archive.stories * 3) / queries))
  for (let i = 0; i < archive.stories; i += step) {
    const { truth } = archive.story(i)
    for (const { quote, of, change } of truth.variants.slice(0, 1)) {
      const own = await linkOf(view, { story: truth.story, quote })
      const model = await linkOf(view, of)
      if (own === undefined || model === undefined) continue
      const begun = performance.now()
      const { groups } = await provenance(view, { of: own, limit: 1000 })
      const ms = performance.now() - begun
      const group = groups.find(({ variants }) => variants.some(holds(own)))
      const found = group?.variants.some(holds(model)) ?? false
      let at = group?.variants.find(holds(own))?.id
      const sought = group?.variants.find(holds(model))?.id
      while (at !== undefined && at !== sought)
        at = group!.descents.find(({ to }) => to === at)?.from
      log.set(change, [...(log.get(change) ?? []), { ms, found, right: found && at === sought }])
    }
  }
  const rows = Object.fromEntries(
    Array.from(log, ([change, runs]) => {
      const ms = runs.map(run => run.ms)
      const share = (is: (run: (typeof runs)[number]) => boolean) =>
        runs.filter(is).length / runs.length
      return [
        change,
        {
          quotes: runs.length,
          'p50 ms': quantile(ms, 0.5),
          'p95 ms': quantile(ms, 0.95),
          'max ms': quantile(ms, 1),
          'same group': share(({ found }) => found),
          'right model': share(({ right }) => right),
        },
      ]
    }),
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
