import { expect, it } from 'vitest'
import { addStories, hide, listStories } from '../src/index.js'
import { onBoth } from './databases.js'
import { story } from './stories.js'

const UNSURE = 0.7

onBoth('the stories of an archive', ({ newArchive }) => {
  const said = (n: number, confidence: number, outlet = 'The Quay') =>
    story(
      {
        text: `Pier ${n} is closed.\n\n“We count every boat,” said Nora Quill.`,
        title: `Pier ${n}`,
        outlet,
        published: `2026-03-${10 + n}`,
        path: `${n}`,
      },
      {
        quotes: [
          { content: '“We count every boat,”', cue: 'said', source: 'Nora Quill', confidence },
        ],
      },
    )

  it('are listed page by page, the latest added first, with what of them is doubtful', async () => {
    const archive = await newArchive()
    const view = { archive, sight: 'all' } as const
    const asked = { unsure: UNSURE, limit: 2 }
    expect(await listStories(view, asked)).toEqual({ stories: [], next: null })
    await addStories(archive, [said(1, 0.9), said(2, 0.4), said(3, 0.7), said(4, 0.69)])
    await addStories(archive, [story({ text: 'Rain came over the harbour.', path: 'rain' })])
    const titles: (string | null)[] = []
    const counts: [number, number][] = []
    let cursor: string | undefined
    do {
      const { stories, next } = await listStories(view, { ...asked, cursor })
      expect(stories.length).toBeLessThanOrEqual(2)
      for (const { title, quotes, doubtful } of stories) {
        titles.push(title)
        counts.push([quotes, doubtful])
      }
      cursor = next ?? undefined
    } while (cursor !== undefined)
    expect(titles).toEqual([null, 'Pier 4', 'Pier 3', 'Pier 2', 'Pier 1'])
    expect(counts).toEqual([
      [0, 0],
      [1, 1],
      [1, 0],
      [1, 1],
      [1, 0],
    ])
    const waiting = await listStories(view, { unsure: UNSURE, limit: 9, doubtful: true })
    expect(waiting.stories.map(({ title }) => title)).toEqual(['Pier 4', 'Pier 2'])
    await expect(listStories(view, { ...asked, cursor: 'nothing' })).rejects.toMatchObject({
      code: 'bad-query',
    })
  })

  it('are those alone that the asker may see', async () => {
    const archive = await newArchive()
    const [first] = await addStories(archive, [said(1, 0.4), said(2, 0.4, 'The Tide')])
    const { id } = await archive.db
      .selectFrom('source')
      .select('id')
      .where('name', '=', 'The Tide')
      .executeTakeFirstOrThrow()
    const asked = { unsure: UNSURE, limit: 9, doubtful: true }
    const titles = async (sight: 'all' | number[]) =>
      (await listStories({ archive, sight }, asked)).stories.map(({ title }) => title)
    expect(await titles('all')).toEqual(['Pier 2', 'Pier 1'])
    expect(await titles([id])).toEqual(['Pier 2'])
    expect(await titles([])).toEqual([])
    const subject = { subject: 'story', key: first!.key } as const
    await hide(
      archive,
      subject,
      { reason: 'a wish', confirm: true },
      { who: 'ida', at: '2026-03-20' },
    )
    expect(await titles('all')).toEqual(['Pier 2'])
  })
})
