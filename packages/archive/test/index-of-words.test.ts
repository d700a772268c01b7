import { sql } from 'kysely'
import { expect, it } from 'vitest'
import type { Archive } from '../src/archive.js'
import type { Db } from '../src/database/database.js'
import { onBoth } from './databases.js'

/** The ids of the rows that hold a word. */
async function holding({ matching }: Archive, db: Db, word: string): Promise<number[]> {
  const held = matching('quote_words', { words: [word] }, 1, 1000)
  const { rows } = await sql<{ id: number }>`select id from ${held} as held order by id`.execute(db)
  return rows.map(({ id }) => id)
}

const row = (id: number, words: string) => ({ id, words, tags: ['outlet=1'] })

onBoth('the index of words', ({ newArchive }) => {
  it('has what was put in, in whatever order, at once', async () => {
    const archive = await newArchive()
    await archive.write(async db => {
      await archive.putWords(db, 'quote_words', [row(7, 'the ferry sailed'), row(3, 'a ferry')])
      await archive.putWords(db, 'quote_words', [row(5, 'no ferry')])
      expect(await holding(archive, db, 'ferry')).toEqual([3, 5, 7])
      await archive.putWords(db, 'quote_words', [row(3, 'a train')])
      await archive.dropWords(db, 'quote_words', [5])
      await archive.putWords(db, 'quote_words', [row(1, 'one ferry'), row(2, 'its ferry')])
      await archive.dropWords(db, 'quote_words', [2])
    })
    expect(await holding(archive, archive.db, 'ferry')).toEqual([1, 7])
    expect(await holding(archive, archive.db, 'train')).toEqual([3])
    expect(await holding(archive, archive.db, 'outlet=1')).toEqual([1, 3, 7])
  })

  it('has nothing of what was undone', async () => {
    const archive = await newArchive()
    const undone = archive.write(async db => {
      await archive.putWords(db, 'quote_words', [row(1, 'gone')])
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    await archive.write(db => archive.putWords(db, 'quote_words', [row(2, 'here')]))
    expect(await holding(archive, archive.db, 'gone')).toEqual([])
    expect(await holding(archive, archive.db, 'here')).toEqual([2])
  })

  it('takes words outside of a transaction too', async () => {
    const archive = await newArchive()
    await archive.putWords(archive.db, 'quote_words', [row(4, 'alone')])
    expect(await holding(archive, archive.db, 'alone')).toEqual([4])
  })
})
