import type { Asked } from '../../api.js'

type Question = Asked<'counts'>
export type Dimension = NonNullable<Question['by']>[number]
export type Measure = NonNullable<Question['sort']>
/** Which quotes are counted: what `counts` and `quotes` both take. */
export type Filters = Pick<
  Question,
  'date' | 'from' | 'to' | 'outlet' | 'kind' | 'speaker' | 'storyKind' | 'copies'
>

/** What the page's address asks for. */
export interface Counting {
  /** One or two. */
  readonly by: readonly Dimension[]
  readonly sort: Measure
  readonly filters: Filters
}

export const WHAT = ['speaker', 'outlet', 'gender', 'role', 'source', 'kind', 'story-kind'] as const
export const TIMES = ['day', 'week', 'month', 'quarter', 'year'] as const
export const MEASURES = ['quotes', 'words', 'stories', 'people'] as const

export type Time = (typeof TIMES)[number]
export const isTime = (dimension: Dimension | undefined): dimension is Time =>
  TIMES.some(time => time === dimension)

/** Reads an address. What is no question is left out; dates and names are for the service to judge. */
export function countingOf(query: URLSearchParams): Counting {
  const by = [...new Set(query.getAll('by'))].flatMap(
    word => oneOf(word, [...WHAT, ...TIMES]) ?? [],
  )
  const outlet = query.getAll('outlet')
  const kind = query
    .getAll('kind')
    .flatMap(word => oneOf(word, ['direct', 'indirect', 'mixed']) ?? [])
  const word = (name: string) => query.get(name) || undefined
  return {
    by: by.length > 0 ? by.slice(0, 2) : ['speaker'],
    sort: oneOf(query.get('sort'), MEASURES) ?? 'quotes',
    filters: without({
      date: oneOf(query.get('date'), ['said']),
      from: word('from'),
      to: word('to'),
      outlet: outlet.length > 0 ? outlet : undefined,
      kind: kind.length > 0 ? kind : undefined,
      speaker: word('speaker'),
      storyKind: oneOf(query.get('storyKind'), ['story', 'transcript']),
      copies: oneOf(query.get('copies'), ['once']),
    }),
  }
}

/** The address of what is counted. */
export function addressOfCounts({ by, sort, filters }: Counting): string {
  return `/counts?${queryOf({ by, ...(sort !== 'quotes' && { sort }), ...filters })}`
}

/** The address of the quotes that one row counts; without `of`, of those that all rows do. */
export function addressOfQuotes(
  { by, filters }: Pick<Counting, 'by' | 'filters'>,
  of?: readonly (string | null)[],
): string {
  const row = of ? { by, of: of.map(key => key ?? NOT_TOLD) } : {}
  return `/counts/quotes?${queryOf({ ...row, ...filters })}`
}

/** Stands for what is not told, as the operation has it. */
export const NOT_TOLD = '-'

/** In the order that addresses have, so that one question has one address. */
const FIELDS = [
  'by',
  'of',
  'sort',
  'date',
  'from',
  'to',
  'outlet',
  'kind',
  'speaker',
  'storyKind',
  'copies',
] as const

function queryOf(
  fields: { readonly [Field in (typeof FIELDS)[number]]?: string | readonly string[] | undefined },
): URLSearchParams {
  const query = new URLSearchParams()
  for (const name of FIELDS)
    for (const one of [fields[name]].flat()) if (one !== undefined) query.append(name, one)
  return query
}

const oneOf = <const T extends string>(word: string | null, of: readonly T[]): T | undefined =>
  of.find(one => one === word)

/** Without what is undefined. */
export const without = <T extends object>(
  fields: {
    readonly [Key in keyof T]: T[Key] | undefined
  },
): { [Key in keyof T]?: Exclude<T[Key], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
