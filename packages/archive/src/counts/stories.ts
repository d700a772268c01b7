import { seenSources, type View } from '../rights/view.js'
import { until } from './dates.js'
import type { CountQuery } from './query.js'

/** Ids of the stories of a query, by what is known of a story alone: by outlet, kind and, where that is the date asked about, publication. */
export function storiesOf(
  { archive: { db }, sight }: View,
  query: CountQuery,
  states: readonly ('shown' | 'hidden')[] = ['shown'],
) {
  const { date = 'published', from, to, outlets, storyKind } = query
  const sources = seenSources(sight)
  const byDate = date === 'published'
  return db
    .selectFrom('story')
    .innerJoin('version', 'version.id', 'story.version_id')
    .select('story.id')
    .where('story.state', 'in', states)
    .$if(sources !== undefined, all => all.where('story.source_id', 'in', sources!))
    .$if(outlets !== undefined, all =>
      all.where(
        'story.source_id',
        'in',
        db.selectFrom('source').select('id').where('name', 'in', outlets!),
      ),
    )
    .$if(storyKind !== undefined, all => all.where('version.kind', '=', storyKind!))
    .$if(byDate && from !== undefined, all => all.where('version.published', '>=', from!))
    .$if(byDate && to !== undefined, all => all.where('version.published', '<', until(to!)))
}
