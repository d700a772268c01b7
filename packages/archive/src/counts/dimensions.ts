import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database/database.js'
import type { CountQuery, Dimension } from './query.js'

/** What a quote's source is. */
export const SOURCE_KINDS = [
  'named',
  'described',
  'organisation',
  'group',
  'other',
  'unresolved',
  'none',
] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** How a dimension is told from a row of quote, with its speaker (entity, person) and the speaker's role (fact). */
export interface DimensionRule {
  /** As text or number; null where it is not told. */
  readonly key: RawBuilder<string | number | null>
  readonly needs: 'quote' | 'speaker' | 'role' | 'story'
}

/**
 * named: a person whom the story calls by name; described: one it does not ("a neighbour"); organisation and group;
 * other: a place, a work, an event ("the report says"); unresolved: words of the story, but whom they mean is not known;
 * none: the story does not say who.
 */
const sourceKind = sql<SourceKind>`case
  when entity.id is null then case when quote.source = '' then 'none' else 'unresolved' end
  when entity.type = 'person' then case when entity.named = 1 then 'named' else 'described' end
  when entity.type in ('organisation', 'group') then entity.type
  else 'other' end`

/** The person of the register where the speaker was joined with one; else the kind of source and the name. */
export const speakerKey = sql<string>`case
  when person.id is not null then 'person:' || coalesce(person.merged_into, person.id)
  when entity.id is null then ${sourceKind} || ':'
  else ${sourceKind} || ':' || entity.name_key end`

/** Of a person, as the story itself states it; else what the source is. */
const gender = sql<string>`case
  when entity.id is null then ${sourceKind}
  when entity.type <> 'person' then 'no person'
  else coalesce(entity.gender, 'not stated') end`

/** Of persons with a name alone: nobody knows whether two neighbours are one. */
export const someone = sql<string | null>`case
  when entity.type = 'person' and (entity.named = 1 or person.id is not null) then ${speakerKey} end`

export function dimensionRule(
  database: Pick<Database, 'monday'>,
  dimension: Dimension,
  { date = 'published' }: CountQuery,
): DimensionRule {
  const day = date === 'said' ? sql<string | null>`quote.said` : sql<string | null>`quote.published`
  const first = (length: number) =>
    sql<
      string | null
    >`case when length(${day}) >= ${sql.lit(length)} then substr(${day}, 1, ${sql.lit(length)}) end`
  switch (dimension) {
    case 'speaker':
      return { key: speakerKey, needs: 'speaker' }
    case 'source':
      return { key: sourceKind, needs: 'speaker' }
    case 'gender':
      return { key: gender, needs: 'speaker' }
    case 'role':
      return { key: sql`role.role`, needs: 'role' }
    case 'outlet':
      return { key: sql`quote.source_id`, needs: 'quote' }
    case 'kind':
      return { key: sql`quote.kind`, needs: 'quote' }
    case 'story-kind':
      return { key: sql`version.kind`, needs: 'story' }
    case 'day':
      return { key: first(10), needs: 'quote' }
    case 'week':
      return { key: database.monday(first(10)), needs: 'quote' }
    case 'month':
      return { key: first(7), needs: 'quote' }
    case 'quarter':
      return {
        key: sql`case
          when substr(${day}, 6, 2) in ('01', '02', '03') then substr(${day}, 1, 4) || '-Q1'
          when substr(${day}, 6, 2) in ('04', '05', '06') then substr(${day}, 1, 4) || '-Q2'
          when substr(${day}, 6, 2) in ('07', '08', '09') then substr(${day}, 1, 4) || '-Q3'
          when substr(${day}, 6, 2) in ('10', '11', '12') then substr(${day}, 1, 4) || '-Q4' end`,
        needs: 'quote',
      }
    case 'year':
      return { key: first(4), needs: 'quote' }
  }
}
