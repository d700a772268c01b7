import type { RecordEntity, RecordFact } from '@onrecord/engine'
import { ageWords } from './age.js'
import { type Lookup, nameOf } from './lookup.js'
import { integer, string, table } from './table.js'

interface Person {
  readonly entity: RecordEntity
  /** The ids of the quotes that are theirs. */
  readonly quotes: readonly string[]
}

/** What facts of one type say of a person who stands on one of these sides, each thing once. */
function told(
  { entity }: Person,
  lookup: Lookup,
  type: RecordFact['type'],
  sides: readonly string[],
  say: (args: RecordFact['args'], as: string) => string,
): string {
  const facts = (lookup.parts.get(entity.id) ?? []).filter(
    ({ fact, as }) => fact.type === type && sides.includes(as),
  )
  return [...new Set(facts.map(({ fact, as }) => say(fact.args, as)))].filter(Boolean).join('; ')
}

const nameIn = (lookup: Lookup, arg: string | undefined) =>
  arg === undefined ? '' : nameOf(lookup, arg)

/**
 * A row a person of the story, whether they speak or not. Ages, roles and family are those that facts give, a claim or not
 * (the table of facts tells them apart): "actor, Night Train", "wife of Jo Marsh", "wife: Ada Fenn". Start and end are those of the first
 * mention.
 */
export const peopleTable = table<Person>('a person', peopleOf, [
  string('person', ({ entity }) => entity.id),
  string('name', ({ entity }) => entity.name),
  string('gender', ({ entity }) => entity.gender?.value),
  string('ages', (person, lookup) =>
    told(person, lookup, 'age', ['subject'], ({ value = '' }) => {
      const known = lookup.values.get(value)
      return (known && ageWords(known.value)) ?? nameOf(lookup, value)
    }),
  ),
  string('roles', (person, lookup) =>
    told(person, lookup, 'role', ['subject'], ({ title, organisation, work }) =>
      [title, organisation, work]
        .map(arg => nameIn(lookup, arg))
        .filter(Boolean)
        .join(', '),
    ),
  ),
  string('family', (person, lookup) =>
    told(person, lookup, 'family', ['subject', 'object'], ({ relation, subject, object }, as) =>
      as === 'subject'
        ? `${nameIn(lookup, relation)} of ${nameIn(lookup, object)}`
        : `${nameIn(lookup, relation)}: ${nameIn(lookup, subject)}`,
    ),
  ),
  integer('quotes', ({ quotes }) => quotes.length),
  string('quote_ids', ({ quotes }) => quotes.join('; ')),
  integer('mentions', ({ entity }) => entity.mentions.length),
  integer('start', ({ entity }) => entity.mentions[0]?.start),
  integer('end', ({ entity }) => entity.mentions[0]?.end),
])

function peopleOf({ record }: Lookup): readonly Person[] {
  const said = new Map<string, string[]>()
  for (const { id, speakers } of record.quotes) {
    for (const speaker of speakers) {
      const known = said.get(speaker)
      if (known) known.push(id)
      else said.set(speaker, [id])
    }
  }
  return record.entities
    .filter(({ type }) => type === 'person')
    .map(entity => ({ entity, quotes: said.get(entity.id) ?? [] }))
}
