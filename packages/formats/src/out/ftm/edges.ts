import type { RecordFact, StoryRecord } from '@onrecord/engine'
import { dateOfValue } from './dates.js'
import { entity, type FtmEntity, strings, texts } from './entity.js'
import type { Ids } from './ids.js'
import { urls } from './urls.js'

type Properties = Readonly<Record<string, readonly string[]>>

/**
 * Ties that the story states, between people and organisations that it names. A tie of one to itself is none.
 *
 * - family: Family, "his wife": `relative` is `person`'s wife · married: Family, "spouse"
 * - role in an organisation, member-of: Membership · acquired: Ownership · founded: UnknownLink
 */
export function edgesOf(record: StoryRecord, stated: readonly RecordFact[], ids: Ids): FtmEntity[] {
  const values = new Map(record.values.map(value => [value.id, value]))
  return stated.flatMap(fact => {
    const tie = tieOf(fact, ids)
    if (tie === undefined) return []
    const ends = Object.values(tie.ends)
    if (ends.some(end => end === undefined) || new Set(ends).size < ends.length) return []
    const found = Object.entries(tie.ends).map(([name, end]) => [name, [end!]])
    const properties: Properties = Object.fromEntries(found)
    return [
      entity(tie.schema, ids.of('fact', fact.id), {
        ...properties,
        ...tie.rest,
        ...(tie.dated && { [tie.dated]: dateOfValue(values.get(fact.args.time ?? '')) }),
        description: fact.evidence.flatMap(({ text }) => texts(text)),
        proof: [ids.article],
        sourceUrl: urls(record.story.url),
      }),
    ]
  })
}

interface Tie {
  readonly schema: string
  /** The entities that it is between; none stands for one that is not written. */
  readonly ends: Readonly<Record<string, string | undefined>>
  readonly rest: Properties
  /** The property that the fact's time is. */
  readonly dated?: 'startDate' | 'date'
}

function tieOf({ type, args }: RecordFact, ids: Ids): Tie | undefined {
  const { subject, object, organisation, relation, title, buyer, target } = args
  const is = (id: string | undefined, wanted: 'person' | 'organisation') =>
    id !== undefined && ids.typeOf(id) === wanted ? ids.party(id) : undefined
  switch (type) {
    case 'family':
      return {
        schema: 'Family',
        ends: { person: is(object, 'person'), relative: is(subject, 'person') },
        rest: { relationship: strings(relation) },
      }
    case 'married':
      return {
        schema: 'Family',
        ends: { person: is(subject, 'person'), relative: is(object, 'person') },
        rest: { relationship: ['spouse'] },
        dated: 'startDate',
      }
    case 'role':
      return {
        schema: 'Membership',
        ends: { member: ids.party(subject), organization: is(organisation, 'organisation') },
        rest: { role: strings(title) },
      }
    case 'member-of':
      return {
        schema: 'Membership',
        ends: { member: ids.party(subject), organization: is(object, 'organisation') },
        rest: {},
      }
    case 'acquired':
      return {
        schema: 'Ownership',
        ends: { owner: ids.party(buyer), asset: is(target, 'organisation') },
        rest: {},
        dated: 'startDate',
      }
    case 'founded':
      return {
        schema: 'UnknownLink',
        ends: { subject: ids.party(subject), object: is(object, 'organisation') },
        rest: { role: ['founder'] },
        dated: 'date',
      }
    default:
      return undefined
  }
}
