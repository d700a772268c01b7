import type { RecordEntity, RecordFact, RecordValue, StoryRecord } from '@onrecord/engine'

/** A fact as one of its arguments sees it. */
export interface Part {
  readonly fact: RecordFact
  /** The name of the argument. */
  readonly as: string
}

/** A record's items by id, found once. */
export interface Lookup {
  readonly record: StoryRecord
  readonly entities: ReadonlyMap<string, RecordEntity>
  /** The entities that have a name, not only a description. */
  readonly named: ReadonlySet<string>
  readonly values: ReadonlyMap<string, RecordValue>
  /** A quote's index. */
  readonly quotes: ReadonlyMap<string, number>
  /** The facts in which an entity or a value takes part. */
  readonly parts: ReadonlyMap<string, readonly Part[]>
}

export function lookUp(record: StoryRecord): Lookup {
  const entities = new Map(record.entities.map(entity => [entity.id, entity]))
  const values = new Map(record.values.map(value => [value.id, value]))
  const parts = new Map<string, Part[]>()
  for (const fact of record.facts) {
    for (const [as, id] of Object.entries(fact.args)) {
      // An argument may be plain words, which stand for nothing else in the record.
      if (!entities.has(id) && !values.has(id)) continue
      const known = parts.get(id)
      if (known) known.push({ fact, as })
      else parts.set(id, [{ fact, as }])
    }
  }
  return {
    record,
    entities,
    named: new Set(
      record.entities
        .filter(({ mentions }) => mentions.some(({ form }) => form === 'name'))
        .map(({ id }) => id),
    ),
    values,
    quotes: new Map(record.quotes.map((quote, index) => [quote.id, index])),
    parts,
  }
}

/** The name of an entity, the words of a value; plain words as they are. */
export function nameOf({ record, entities, values }: Lookup, id: string): string {
  const value = values.get(id)
  if (value) return record.story.text.slice(value.span.start, value.span.end)
  return entities.get(id)?.name ?? id
}
