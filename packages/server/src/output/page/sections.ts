import type { EntityType, RecordEntity } from '@onrecord/engine'
import type { Lookup } from '@onrecord/formats/tables'
import { count } from './count.js'
import { type PageItem, type Told, toItem } from './items.js'
import { type Limits, type Some, some } from './limits.js'
import { part, phrase } from './phrase.js'
import type { PageQuote } from './quotes.js'
import { saysAnything } from './tell.js'

/** People, organisations …: those of whom something is told, and those only named. */
export interface PageSection {
  readonly heading: string
  readonly items: Some<PageItem>
  /** Among the people: the quotes whose speaker is not resolved. */
  readonly unresolved?: PageItem
  /** Names of those of whom nothing is told, most mentioned first. */
  readonly also: Some<string>
}

const HEADINGS: readonly (readonly [EntityType, string])[] = [
  ['person', 'People'],
  ['group', 'Groups'],
  ['organisation', 'Organisations'],
  ['work', 'Works'],
  ['event', 'Events'],
  ['place', 'Places'],
  ['other', 'Others'],
]

/**
 * Sections that hold something, people first; in each who has most quotes first, then of whom most is told, then in the
 * story's order. Quotes whose speaker is not resolved stand below the people.
 */
export function pageSections(
  lookup: Lookup,
  quotes: readonly PageQuote[],
  limits: Limits,
): PageSection[] {
  const { said, unresolved } = bySpeaker(lookup, quotes)
  const byType = new Map<EntityType, RecordEntity[]>()
  for (const entity of everyone(lookup, said)) {
    const known = byType.get(entity.type)
    if (known) known.push(entity)
    else byType.set(entity.type, [entity])
  }
  return HEADINGS.flatMap(([type, heading]) => {
    const of = byType.get(type) ?? []
    const told = of
      .map(entity => ({
        entity,
        quotes: said.get(entity.id) ?? [],
        facts: (lookup.parts.get(entity.id) ?? []).filter(saysAnything),
      }))
      .filter(one => one.quotes.length > 0 || (one.facts.length > 0 && !isTie(lookup, one)))
      .sort((a, b) => b.quotes.length - a.quotes.length || b.facts.length - a.facts.length)
    const { shown, more } = some(told, limits.items)
    const items = shown.map(one => toItem(lookup, one, limits))
    const also = some(type === 'other' ? [] : onlyNamed(lookup, of, told), limits.also)
    const rest = type === 'person' && unresolved.length > 0
    if (items.length === 0 && also.shown.length === 0 && !rest) return []
    return [
      {
        heading,
        items: { shown: items, more },
        ...(rest && { unresolved: unresolvedItem(unresolved, limits) }),
        also,
      },
    ]
  })
}

/** A person without a name, all of whom is told beneath another's: "husband: her husband". */
const isTie = (lookup: Lookup, { entity, facts }: Told): boolean =>
  entity.type === 'person' &&
  !lookup.named.has(entity.id) &&
  facts.every(({ fact }) =>
    Object.entries(fact.args).some(
      ([as, id]) => id !== entity.id && lookup.named.has(id) && saysAnything({ fact, as }),
    ),
  )

const unresolvedItem = (quotes: readonly PageQuote[], limits: Limits): PageItem => ({
  head: phrase(`Speaker not resolved · ${count(quotes.length, 'quote')}`),
  lines: some([], 0),
  quotes: some(quotes, limits.quotes),
})

/** The record's entities; and speakers that it does not list, as persons. */
const everyone = ({ record, entities }: Lookup, said: ReadonlyMap<string, unknown>) => [
  ...record.entities,
  ...[...said.keys()]
    .filter(id => !entities.has(id))
    .map((id): RecordEntity => ({ id, type: 'person', name: id, mentions: [] })),
]

function onlyNamed(
  { named }: Lookup,
  entities: readonly RecordEntity[],
  told: readonly Told[],
): string[] {
  const known = new Set(told.map(({ entity }) => entity))
  return entities
    .filter(entity => !known.has(entity) && named.has(entity.id))
    .sort((a, b) => b.mentions.length - a.mentions.length)
    .map(({ name }) => part(name).text)
}

function bySpeaker({ record }: Lookup, quotes: readonly PageQuote[]) {
  const said = new Map<string, PageQuote[]>()
  const unresolved: PageQuote[] = []
  for (const [i, { speakers }] of record.quotes.entries()) {
    if (speakers.length === 0) unresolved.push(quotes[i]!)
    for (const id of speakers) {
      const known = said.get(id)
      if (known) known.push(quotes[i]!)
      else said.set(id, [quotes[i]!])
    }
  }
  return { said, unresolved }
}
