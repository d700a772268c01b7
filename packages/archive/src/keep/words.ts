import type { Database, Db } from '../database/database.js'
import { foldedWords } from '../text/words.js'

const PAGE = 200

/** Makes the indexes of words from quotes and passages, where they are empty: what `project` puts in, for all stories. */
export async function indexWords(database: Database, db: Db): Promise<void> {
  for (let after = 0; ; ) {
    const quotes = await db
      .selectFrom('quote')
      .select(['id', 'content'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PAGE)
      .execute()
    if (quotes.length === 0) break
    await database.putWords(
      db,
      'quote_words',
      quotes.map(({ id, content }) => ({ id, words: foldedWords(content) })),
    )
    after = quotes.at(-1)!.id
  }
  for (let after = 0; ; ) {
    const stories = await db
      .selectFrom('story')
      .innerJoin('version', 'version.id', 'story.version_id')
      .select(['story.id as id', 'version.text as text'])
      .where('story.id', '>', after)
      .orderBy('story.id')
      .limit(20)
      .execute()
    if (stories.length === 0) break
    for (const { id, text } of stories) {
      const passages = await db
        .selectFrom('passage')
        .select(['id', 'start', 'end'])
        .where('story_id', '=', id)
        .execute()
      for (let k = 0; k < passages.length; k += PAGE) {
        await database.putWords(
          db,
          'passage_words',
          passages.slice(k, k + PAGE).map(passage => ({
            id: passage.id,
            words: foldedWords(text.slice(passage.start, passage.end)),
          })),
        )
      }
    }
    after = stories.at(-1)!.id
  }
}
