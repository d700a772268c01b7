import type { Context, Hono } from 'hono'
import { fieldsOf } from '../../../operations/fields.js'
import type { Operation } from '../../../operations/operation.js'
import { type SearchPage, search } from '../../../operations/search/search.js'
import { answer } from '../answer.js'
import { askedOf } from '../asked.js'
import type { Ground } from '../ground.js'
import { answered, describeRoute, type Paths, parameter } from '../paths.js'
import { forbidden } from '../refusal.js'
import { API } from '../route.js'
import { ATOM, atomOf } from './atom.js'
import { entryOf, type Feed } from './entry.js'
import { JSON_FEED, jsonFeedOf } from './json-feed.js'

/** Entries of a feed at most, and of those the ones that are newest by the day of publication. */
const MOST = 100
const NEWEST = 50
/** Days for which what the archive got is in a feed, however long ago it was published. */
const FRESH = 14

/** What a search is asked for its feed: as ever, but for its order and pages. */
const asked = search.input.omit({ sort: true, limit: true, cursor: true, added: true })
const SEARCH = search as unknown as Operation
const FEED: Operation = { ...SEARCH, input: asked }

const FORMS = [
  {
    path: `${API}/search.atom`,
    id: 'searchAtom',
    name: 'Atom',
    mediaType: ATOM,
    schema: { type: 'string' },
    write: atomOf,
  },
  {
    path: `${API}/search.json`,
    id: 'searchJsonFeed',
    name: 'JSON Feed',
    mediaType: JSON_FEED,
    schema: { type: 'object' },
    write: jsonFeedOf,
  },
] as const

/** A feed of what is new in a search, for whoever may search. */
export function mountFeeds(app: Hono, ground: Ground): Paths {
  for (const { path, mediaType, write } of FORMS)
    app.get(path, async c => answer(c, write(await feedOf(c, ground)), mediaType))
  return Object.fromEntries(
    FORMS.map(({ path, id, name, mediaType, schema }) => [
      path,
      {
        get: describeRoute({
          id,
          summary: `What is new in a search, as ${name}.`,
          description: `A feed for readers of feeds: the ${NEWEST} newest hits, and what the archive got in the last ${FRESH} days however old it is. An entry has its permanent link and keeps its id; its date is when the archive got it.`,
          parameters: PARAMETERS,
          answers: {
            200: answered('The feed.', { [mediaType]: schema }),
            304: answered('It is as the ETag says.'),
          },
        }),
      },
    ]),
  )
}

const PARAMETERS = Object.entries(fieldsOf(FEED).fields).map(([name, field]) => {
  const { description = '', ...schema } = field
  return parameter('query', name, description, schema)
})

async function feedOf(c: Context, ground: Ground): Promise<Feed> {
  const caller = await ground.callerOf(c)
  if (!caller.may.includes('read')) throw forbidden('search', 'read', caller)
  const url = new URL(c.req.url)
  const origin = ground.origin ?? url.origin
  const query = askedOf(FEED, { inPath: {}, query: url.searchParams })
  const find = async (more: { limit: number; added?: string }) => {
    const input = { ...(query as object), sort: 'newest', ...more }
    const { signal } = c.req.raw
    const found = await ground.answering.answer(SEARCH, caller, input, signal)
    return (JSON.parse(found) as SearchPage).hits
  }
  const since = new Date(Date.now() - FRESH * 86_400_000).toISOString()
  const fresh = await find({ limit: MOST - NEWEST, added: since })
  const newest = await find({ limit: NEWEST })
  const entries = new Map([...fresh, ...newest].map(hit => [hit.link, entryOf(hit, origin)]))
  return {
    title: ['Onrecord', titleOf(url.searchParams)].filter(Boolean).join(': '),
    self: `${origin}${url.pathname}${url.search}`,
    home: `${origin}/search${deskQuery(url.searchParams)}`,
    entries: [...entries.values()].sort((a, b) => b.added.localeCompare(a.added)),
  }
}

const titleOf = (params: URLSearchParams): string => [...params.values()].join(', ')

/** As the desk asks the same: its words are q. */
function deskQuery(params: URLSearchParams): string {
  const query = new URLSearchParams()
  for (const [name, value] of params) query.append(name === 'text' ? 'q' : name, value)
  return query.size > 0 ? `?${query}` : ''
}
