import { Link } from 'wouter'
import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { forgetSearch, type SavedSearch, useSavedSearches } from '../../saved.js'
import { feedOf, queryOf } from './asked.js'

const words = say.search

/** Searches that are kept, what is new in each, and its feeds. */
export function Saved() {
  const saved = useSavedSearches()
  if (saved.length === 0) return null
  return (
    <section className="facet saved">
      <h2 className="label">{words.saved}</h2>
      <ul>
        {saved.map(one => (
          <OneSaved key={one.query} saved={one} />
        ))}
      </ul>
      <p className="meta">{words.savedNote}</p>
    </section>
  )
}

function OneSaved({ saved: { query, at } }: { saved: SavedSearch }) {
  const params = new URLSearchParams(query)
  const name = nameOf(params)
  const { data } = useAsk('search', { ...queryOf(params), added: at, limit: 1 })
  return (
    <li>
      <Link href={`/search${query && `?${query}`}`}>
        <bdi>{name}</bdi>
      </Link>{' '}
      {data && data.total.count > 0 && (
        <Link className="fresh" href={`/search?${query}${query && '&'}added=${at}`}>
          {words.fresh(data.total.count, data.total.atLeast)}
        </Link>
      )}
      <p className="meta row">
        <a href={feedOf(query, 'atom')} aria-label={words.feedOf(words.atom, name)}>
          {words.atom}
        </a>
        <a href={feedOf(query, 'json')} aria-label={words.feedOf(words.json, name)}>
          {words.json}
        </a>
        <button
          type="button"
          className="plain"
          aria-label={words.remove(name)}
          onClick={() => forgetSearch(query)}
        >
          {words.forget}
        </button>
      </p>
    </li>
  )
}

/** A search in a few words, as a person would call it. */
function nameOf(params: URLSearchParams): string {
  const parts = [...params].map(([name, value]) =>
    name === 'q' ? value : name === 'in' ? words.ins.passages : value.replace(/^person:/, ''),
  )
  return parts.join(', ') || words.savedAll
}
