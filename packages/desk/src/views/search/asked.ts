import type { Answered, Asked } from '../../api.js'

export type SearchPage = Answered<'search'>
export type Hit = SearchPage['hits'][number]
export type Facets = NonNullable<SearchPage['facets']>
/** What may stand in the address of a search; `q` are the words. */
export type Query = Omit<Asked<'search'>, 'cursor' | 'limit'>

/** Fields with one value, by their names in the address. */
const ONE = ['speaker', 'about', 'from', 'to', 'story', 'in', 'sort', 'added'] as const
const SEVERAL = ['outlet', 'kind'] as const
/** What passages cannot be narrowed by. */
const OF_QUOTES = new Set<string>(['speaker', 'about', 'kind'])

/** The question that an address asks. What it says wrong the service refuses, in words. */
export function queryOf(params: URLSearchParams): Query {
  const passages = params.get('in') === 'passages'
  const query: Record<string, string | string[]> = {}
  const text = params.get('q')?.trim()
  if (text) query.text = text
  for (const name of [...ONE, ...SEVERAL]) {
    const values = params.getAll(name).filter(value => value !== '')
    if (values.length === 0 || (passages && OF_QUOTES.has(name))) continue
    query[name] = name === 'outlet' || name === 'kind' ? values : values[0]!
  }
  return query as Query
}

/** The same question always in the same words: as it is saved, and as its feed is asked. */
export function addressOf(params: URLSearchParams): string {
  const sorted = new URLSearchParams()
  for (const name of ['q', ...ONE, ...SEVERAL])
    if (name !== 'sort' && name !== 'added')
      for (const value of params.getAll(name).sort())
        if (value.trim()) sorted.append(name, value.trim())
  return sorted.toString()
}

/** Where the feed of a search is, in a form that readers of feeds know. */
export function feedOf(address: string, form: 'atom' | 'json'): string {
  const { text, ...rest } = queryOf(new URLSearchParams(address))
  const params = new URLSearchParams()
  if (text) params.set('text', text)
  for (const [name, value] of Object.entries(rest))
    for (const one of [value ?? []].flat()) params.append(name, one)
  return `/api/search.${form}${params.size > 0 ? `?${params}` : ''}`
}
