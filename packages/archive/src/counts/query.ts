/** What quotes can be counted by. Those of time are of the date that `date` names. */
export const DIMENSIONS = [
  'speaker',
  'source',
  'gender',
  'role',
  'outlet',
  'kind',
  'story-kind',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** What is counted. people: persons with a name who are quoted, each once. */
export const MEASURES = ['quotes', 'words', 'stories', 'people'] as const
export type Measure = (typeof MEASURES)[number]
export type Numbers = Readonly<Record<Measure, number>>

/** Which quotes are counted, and how. What is left out is all there is. */
export interface CountQuery {
  /** None: the total alone. Two: each with each. */
  readonly by?: readonly Dimension[] | undefined
  /** The date that `from`, `to` and dimensions of time are about: as the outlet states it, no time zone is reckoned. */
  readonly date?: 'published' | 'said' | undefined
  /** A year, a month or a day, ISO 8601; both count. Quotes without the date are left out. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  /** Names. */
  readonly outlets?: readonly string[] | undefined
  readonly kinds?: readonly ('direct' | 'indirect' | 'mixed')[] | undefined
  /** A name, or a key as a count by speaker gives it: person:KEY, named:NAME. */
  readonly speaker?: string | undefined
  readonly storyKind?: 'story' | 'transcript' | undefined
  /** once: see `copiesLeftOut`. */
  readonly copies?: 'all' | 'once' | undefined
}
