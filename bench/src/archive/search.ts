import { type SearchAnswer, type SearchQuery, search, type View } from '@onrecord/archive'
import type { PartOptions } from '../archive.js'
import { type Query, queries } from '../generate/index.js'
import type { Table } from '../table.js'
import { shareOf, TIMES, type Timed, timed, timesOf } from './times.js'

type Asked = Partial<SearchQuery>

const COLUMNS = ['queries', ...TIMES, 'first page']
/** How often each of the hard ones is asked. */
const OFTEN = 10

/**
 * Searches of a log by kind, and hard ones: milliseconds by the clock and of this process's processor (all of the work on
 * SQLite, the lesser part of it on PostgreSQL); and of those made of a known quote, the share that has it on the first
 * page of 20.
 */
export async function searchTables(view: View, options: PartOptions): Promise<Table[]> {
  const log = new Map<string, Run[]>()
  const ask = async (kind: string, asked: Asked, answer?: Query['answer']) => {
    const run = await timed(() => search(view, whole(asked)))
    const first = answer && (await isOn(view, run.answer, answer))
    log.set(kind, [...(log.get(kind) ?? []), { ...run, first }])
    return run.answer
  }
  const sources = await view.archive.db.selectFrom('source').select('name').execute()
  const outlets = new Set(sources.map(({ name }) => name))
  for (const query of queries({ ...options.generated, count: options.queries })) {
    // an outlet that has no story yet cannot be asked for
    const known = query.outlet === undefined || outlets.has(query.outlet)
    if (query.claim === undefined && known) await ask(query.kind, toSearch(query), query.answer)
  }
  const asLogged = tableOf('search', 'search, as logged', log, 'all')

  log.clear()
  const common = await commonOf(view, options)
  for (const [kind, asked] of hardOnes(common))
    for (let k = 0; k < OFTEN; k++) await ask(kind, asked)
  for (let k = 0; k < OFTEN; k++) {
    const { cursor } = await search(view, whole({ text: common.words[k]! }))
    if (cursor) await ask('second page of a common word', { text: common.words[k]!, cursor })
  }
  return [asLogged, tableOf('search-hard', 'search, hard', log)]
}

interface Run extends Timed {
  readonly answer: SearchAnswer
  readonly first?: boolean | undefined
}

const whole = (asked: Asked): SearchQuery => ({ in: 'quotes', limit: 20, ...asked })

const toSearch = ({ text, speaker, outlet, from, to }: Query): Asked => ({
  text,
  speaker,
  outlets: outlet === undefined ? undefined : [outlet],
  published: { from, to },
})

/** Is the quote on the page? Queries know it by the id of its story at the source. */
async function isOn(
  { archive }: View,
  { hits }: SearchAnswer,
  { story, quote }: NonNullable<Query['answer']>,
): Promise<boolean | undefined> {
  const row = await archive.db
    .selectFrom('story')
    .select('key')
    .where('own_id', '=', story)
    .executeTakeFirst()
  return row && hits.some(({ link }) => link === `stories/${row.key}/quotes/${quote}`)
}

/** What is common in the archive: words of its log, the most quoted speaker and outlet. */
async function commonOf(view: View, { generated }: PartOptions) {
  const words: string[] = []
  for (const { kind, text } of queries({ ...generated, count: 1000 }))
    if (kind === 'common-word' && words.length < OFTEN) words.push(text!)
  const { facets } = await search(view, whole({}))
  return {
    words,
    speaker: facets!.speakers[0]!.name,
    outlet: facets!.outlets[0]!.outlet,
  }
}

/** What costs most: words that nearly every quote has, filters that leave much, beginnings of many words. */
function hardOnes({
  words,
  speaker,
  outlet,
}: {
  words: readonly string[]
  speaker: string
  outlet: string
}): [string, Asked][] {
  const years = { from: '2012', to: '2019-06' }
  return [
    ['no words', {}],
    ['a word of half the quotes', { text: 'that' }],
    ['the same, newest first', { text: 'that', sort: 'newest' }],
    ['the same, in seven years', { text: 'that', published: years }],
    ['the same, of one outlet', { text: 'that', outlets: [outlet] }],
    ['two such words', { text: 'that the' }],
    ['a phrase of such words', { text: '"that the"' }],
    ['a phrase of such words, other way round', { text: '"the that of"' }],
    ['ten words, any', { text: words.join(' OR ') }],
    ['such a word without another', { text: 'the NOT that' }],
    ['beginning of two letters', { text: 'th*' }],
    ['beginning of three letters', { text: 'con*' }],
    ['a common speaker', { speaker }],
    ['the same, oldest first', { speaker, sort: 'oldest' }],
    ['a common speaker and word', { speaker, text: 'that' }],
    ['passages with a word of most', { in: 'passages', text: 'the' }],
    ['passages with a phrase', { in: 'passages', text: '"in the"' }],
  ]
}

function tableOf(
  key: string,
  title: string,
  log: ReadonlyMap<string, readonly Run[]>,
  all?: string,
): Table {
  const rows = [...log].map(([kind, runs]) => [kind, rowOf(runs)] as const)
  const total = all === undefined ? [] : [[all, rowOf([...log.values()].flat())] as const]
  return { key, title, columns: COLUMNS, rows: Object.fromEntries([...total, ...rows]) }
}

const rowOf = (runs: readonly Run[]) => ({
  queries: runs.length,
  ...timesOf(runs),
  'first page': shareOf(runs.map(({ first }) => first)),
})
