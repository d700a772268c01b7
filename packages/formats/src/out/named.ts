import type { EntityType, RecordEntity, RecordQuote, StoryRecord } from '@onrecord/engine'

/** Is it of one of the types, and does the story call it by a name? "A senior official" is nobody that others know. */
export const isNamed = (entity: RecordEntity, ...types: readonly EntityType[]): boolean =>
  types.includes(entity.type) &&
  entity.name.trim() !== '' &&
  entity.mentions.some(({ form }) => form === 'name')

/** The record's entities by id. */
export const entitiesOf = (record: StoryRecord): ReadonlyMap<string, RecordEntity> =>
  new Map(record.entities.map(entity => [entity.id, entity]))

/** The words of a quote's content; `…` where other words stand between two pieces. */
export const contentOf = (quote: RecordQuote): string =>
  quote.content.map(({ text }) => text).join(' … ')

/** The words of a quote's source; none where it names none. */
export const sourceOf = (quote: RecordQuote): string | undefined =>
  quote.source.length === 0 ? undefined : quote.source.map(({ text }) => text).join(' … ')
