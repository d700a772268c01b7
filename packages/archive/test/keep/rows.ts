import { sql } from 'kysely'
import { type Archive, addStories, keepProblem, markTaken } from '../../src/index.js'
import { chunksOf, type Row } from '../../src/keep/chunks.js'
import { sampleStories, story } from '../stories.js'

/** Every row of every table, and what the indexes of words hold. */
export async function allRows(archive: Archive): Promise<Record<string, unknown>> {
  const all: Record<string, Row[]> = {}
  for await (const { table, columns, rows } of chunksOf(archive, archive.db)) {
    const named = rows.map(row =>
      [...columns].sort().map(column => {
        const cell = row[columns.indexOf(column)]!
        return cell instanceof Uint8Array ? Buffer.from(cell).toString('hex') : cell
      }),
    )
    all[table] = [...(all[table] ?? []), ...named]
  }
  return { ...all, ...(await indexed(archive)) }
}

async function indexed({ db, words }: Archive): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {}
  for (const table of ['quote_words', 'passage_words']) {
    if (words.engine === 'sqlite')
      await sql
        .raw(
          `create virtual table if not exists temp.in_${table} using fts5vocab(main, ${table}, instance)`,
        )
        .execute(db)
    // a word at each of its places; tags have none
    const entries =
      words.engine === 'sqlite'
        ? `select distinct doc as id, term, case when term like '=%' then -1 else "offset" end as at from temp.in_${table}`
        : `select id, lexeme as term, coalesce(at, 0) - 1 as at
           from ${table}, unnest(words) u left join lateral unnest(u.positions) at on true`
    all[table] = (await sql.raw(`${entries} order by id, at, term`).execute(db)).rows
  }
  return all
}

/** Fills an archive with the samples and with what makes trouble. */
export async function fillArchive(archive: Archive): Promise<void> {
  await addStories(archive, sampleStories(), { at: '2026-03-20T10:00:00.000Z' })
  const awkward = [
    'The mayor 𝒩ora 🜲 Lund spoke.\n\n“Was für ein Tag — ‮ abc <b>&amp;</b> ‘; drop table story; --’”, said Nora Lund.',
    '“قالت إن الميناء مغلق” said Sami Haddad.',
    'x'.repeat(9_000),
    '',
  ]
  for (const [k, text] of awkward.entries()) {
    const original =
      k === 0 ? { original: Buffer.from([0, 255, 10, 0, 13, 123]), mediaType: 'x/y' } : {}
    await addStories(archive, [
      story({
        ...original,
        text,
        outlet: k % 2 ? 'Post' : 'O\'Hara "Weekly"',
        path: `in/${k}`,
        id: `a${k}`,
      }),
    ])
  }
  await addStories(archive, [
    story({ text: `${awkward[1]}\n\nIt was mended.`, outlet: 'Post', path: 'in/1', id: 'a1' }),
  ])
  await keepProblem(archive.db, {
    path: 'in/9',
    part: 'line 3\n',
    code: 'broken',
    message: '"\\\t',
  })
  await markTaken(
    archive.db,
    { path: 'in', size: 5_000_000_000, changedAt: '2026-01-01T00:00:00.000Z' },
    4,
  )
}
