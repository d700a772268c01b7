import { type Archive, listPeople, type ReadArrival } from '@onrecord/archive'
import { z } from 'zod'
import { wordsOf } from '../../../archive/src/text/words.js'
import type { Operation } from '../../src/operations/operation.js'

export const folded = (text: string) => Array.from(wordsOf(text), word => word.folded)

/** All runs of so many words. */
export const cut = (words: readonly string[], length: number) =>
  words.slice(length - 1).map((_, k) => words.slice(k, k + length).join(' '))

/** Keys of the register's people by name. */
export async function peopleIn(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const keys = new Map<string, string>()
  let cursor: string | undefined
  do {
    const { people, next } = await listPeople({ archive, sight: 'all' }, { limit: 200, cursor })
    for (const { name, key } of people) keys.set(name, key)
    cursor = next ?? undefined
  } while (cursor !== undefined)
  return keys
}

/**
 * What an operation may be asked about the `k`th story, whose key is `key`, and about people, by their keys: each field by its name, else what an example
 * says, else left out.
 */
export function* inputsOf(
  operation: Operation,
  { record }: ReadArrival,
  key: string,
  k: number,
  people: ReadonlyMap<string, string>,
): Generator<Record<string, unknown>> {
  const quote = record.quotes[k % Math.max(1, record.quotes.length)]
  const said = quote?.content[0]?.text.replaceAll('"', '') ?? ''
  const speaker = record.entities.find(one => one.id === quote?.speakers[0])?.name ?? 'nobody'
  const fits = (name: string): unknown =>
    /story|stories/i.test(name)
      ? key
      : /speaker|person|name|about|who/i.test(name)
        ? speaker
        : /quote|words|query|text|claim|said|q/i.test(name)
          ? said
          : undefined
  const { properties = {}, required = [] } = z.toJSONSchema(operation.input, {
    io: 'input',
    unrepresentable: 'any',
  })
  const needed = Object.fromEntries(required.map(name => [name, fits(name) ?? said]))
  const bases = [needed, ...operation.examples.map(one => one.input as Record<string, unknown>)]
  for (const base of bases) {
    yield base
    for (const name of Object.keys(properties)) {
      const value = fits(name)
      if (value !== undefined) yield { ...base, [name]: value }
      if (value !== undefined) yield { ...base, [name]: [value] }
      if (name === 'person')
        for (const entity of record.entities) {
          const person = people.get(entity.name)
          if (person) yield { ...base, person }
        }
      // a single word that is not everywhere
      const rare = folded(said).sort((a, b) => b.length - a.length)[0]
      if (value === said && rare) yield { ...base, [name]: rare }
    }
  }
}
