import type { StoryRecord } from '@onrecord/engine'
import type { Insertable } from 'kysely'
import type { Archive } from '../archive.js'
import { chunks, inChunks } from '../database/chunks.js'
import type { Db } from '../database/database.js'
import type { EntityTable, FactTable, PassageTable, QuoteTable } from '../database/schema.js'
import { together } from '../database/together.js'
import type { JoinedStory } from '../people/join.js'
import { passagesOf } from '../text/passages.js'
import { tagsOfPassage, tagsOfQuote } from '../text/tags.js'
import { foldedWords } from '../text/words.js'
import { firstIdBehind, firstIdOf, freeIds } from './dated-ids.js'
import { matchEntities, matchQuotes, type Same } from './match.js'
import { type QuoteRow, type Rows, rowsOf } from './rows.js'

export interface Projected {
  readonly record: StoryRecord
  readonly storyId: number
  readonly sourceId: number
  readonly published: string | null
  readonly hidden: boolean
  /** The story has no rows yet: nothing is looked up. */
  readonly fresh: boolean
  /** Since the rows were made; nothing unless told. */
  readonly same?: Same
}

/** A story with its rows, and what of them is there already. */
interface Work extends Projected {
  readonly rows: Rows
  readonly before: Before
  /** Ids of rows that are kept, by item. */
  readonly kept: {
    readonly quotes: ReadonlyMap<string, number>
    readonly entities: ReadonlyMap<string, number>
  }
}

type Before = Awaited<ReturnType<typeof rowsBefore>>
/** Row ids by story and item. */
type Ids = ReadonlyMap<number, ReadonlyMap<string, number>>

/**
 * Makes the rows of quotes, entities, facts and passages say what the records in force say, in the caller's
 * transaction, those of all the stories in few statements. An item that is still there keeps its row's id: a quote by its
 * span (unless its day changed), an entity by its name or the place of its first name; so joins with the register outlive
 * a new reading. Gives what `joinStories` needs to join the entities with the register: that is not done here.
 */
export async function project(
  archive: Archive,
  db: Db,
  stories: readonly Projected[],
): Promise<JoinedStory[]> {
  const works: Work[] = []
  for (const story of stories) works.push(await workOn(archive, db, story))
  const entities = await put(
    db,
    'entity',
    works.map(({ storyId, rows, kept }) => ({
      storyId,
      known: kept.entities,
      rows: rows.entities.map(row => ({ ...row, story_id: storyId })),
    })),
  )
  const quotes = await putQuotes(archive, db, works, entities)
  await putPassages(archive, db, works)
  await putFacts(db, works, entities, quotes)
  return works.map(({ storyId, sourceId, published, record, rows, before, fresh }) => ({
    storyId,
    story: record.story.id,
    sourceId,
    published,
    rows,
    entities: entities.get(storyId)!,
    before: [...new Set(before.entities.flatMap(row => row.person_id ?? []))],
    fresh,
  }))
}

/** Finds what stays of a story's rows, and drops the rest. */
async function workOn(archive: Archive, db: Db, story: Projected): Promise<Work> {
  const { storyId, published, record, fresh, same } = story
  const rows = rowsOf(record)
  const before = fresh ? { quotes: [], entities: [] } : await rowsBefore(db, storyId)
  const entities = matchEntities(rows.entities, before.entities, same)
  const sameDay = before.quotes.filter(
    ({ id }) => id >= firstIdOf(published) && id < firstIdBehind(published),
  )
  const quotes = matchQuotes(rows.quotes, sameDay, same)
  if (!fresh) {
    await db.deleteFrom('fact').where('story_id', '=', storyId).execute()
    const goneQuotes = missing(before.quotes, quotes)
    await archive.dropWords(db, 'quote_words', goneQuotes)
    await drop(db, 'quote', goneQuotes)
    await drop(db, 'entity', missing(before.entities, entities))
    for (const ids of chunks(before.quotes.map(row => row.id))) {
      await db.deleteFrom('quote_speaker').where('quote_id', 'in', ids).execute()
      await db.deleteFrom('quote_about').where('quote_id', 'in', ids).execute()
    }
    if (same === undefined) await dropPassages(archive, db, storyId)
  }
  return { ...story, rows, before, kept: { quotes, entities } }
}

const shownOf = ({ published, sourceId, hidden }: Projected) => ({
  published,
  source_id: sourceId,
  hidden: hidden ? 1 : 0,
})

async function putQuotes(
  archive: Archive,
  db: Db,
  works: readonly Work[],
  entities: Ids,
): Promise<Ids> {
  const first = await freeIds(
    db,
    'quote',
    works.map(({ published, rows }) => ({ published, count: rows.quotes.length })),
  )
  const folded = works.map(({ rows }) => rows.quotes.map(quote => foldedWords(quote.content)))
  const ids = await put(
    db,
    'quote',
    works.map((work, w) => ({
      storyId: work.storyId,
      known: work.kept.quotes,
      rows: work.rows.quotes.map(({ speakers, about, ...row }, k) => ({
        ...row,
        ...shownOf(work),
        id: first[w]! + k,
        story_id: work.storyId,
        words: folded[w]![k] === '' ? 0 : folded[w]![k]!.split(' ').length,
      })),
    })),
  )
  const pairs = (of: (quote: QuoteRow) => readonly string[]) =>
    works.flatMap(({ storyId, rows }) =>
      rows.quotes.flatMap(quote =>
        of(quote).flatMap(item => {
          const entity = entities.get(storyId)!.get(item)
          return entity === undefined
            ? []
            : [{ quote_id: ids.get(storyId)!.get(quote.item)!, entity_id: entity }]
        }),
      ),
    )
  const words = works.flatMap(({ storyId, sourceId, rows }, w) => {
    const names = new Map(rows.entities.map(entity => [entity.item, entity.name]))
    const namesOf = (items: readonly string[]) => items.map(item => names.get(item) ?? '')
    return rows.quotes.map((quote, k) => ({
      id: ids.get(storyId)!.get(quote.item)!,
      words: folded[w]![k]!,
      tags: tagsOfQuote({
        sourceId,
        kind: quote.kind,
        said: quote.said,
        speakers: namesOf(quote.speakers),
        about: namesOf(quote.about),
      }),
    }))
  })
  await together([
    inChunks(
      pairs(quote => quote.speakers),
      some => db.insertInto('quote_speaker').values(some).execute(),
    ),
    inChunks(
      pairs(quote => quote.about),
      some => db.insertInto('quote_about').values(some).execute(),
    ),
    inChunks(words, some => archive.putWords(db, 'quote_words', some)),
  ])
  return ids
}

/** Passages are made anew where the text is new. */
async function putPassages(archive: Archive, db: Db, works: readonly Work[]): Promise<void> {
  const cut = works
    .filter(({ same }) => same === undefined)
    .map(work => ({ ...work, spans: passagesOf(work.record.story.text) }))
  const first = await freeIds(
    db,
    'passage',
    cut.map(({ published, spans }) => ({ published, count: spans.length })),
  )
  const rows: Insertable<PassageTable>[] = cut.flatMap((work, w) =>
    work.spans.map(({ start, end }, number) => ({
      ...shownOf(work),
      id: first[w]! + number,
      story_id: work.storyId,
      number,
      start,
      end,
    })),
  )
  const words = cut.flatMap(({ sourceId, record, spans }, w) =>
    spans.map(({ start, end }, number) => ({
      id: first[w]! + number,
      words: foldedWords(record.story.text.slice(start, end)),
      tags: tagsOfPassage(sourceId),
    })),
  )
  await together([
    inChunks(rows, some => db.insertInto('passage').values(some).execute()),
    inChunks(words, some => archive.putWords(db, 'passage_words', some)),
  ])
}

async function putFacts(db: Db, works: readonly Work[], entities: Ids, quotes: Ids): Promise<void> {
  const facts: Insertable<FactTable>[] = works.flatMap(({ storyId, rows }) => {
    const idOf = (ids: Ids, item: string | null) =>
      item === null ? null : (ids.get(storyId)!.get(item) ?? null)
    return rows.facts.map(({ subject, object, args, saidBy, ...row }) => ({
      ...row,
      story_id: storyId,
      subject_id: idOf(entities, subject),
      object_id: idOf(entities, object),
      args: JSON.stringify(args),
      said_by: idOf(quotes, saidBy),
    }))
  })
  await inChunks(facts, some => db.insertInto('fact').values(some).execute())
}

async function dropPassages(archive: Archive, db: Db, storyId: number) {
  const old = await db.selectFrom('passage').select('id').where('story_id', '=', storyId).execute()
  const ids = old.map(row => row.id)
  await archive.dropWords(db, 'passage_words', ids)
  await drop(db, 'passage', ids)
}

const rowsBefore = async (db: Db, storyId: number) => ({
  quotes: await db
    .selectFrom('quote')
    .select(['id', 'item', 'start', 'end'])
    .where('story_id', '=', storyId)
    .execute(),
  entities: await db
    .selectFrom('entity')
    .select(['id', 'item', 'type', 'name_key', 'start', 'person_id'])
    .where('story_id', '=', storyId)
    .execute(),
})

const missing = (before: readonly { id: number }[], kept: ReadonlyMap<string, number>) => {
  const ids = new Set(kept.values())
  return before.map(row => row.id).filter(id => !ids.has(id))
}

type RowOf<T> = Insertable<T extends 'quote' ? QuoteTable : EntityTable> & { item: string }

/** Inserts the stories' rows, or writes over those whose ids are known. */
async function put<T extends 'quote' | 'entity'>(
  db: Db,
  table: T,
  stories: readonly {
    readonly storyId: number
    readonly known: ReadonlyMap<string, number>
    readonly rows: readonly RowOf<T>[]
  }[],
): Promise<Ids> {
  const ids = new Map(stories.map(({ storyId, known }) => [storyId, new Map(known)]))
  const fresh = stories.flatMap(({ known, rows }) => rows.filter(row => !known.has(row.item)))
  await inChunks(fresh, async some => {
    const made = await db
      .insertInto(table)
      .values(some as never)
      .returning(['id', 'story_id', 'item'])
      .execute()
    for (const { id, story_id, item } of made as { id: number; story_id: number; item: string }[])
      ids.get(story_id)!.set(item, id)
  })
  for (const { known, rows } of stories) {
    for (const row of rows) {
      const id = known.get(row.item)
      if (id !== undefined)
        await db
          .updateTable(table as 'quote')
          .set({ ...row, id } as never)
          .where('id', '=', id)
          .execute()
    }
  }
  return ids
}

async function drop(db: Db, table: 'quote' | 'entity' | 'passage', ids: readonly number[]) {
  await inChunks(ids, some => db.deleteFrom(table).where('id', 'in', some).execute())
}
