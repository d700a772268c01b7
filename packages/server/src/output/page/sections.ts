import type { EntityType, RecordEntity } from '@onrecord/engine'
import { count } from './count.js'
import { type PageItem, type Told, toItem } from './items.js'
import { type Limits, type Some, some } from './limits.js'
import type { Lookup } from './lookup.js'
import { part, phrase } from './phrase.js'
import type { PageQuote } from './quotes.js'
import { saysAnything } from './tell.js'

/** People, organisations …: those of whom something is told, and those only named. */
export interface PageSection {
  readonly heading: string
  readonly items: Some<PageItem>
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
 * story's order. Quotes whose speaker is not resolved stand last among the people.
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
      .filter(({ quotes, facts }) => quotes.length > 0 || facts.length > 0)
      .sort((a, b) => b.quotes.length - a.quotes.length || b.facts.length - a.facts.length)
    const { shown, more } = some(told, limits.items)
    const items = shown.map(one => toItem(lookup, one, limits))
    if (type === 'person' && unresolved.length > 0) {
      items.push({
        head: phrase(`Speaker not resolved · ${count(unresolved.length, 'quote')}`),
        lines: some([], 0),
        quotes: some(unresolved, limits.quotes),
      })
    }
    const also = some(type === 'other' ? [] : onlyNamed(of, told), limits.also)
    if (items.length === 0 && also.shown.length === 0) return []
    return [{ heading, items: { shown: items, more }, also }]
  })
}

/** The record's entities; and speakers that it does not list, as persons. */
const everyone = ({ record, entities }: Lookup, said: ReadonlyMap<string, unknown>) => [
  ...record.entities,
  ...[...said.keys()]
    .filter(id => !entities.has(id))
    .map((id): RecordEntity => ({ id, type: 'person', name: id, mentions: [] })),
]

function onlyNamed(entities: readonly RecordEntity[], told: readonly Told[]): string[] {
  const known = new Set(told.map(({ entity }) => entity))
  return entities
    .filter(entity => !known.has(entity) && entity.mentions.some(({ form }) => form === 'name'))
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
