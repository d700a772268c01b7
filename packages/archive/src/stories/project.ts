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
import { type EntityRow, type QuoteRow, rowsOf } from './rows.js'

export interface Projected {
  readonly storyId: number
  readonly sourceId: number
  readonly published: string | null
  readonly hidden: boolean
  /** The story has no rows yet: nothing is looked up. */
  readonly fresh: boolean
  /** What is as it was when the rows were made: the text; or the reading too, so that ids of items are the same. */
  readonly same?: 'text' | 'reading'
}

/**
 * Makes the rows of quotes, entities, facts and passages say what the record in force says, in the caller's
 * transaction. An item that is still there keeps its row's id: a quote by its span (unless its day changed), an entity by
 * its name or the place of its first name; so joins with the register outlive a new reading. Gives what
 * `joinStories` needs to join the entities with the register: that is not done here.
 */
export async function project(
  archive: Archive,
  db: Db,
  record: StoryRecord,
  { storyId, sourceId, published, hidden, fresh, same }: Projected,
): Promise<JoinedStory> {
  const rows = rowsOf(record)
  const before = fresh ? { quotes: [], entities: [] } : await rowsBefore(db, storyId)
  const entityIds = matchEntities(rows.entities, before.entities, same)
  const sameDay = before.quotes.filter(
    ({ id }) => id >= firstIdOf(published) && id < firstIdBehind(published),
  )
  const quoteIds = matchQuotes(rows.quotes, sameDay, same)
  if (!fresh) {
    await db.deleteFrom('fact').where('story_id', '=', storyId).execute()
    const goneQuotes = missing(before.quotes, quoteIds)
    await archive.dropWords(db, 'quote_words', goneQuotes)
    await drop(db, 'quote', goneQuotes)
    await drop(db, 'entity', missing(before.entities, entityIds))
    const kept = before.quotes.map(row => row.id)
    for (const ids of chunks(kept)) {
      await db.deleteFrom('quote_speaker').where('quote_id', 'in', ids).execute()
      await db.deleteFrom('quote_about').where('quote_id', 'in', ids).execute()
    }
    if (same === undefined) await dropPassages(archive, db, storyId)
  }
  const { text } = record.story
  const shown = { published, source_id: sourceId, hidden: hidden ? 1 : 0 }
  const spans = same === undefined ? passagesOf(text) : []
  const [entities, freeQuote, freePassage] = await together([
    put(
      db,
      'entity',
      rows.entities.map(row => ({ ...row, story_id: storyId })),
      entityIds,
    ),
    freeIds(db, 'quote', published, rows.quotes.length),
    freeIds(db, 'passage', published, spans.length),
  ])
  const folded = rows.quotes.map(quote => foldedWords(quote.content))
  const passages: Insertable<PassageTable>[] = spans.map(({ start, end }, number) => ({
    ...shown,
    id: freePassage + number,
    story_id: storyId,
    number,
    start,
    end,
  }))
  const [quotes] = await together([
    put(
      db,
      'quote',
      rows.quotes.map(({ speakers, about, ...row }, k) => ({
        ...row,
        ...shown,
        id: freeQuote + k,
        story_id: storyId,
        words: folded[k] === '' ? 0 : folded[k]!.split(' ').length,
      })),
      quoteIds,
    ),
    inChunks(passages, some => db.insertInto('passage').values(some).execute()),
  ])
  const pairs = (of: (quote: QuoteRow) => readonly string[]) =>
    rows.quotes.flatMap(quote =>
      of(quote).flatMap(item => {
        const entity = entities.get(item)
        return entity === undefined
          ? []
          : [{ quote_id: quotes.get(quote.item)!, entity_id: entity }]
      }),
    )
  const facts: Insertable<FactTable>[] = rows.facts.map(
    ({ subject, object, args, saidBy, ...row }) => ({
      ...row,
      story_id: storyId,
      subject_id: subject === null ? null : (entities.get(subject) ?? null),
      object_id: object === null ? null : (entities.get(object) ?? null),
      args: JSON.stringify(args),
      said_by: saidBy === null ? null : (quotes.get(saidBy) ?? null),
    }),
  )
  const names = new Map(rows.entities.map(entity => [entity.item, entity.name]))
  const namesOf = (items: readonly string[]) => items.map(item => names.get(item) ?? '')
  const quoteWords = rows.quotes.map((quote, k) => ({
    id: quotes.get(quote.item)!,
    words: folded[k]!,
    tags: tagsOfQuote({
      sourceId,
      kind: quote.kind,
      said: quote.said,
      speakers: namesOf(quote.speakers),
      about: namesOf(quote.about),
    }),
  }))
  const passageWords = passages.map(({ id, start, end }) => ({
    id,
    words: foldedWords(text.slice(start, end)),
    tags: tagsOfPassage(sourceId),
  }))
  await together([
    inChunks(
      pairs(quote => quote.speakers),
      some => db.insertInto('quote_speaker').values(some).execute(),
    ),
    inChunks(
      pairs(quote => quote.about),
      some => db.insertInto('quote_about').values(some).execute(),
    ),
    inChunks(facts, some => db.insertInto('fact').values(some).execute()),
    inChunks(quoteWords, some => archive.putWords(db, 'quote_words', some)),
    inChunks(passageWords, some => archive.putWords(db, 'passage_words', some)),
  ])
  const persons = before.entities.flatMap(row => row.person_id ?? [])
  return {
    storyId,
    story: record.story.id,
    sourceId,
    published,
    rows,
    entities,
    before: [...new Set(persons)],
    fresh,
  }
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

/** Row ids by item, where the row of before is the same thing. No row is given twice. */
function matchQuotes(
  rows: readonly QuoteRow[],
  before: readonly { id: number; item: string; start: number; end: number }[],
  same: Projected['same'],
) {
  return match<QuoteRow, { item: string; start: number; end: number }>(rows, before, [
    ...(same === 'reading' ? [itemOf] : []),
    row => `${row.start}-${row.end}`,
  ])
}

function matchEntities(
  rows: readonly EntityRow[],
  before: readonly { id: number; item: string; type: string; name_key: string; start: number }[],
  same: Projected['same'],
) {
  return match<EntityRow, { item: string; type: string; name_key: string; start: number }>(
    rows,
    before,
    [
      ...(same === 'reading' ? [itemOf] : []),
      row => `${row.type} ${row.name_key} ${row.start}`,
      row => `${row.type} ${row.name_key}`,
      row => `${row.type} ${row.start}`,
    ],
  )
}

const itemOf = ({ item }: { item: string }) => item

function match<R extends B & { item: string }, B extends object>(
  rows: readonly R[],
  before: readonly (B & { id: number })[],
  keys: readonly ((row: B) => string)[],
): Map<string, number> {
  const ids = new Map<string, number>()
  const taken = new Set<number>()
  for (const key of keys) {
    const free = new Map<string, number>()
    for (const row of before)
      if (!taken.has(row.id) && !free.has(key(row))) free.set(key(row), row.id)
    for (const row of rows) {
      const id = ids.has(row.item) ? undefined : free.get(key(row))
      if (id === undefined || taken.has(id)) continue
      ids.set(row.item, id)
      taken.add(id)
    }
  }
  return ids
}

const missing = (before: readonly { id: number }[], kept: ReadonlyMap<string, number>) => {
  const ids = new Set(kept.values())
  return before.map(row => row.id).filter(id => !ids.has(id))
}

/** Inserts rows, or writes over those whose ids are known. Gives ids by item. */
async function put<T extends 'quote' | 'entity'>(
  db: Db,
  table: T,
  rows: readonly (Insertable<T extends 'quote' ? QuoteTable : EntityTable> & { item: string })[],
  known: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const ids = new Map(known)
  const fresh = rows.filter(row => !known.has(row.item))
  await inChunks(fresh, async some => {
    const made = await db
      .insertInto(table)
      .values(some as never)
      .returning(['id', 'item'])
      .execute()
    for (const { id, item } of made as { id: number; item: string }[]) ids.set(item, id)
  })
  for (const row of rows) {
    const id = known.get(row.item)
    if (id !== undefined)
      await db
        .updateTable(table as 'quote')
        .set({ ...row, id } as never)
        .where('id', '=', id)
        .execute()
  }
  return ids
}

async function drop(db: Db, table: 'quote' | 'entity' | 'passage', ids: readonly number[]) {
  await inChunks(ids, some => db.deleteFrom(table).where('id', 'in', some).execute())
}
