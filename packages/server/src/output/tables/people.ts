import type { RecordFact } from '@onrecord/engine'
import { type Lookup, nameOf } from '../page/lookup.js'
import { ageWords } from '../page/values.js'
import type { Table } from './table.js'

/**
 * A row a person of the story, whether they speak or not. Ages, roles and family are those that facts give, a claim or not
 * (the table of facts tells them apart): "actor, Night Train", "wife of Jo Marsh", "wife: Ada Fenn". Start and end are those of the first
 * mention.
 */
export const peopleTable: Table = {
  columns: [
    'person',
    'name',
    'gender',
    'ages',
    'roles',
    'family',
    'quotes',
    'quote_ids',
    'mentions',
    'start',
    'end',
  ],
  rows(lookup) {
    const said = quotesOf(lookup)
    return lookup.record.entities
      .filter(({ type }) => type === 'person')
      .map(({ id, name, gender, mentions }) => {
        const of = (
          type: string,
          sides: readonly string[],
          say: (args: RecordFact['args'], as: string) => string,
        ) => {
          const facts = (lookup.parts.get(id) ?? []).filter(
            ({ fact, as }) => fact.type === type && sides.includes(as),
          )
          return [...new Set(facts.map(({ fact, as }) => say(fact.args, as)))]
            .filter(Boolean)
            .join('; ')
        }
        const nameIn = (arg: string | undefined) => (arg === undefined ? '' : nameOf(lookup, arg))
        const quotes = said.get(id) ?? []
        const [first] = mentions
        return [
          id,
          name,
          gender?.value,
          of('age', ['subject'], ({ value = '' }) => {
            const known = lookup.values.get(value)
            return (known && ageWords(known.value)) ?? nameIn(value)
          }),
          of('role', ['subject'], ({ title, organisation, work }) =>
            [title, organisation, work].map(nameIn).filter(Boolean).join(', '),
          ),
          of('family', ['subject', 'object'], ({ relation, subject, object }, as) =>
            as === 'subject'
              ? `${nameIn(relation)} of ${nameIn(object)}`
              : `${nameIn(relation)}: ${nameIn(subject)}`,
          ),
          quotes.length,
          quotes.join('; '),
          mentions.length,
          first?.start,
          first?.end,
        ]
      })
  },
}

function quotesOf({ record }: Lookup): ReadonlyMap<string, readonly string[]> {
  const said = new Map<string, string[]>()
  for (const { id, speakers } of record.quotes) {
    for (const speaker of speakers) {
      const known = said.get(speaker)
      if (known) known.push(id)
      else said.set(speaker, [id])
    }
  }
  return said
}
