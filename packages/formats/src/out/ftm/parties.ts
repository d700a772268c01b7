import type { RecordEntity, RecordFact, StoryRecord } from '@onrecord/engine'
import { dateOfValue } from './dates.js'
import { entity, type FtmEntity, names, strings } from './entity.js'
import type { Ids } from './ids.js'

/**
 * People and organisations that the story calls by a name, each with the Mention that ties it to the Article. What is
 * bought is a Company, which FollowTheMoney can be owned.
 */
export function partiesOf(
  record: StoryRecord,
  stated: readonly RecordFact[],
  ids: Ids,
): FtmEntity[] {
  const bought = new Set(
    stated.flatMap(({ type, args }) => (type === 'acquired' ? [args.target] : [])),
  )
  const life = livesOf(record, stated)
  return record.entities.flatMap(one => {
    const id = ids.party(one.id)
    const called = names(one.name)
    if (id === undefined) return []
    const schema =
      one.type === 'person' ? 'Person' : bought.has(one.id) ? 'Company' : 'Organization'
    const person = one.type === 'person'
    return [
      entity(schema, id, {
        name: called,
        weakAlias: otherNames(one).filter(name => name !== called[0]),
        ...(person && { gender: one.gender ? [one.gender.value] : [], ...life.get(one.id) }),
        proof: [ids.article],
      }),
      entity('Mention', ids.of('mention', one.id), {
        document: [ids.article],
        name: called,
        resolved: [id],
        detectedSchema: [schema],
      }),
    ]
  })
}

/** What else the story calls it by name: "Mr Fenn" beside "Ida Fenn". Not descriptions, not pronouns. */
const otherNames = ({ mentions }: RecordEntity): string[] =>
  mentions.filter(({ form }) => form === 'name').flatMap(({ text }) => names(text))

/** Birth, death and offices outside an organisation with a name, by the person's id in the record. */
function livesOf(
  record: StoryRecord,
  stated: readonly RecordFact[],
): ReadonlyMap<string, Readonly<Record<string, readonly string[]>>> {
  const values = new Map(record.values.map(value => [value.id, value]))
  const called = new Map(record.entities.map(({ id, name }) => [id, name]))
  const lives = new Map<string, Record<string, string[]>>()
  const add = (person: string, property: string, found: readonly string[]) => {
    const life = lives.get(person) ?? {}
    life[property] = [...(life[property] ?? []), ...found]
    lives.set(person, life)
  }
  for (const { type, args } of stated) {
    const { subject = '', time = '', place, title } = args
    if (type === 'born') {
      add(subject, 'birthDate', dateOfValue(values.get(time)))
      add(subject, 'birthPlace', strings(place && (called.get(place) ?? place)))
    }
    if (type === 'died') add(subject, 'deathDate', dateOfValue(values.get(time)))
    if (type === 'role') add(subject, 'position', strings(title))
  }
  return lives
}
