import { describe, expect, it } from 'vitest'
import { addStories, quoteLink, quotePage, quoteRef } from '../src/index.js'
import { onBoth } from './databases.js'
import { story } from './stories.js'

describe('which quote is meant', () => {
  it.each([
    ['stories/abc/quotes/q3', 'abc', 'q3'],
    ['https://desk.example/record/stories/a%20b/quotes/q%2F1', 'a b', 'q/1'],
    ['urn:onrecord:stories:abc:quotes:q3', 'abc', 'q3'],
    [' tdexyc55rq9m#q4 ', 'tdexyc55rq9m', 'q4'],
  ])('%s', (words, story, item) => {
    expect(quoteRef(words)).toEqual({ story, item })
  })

  it.each(['we will not sell', 'stories/abc', 'stories/%/quotes/q1', 'short#q1', ''])(
    'none: %j',
    words => expect(quoteRef(words)).toBe(undefined),
  )

  it('a link is read as it is written', () => {
    expect(quoteRef(quoteLink('abc', 'q 1/ü#'))).toEqual({ story: 'abc', item: 'q 1/ü#' })
  })
})

onBoth('a quote by itself', ({ newArchive }) => {
  async function archiveWith(licence: 'full' | 'snippet' | 'link') {
    const archive = await newArchive()
    const [added] = await addStories(archive, [
      story(
        {
          text: 'The ferry is late.\n\n“We count every boat that leaves,” said Nora Quill, who is 61.\n\nRain came.',
          outlet: 'The Quay',
          title: 'Late again',
          published: '2026-03-12T08:00:00Z',
          path: 'a',
        },
        {
          entities: { 'Nora Quill': {} },
          quotes: [
            {
              content: '“We count every boat that leaves,”',
              cue: 'said',
              source: 'Nora Quill',
              speakers: ['Nora Quill'],
            },
          ],
        },
      ),
    ])
    await archive.db
      .updateTable('source')
      .set({ licence, snippet_words: licence === 'snippet' ? 3 : null })
      .execute()
    return { archive, key: added!.key }
  }

  it('tells who said it, where it stands, and how it is cited', async () => {
    const { archive, key } = await archiveWith('full')
    const page = await quotePage({ archive, sight: 'all' }, key, 'q1')
    expect(page).toMatchObject({
      link: `stories/${key}/quotes/q1`,
      speakers: [{ name: 'Nora Quill' }],
      passage: { start: 20, text: expect.stringMatching(/^“We count .* who is 61\.$/) },
      citation: `Nora Quill: “We count every boat that leaves,” (“Late again”, The Quay, 2026-03-12, stories/${key}/quotes/q1)`,
    })
  })

  it('shows what the licence lets be shown', async () => {
    const snippet = await archiveWith('snippet')
    const page = await quotePage({ archive: snippet.archive, sight: 'all' }, snippet.key, 'q1')
    expect(page.passage).toBe(null)
    expect(page.citation).toContain('“We count every')
    expect(JSON.stringify(page)).not.toMatch(/boat|61/)
    const link = await archiveWith('link')
    const none = quotePage({ archive: link.archive, sight: 'all' }, link.key, 'q1')
    await expect(none).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is not there for who may not see it, nor hidden, nor by another id', async () => {
    const { archive, key } = await archiveWith('full')
    const code = { code: 'not-found' }
    await expect(quotePage({ archive, sight: [] }, key, 'q1')).rejects.toMatchObject(code)
    await expect(quotePage({ archive, sight: 'all' }, key, 'q2')).rejects.toMatchObject(code)
    await archive.db.updateTable('quote').set({ hidden: 1 }).execute()
    await expect(quotePage({ archive, sight: 'all' }, key, 'q1')).rejects.toMatchObject(code)
  })
})
