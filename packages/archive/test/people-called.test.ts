import { expect, it } from 'vitest'
import { findPerson, listPeople, personPage } from '../src/index.js'
import { personKey } from '../src/people/called.js'
import { addStories } from '../src/stories/add.js'
import { onBoth } from './databases.js'
import { sampleStories } from './stories.js'

onBoth('whoever is asked for by name', database => {
  it('is the one who is called so, else the only one with all its words; several are told', async () => {
    const archive = await database.newArchive()
    await addStories(archive, sampleStories())
    const view = { archive, sight: 'all' } as const
    const { people } = await listPeople(view, { limit: 200 })
    const keyOf = (name: string) => people.find(one => one.name === name)!.key
    const tarrent = keyOf('Joss Tarrent')
    for (const asked of ['Joss Tarrent', 'joss  TARRENT', 'Tarrent', tarrent])
      expect(await personKey(view, asked)).toBe(tarrent)
    // just so goes before those who have more names
    expect(await personKey(view, 'Augustin Brell')).toBe(keyOf('Augustin Brell'))
    await expect(personKey(view, 'Brell')).rejects.toMatchObject({
      code: 'bad-query',
      message: expect.stringContaining(`Augustin Brell (${keyOf('Augustin Brell')}, in `),
    })
    // nobody, half a word, no letters: the page says that there is nobody
    for (const asked of ['Nobody Such', 'Tarren', '%', '🦭', "'; drop table person"]) {
      expect(await personKey(view, asked)).toBe(asked)
      await expect(personPage(view, asked, { limit: 1 })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
    expect((await findPerson(archive.db, tarrent)).name).toBe('Joss Tarrent')
  })

  it('is nobody whom the asker does not see', async () => {
    const archive = await database.newArchive()
    await addStories(archive, sampleStories())
    for (const asked of ['Joss Tarrent', 'Brell'])
      expect(await personKey({ archive, sight: [] }, asked)).toBe(asked)
  })
})
