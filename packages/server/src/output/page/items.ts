import type { RecordEntity } from '@onrecord/engine'
import { ageWords, type Lookup, type Part } from '@onrecord/formats/tables'
import { count } from './count.js'
import { UNSURE } from './doubt.js'
import { type Limits, type Some, some } from './limits.js'
import { joined, type Phrase, part, phrase } from './phrase.js'
import type { PageQuote } from './quotes.js'
import { inOrder, tell } from './tell.js'

export interface PageItem {
  /** Name, age, roles, count of quotes. */
  readonly head: Phrase
  readonly lines: Some<Phrase>
  readonly quotes: Some<PageQuote>
}

/** One of whom something is told. */
export interface Told {
  readonly entity: RecordEntity
  readonly quotes: readonly PageQuote[]
  readonly facts: readonly Part[]
}

/** Roles that stand beside a name; more are lines beneath it. */
const ROLES = 3

/** What is told of one: age and roles beside the name where the story itself states them, the rest in lines beneath. */
export function toItem(
  lookup: Lookup,
  { entity, quotes, facts: told }: Told,
  limits: Limits,
): PageItem {
  const facts = inOrder(told)
  const ages = facts.filter(part => isPlain(part, 'age'))
  const age = ages.length > 0 ? ageOf(lookup, ages) : undefined
  const roles = facts.filter(part => isPlain(part, 'role')).slice(0, ROLES)
  const beside = new Set([...(age === undefined ? [] : ages), ...roles])
  const lines = tell(
    lookup,
    facts.filter(part => !beside.has(part)),
    limits,
  )
  const head = [
    [part(entity.name, 'name'), ...(age === undefined ? [] : phrase(`, ${age}`))],
    joined(tell(lookup, roles, limits), '; '),
    quotes.length === 0 ? [] : phrase(count(quotes.length, 'quote')),
  ]
  return {
    head: joined(
      head.filter(phrase => phrase.length > 0),
      ' · ',
    ),
    lines: some(lines, limits.lines),
    quotes: some(quotes, limits.quotes),
  }
}

/** What the story itself states of the one who is meant, for sure. */
const isPlain = ({ fact, as }: Part, type: string) =>
  fact.type === type && as === 'subject' && fact.saidBy === undefined && fact.confidence >= UNSURE

/** The one age that all of them state. */
function ageOf(lookup: Lookup, ages: readonly Part[]): string | undefined {
  const known = new Set(
    ages.map(({ fact }) => {
      const value = lookup.values.get(fact.args.value ?? '')
      return value && Object.keys(fact.args).length === 2 ? ageWords(value.value) : undefined
    }),
  )
  return known.size === 1 ? [...known][0] : undefined
}
