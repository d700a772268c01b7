import { type RawBuilder, sql } from 'kysely'
import { ArchiveError } from '../errors.js'
import { seenSources, type View } from '../rights/view.js'
import { nameKey } from '../text/words.js'
import { checkDate, until } from './dates.js'
import {
  type DimensionRule,
  dimensionRule,
  SOURCE_KINDS,
  someone,
  speakerKey,
} from './dimensions.js'
import type { CountQuery } from './query.js'

/** What counts, as queries to be counted over. */
export interface Pairs {
  /** Rows of quote (id), story (id), words, key1 and key2 (keys of the dimensions): one for each quote and cell. */
  readonly quotes: RawBuilder<unknown>
  /** Rows of speaker (an entity's id), who (a named person's key), key1 and key2: one for each speaker at least. */
  readonly speakers: RawBuilder<unknown>
}

/** `leftOut`: stories that are not counted. Throws 'bad-query' where a date is none, or there are too many dimensions. */
export function pairsOf(view: View, query: CountQuery, leftOut: readonly number[]): Pairs {
  const { archive } = view
  const { by = [], date = 'published', from, to, outlets, kinds, speaker, storyKind } = query
  if (by.length > 2 || new Set(by).size < by.length)
    throw new ArchiveError(
      'bad-query',
      `Counting by ${by.join(', ')}: give two different things at most.`,
    )
  for (const one of [from, to]) if (one !== undefined) checkDate(one)
  const rules = by.map(dimension => dimensionRule(archive, dimension, query))
  const key = (rule: DimensionRule | undefined) => rule?.key ?? sql`null`
  const needs = new Set(rules.map(rule => rule.needs))
  const sources = seenSources(view.sight)
  const day = sql.ref(date === 'said' ? 'quote.said' : 'quote.published')
  const where = [
    sql`quote.hidden = 0`,
    sources && sql`quote.source_id in (${sql.join(sources)})`,
    outlets && sql`quote.source_id in (select id from source where name in (${sql.join(outlets)}))`,
    kinds && sql`quote.kind in (${sql.join(kinds)})`,
    from !== undefined && sql`${day} >= ${from}`,
    to !== undefined && sql`${day} < ${until(to)}`,
    storyKind !== undefined && sql`version.kind = ${storyKind}`,
    speaker !== undefined && speakerIs(speaker),
    leftOut.length > 0 && sql`quote.story_id not in ${archive.numbers(leftOut)}`,
  ].filter(condition => condition !== undefined && condition !== false)
  const story =
    needs.has('story') || storyKind !== undefined
      ? sql`join story on story.id = quote.story_id join version on version.id = story.version_id`
      : sql``
  const speakers = sql`left join quote_speaker on quote_speaker.quote_id = quote.id
    left join entity on entity.id = quote_speaker.entity_id
    left join person on person.id = entity.person_id`
  const role = needs.has('role')
    ? sql`left join fact as role
        on role.subject_id = entity.id and role.role is not null and role.said_by is null`
    : sql``
  const cell = sql`${key(rules[0])} as key1, ${key(rules[1])} as key2`
  const condition = sql.join(where, sql` and `)
  const several = needs.has('speaker') || needs.has('role') || speaker !== undefined
  return {
    quotes: several
      ? sql`select distinct quote.id as quote, quote.story_id as story, quote.words as words, ${cell}
          from quote ${speakers} ${role} ${story} where ${condition}`
      : sql`select quote.id as quote, quote.story_id as story, quote.words as words, ${cell}
          from quote ${story} where ${condition}`,
    speakers: sql`select entity.id as speaker, ${someone} as who, ${cell}
      from quote ${speakers} ${role} ${story} where ${condition}`,
  }
}

/** Quotes of a speaker alone: by a key that a count gave, or by a name. */
function speakerIs(speaker: string): RawBuilder<unknown> {
  const person = /^person:(.+)$/.exec(speaker)?.[1]
  if (person !== undefined)
    return sql`coalesce(person.merged_into, person.id) = (select coalesce(p.merged_into, p.id) from person p where p.key = ${person})`
  if (SOURCE_KINDS.some(kind => speaker.startsWith(`${kind}:`)))
    return sql`${speakerKey} = ${speaker}`
  const name = nameKey(speaker)
  return sql`(entity.name_key = ${name} or entity.person_id in (select person_id from person_name where name_key = ${name}))`
}
