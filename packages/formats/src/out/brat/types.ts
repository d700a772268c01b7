import { type EntityType, FACT_TYPES, type RecordValue } from '@onrecord/engine'

/** brat's names for the record's types: a capital, and `_` for a hyphen. "member-of" is "Member_of". */
export const bratName = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', '_')

/** The pieces of quotes. */
export const QUOTE_TYPES = ['Content', 'Cue', 'Source'] as const

const ENTITIES: readonly EntityType[] = [
  'person',
  'organisation',
  'place',
  'work',
  'event',
  'group',
  'other',
]
export const ENTITY_TYPES = ENTITIES.map(bratName)

const VALUES: readonly RecordValue['type'][] = [
  'date',
  'time',
  'duration',
  'money',
  'percent',
  'number',
  'age',
]
export const VALUE_TYPES = VALUES.map(bratName)

/** An event's trigger has the event's own type. `Fact_` keeps the age that is stated apart from the age that is a value. */
export const factName = (type: string): string => `Fact_${bratName(type)}`
export const EVENT_TYPES = FACT_TYPES.map(factName)

/** From low to high: below 0.5, below 0.8, below 0.95, above. */
export const CONFIDENCES = ['low', 'fair', 'good', 'high'] as const

export const confidenceName = (confidence: number): (typeof CONFIDENCES)[number] =>
  confidence < 0.5 ? 'low' : confidence < 0.8 ? 'fair' : confidence < 0.95 ? 'good' : 'high'
