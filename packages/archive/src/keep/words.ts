import type { Database, Db } from '../database/database.js'
import { tagsOfPassage, tagsOfQuote } from '../text/tags.js'
import { foldedWords } from '../text/words.js'

const STORIES = 50

/** Makes the indexes of words, where they are empty, from the rows of all stories: what `project` puts in. */
export async function indexWords(database: Database, db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const stories = await db
      .selectFrom('story')
      .innerJoin('version', 'version.id', 'story.version_id')
      .select(['story.id as id', 'version.text as text'])
      .where('story.id', '>', after)
      .orderBy('story.id')
      .limit(STORIES)
      .execute()
    if (stories.length === 0) return
    after = stories.at(-1)!.id
    const texts = new Map(stories.map(({ id, text }) => [id, text]))
    await indexQuotes(database, db, [...texts.keys()])
    await indexPassages(database, db, texts)
  }
}

async function indexQuotes(database: Database, db: Db, stories: readonly number[]) {
  const named = async (table: 'quote_speaker' | 'quote_about') => {
    const rows = await db
      .selectFrom(table)
      .innerJoin('entity', 'entity.id', `${table}.entity_id`)
      .select([`${table}.quote_id as quote`, 'entity.name as name'])
      .where('entity.story_id', 'in', stories)
      .execute()
    const names = new Map<number, string[]>()
    for (const { quote, name } of rows) names.set(quote, [...(names.get(quote) ?? []), name])
    return names
  }
  const speakers = await named('quote_speaker')
  const about = await named('quote_about')
  const quotes = await db
    .selectFrom('quote')
    .select(['id', 'content', 'kind', 'said', 'source_id as sourceId'])
    .where('story_id', 'in', stories)
    .execute()
  const rows = quotes.map(({ id, content, ...quote }) => ({
    id,
    words: foldedWords(content),
    tags: tagsOfQuote({
      ...quote,
      speakers: speakers.get(id) ?? [],
      about: about.get(id) ?? [],
    }),
  }))
  await put(database, db, 'quote_words', rows)
}

async function indexPassages(database: Database, db: Db, texts: ReadonlyMap<number, string>) {
  const passages = await db
    .selectFrom('passage')
    .select(['id', 'story_id', 'start', 'end', 'source_id'])
    .where('story_id', 'in', [...texts.keys()])
    .execute()
  const rows = passages.map(({ id, story_id, start, end, source_id }) => ({
    id,
    words: foldedWords(texts.get(story_id)!.slice(start, end)),
    tags: tagsOfPassage(source_id),
  }))
  await put(database, db, 'passage_words', rows)
}

/** Rows of one statement: PostgreSQL takes them all at once. */
const ROWS = 500

async function put(
  database: Database,
  db: Db,
  table: Parameters<Database['putWords']>[1],
  rows: Parameters<Database['putWords']>[2],
) {
  for (let k = 0; k < rows.length; k += ROWS)
    await database.putWords(db, table, rows.slice(k, k + ROWS))
}
