import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decodePage, storyOfPage } from '../../../src/in/html.js'
import type { Incoming } from '../../../src/in/incoming.js'

const folder = new URL('pages/', import.meta.url)
const read = (name: string) => new Uint8Array(readFileSync(new URL(name, folder)))
const names = readdirSync(folder)
  .filter(name => name.endsWith('.page'))
  .map(name => name.slice(0, -5))
const withStory = names.filter(name => !name.startsWith('none-'))

const story = (name: string): Incoming => {
  const found = storyOfPage(read(`${name}.page`), { url: `https://paper.example/day/${name}` })
  if ('problem' in found) throw new Error(`${name}: ${found.problem.message}`)
  return found.story
}

describe('awkward pages', () => {
  it.each(withStory)('%s: the words of the article and no others', name => {
    expect(story(name).text).toBe(
      Buffer.from(read(`${name}.txt`))
        .toString('utf8')
        .trimEnd(),
    )
  })

  it.each(withStory)('%s: every piece leads back to the same characters of the page', name => {
    const { text, back } = story(name)
    const source = decodePage(read(`${name}.page`))
    let covered = 0
    for (const { start, end, at } of back!) {
      expect(source.slice(at, at + end - start)).toBe(text.slice(start, end))
      covered += end - start
    }
    // all but what is written otherwise: entities, line ends, the blank lines between paragraphs
    expect(covered).toBeGreaterThan(0.9 * text.replace(/\n/g, '').length)
  })

  it.each([
    ['none-index', 'list of stories'],
    ['none-error', 'reports an error'],
    ['none-consent', 'asks for consent'],
    ['none-empty', '0 words'],
  ])('%s: no article', (name, why) => {
    const found = storyOfPage(read(`${name}.page`), { part: 'record 7' })
    expect(found).toMatchObject({
      problem: { code: 'no-article', message: expect.stringContaining(why), part: 'record 7' },
    })
  })
})

describe('what pages say of their story', () => {
  it.each<[string, Partial<Incoming>]>([
    [
      'hnews',
      {
        title: 'Ferry to Halsund stopped again',
        byline: ['Tove Lindqvarn', 'Eskil Broms'],
        outlet: 'The Orrby Post',
        published: '2031-03-04T07:15:00+01:00',
        updated: '2031-03-04T09:40:00+01:00',
        language: 'en-GB',
        url: 'https://paper.example/day/hnews',
      },
    ],
    [
      'tables',
      { title: 'Grain barge sinks off Tavik', byline: ['Ilse Morvan'], published: '1999-11-02' },
    ],
    [
      'live',
      {
        title: 'Storm over Vessel Bay: as it happened',
        byline: ['Runa Ekdal'],
        outlet: 'Bay Wire',
      },
    ],
    [
      'graph',
      {
        id: 'rd-7',
        title: 'Byrådet i Ravnholt siger nej til tårnet',
        byline: ['Sidsel Hegnsvad'],
        outlet: 'Ravnholt Dagblad',
        published: '2030-05-02T12:00:00+02:00',
        updated: '2030-05-02T13:30:00+02:00',
        language: 'da-DK',
        url: 'https://paper.example/nyt/taarnet?id=7',
      },
    ],
    ['breaks', { title: 'Two held over stolen bells', byline: ['Pelle Anrep'] }],
    [
      'adverts',
      {
        title: 'Kiln workers accept pay offer',
        byline: ['Cass Ondry'],
        outlet: 'Lower Marsh Herald',
      },
    ],
    [
      'captions',
      { title: 'A town counts its swans', byline: ['Lo Werner'], published: '2028-02-20' },
    ],
    [
      'paywall',
      {
        title: 'Bank of Orrby to close nine branches & a museum',
        byline: ['Nils Akkerby'],
        outlet: 'Ledger',
      },
    ],
    ['amp', { byline: ['Agda Rönn', 'Piet Solle'], url: 'https://tide.example/herring' }],
    [
      'wordpress',
      {
        title: 'New lights for the north pier',
        byline: ['Jo Marrable'],
        published: '2026-08-17T10:22:31+00:00',
      },
    ],
    ['gallery', { published: '2030-07-12' }],
    ['interview', { title: '“I never liked the sea”', byline: ['Anselm Pryde'] }],
    [
      'next',
      { byline: ['Jutta Ehrnsberg'], published: '2031-04-05T18:00:00+02:00', language: 'de' },
    ],
    ['rtl', { language: 'ar', title: 'جسر جديد في مدينة السدرة' }],
  ])('%s', (name, facts) => {
    expect(story(name)).toMatchObject(facts)
  })

  it.each([
    ['direct', 'byline'],
    ['direct', 'published'],
    ['direct', 'outlet'],
    ['rtl', 'byline'],
    ['paywall', 'id'],
  ] as const)('%s states no %s', (name, key) => {
    expect(story(name)).not.toHaveProperty(key)
  })

  it('keeps the bytes where bytes were given, not for text', () => {
    const bytes = read('direct.page')
    expect(storyOfPage(bytes)).toMatchObject({ story: { original: bytes, mediaType: 'text/html' } })
    const found = storyOfPage(new TextDecoder().decode(bytes))
    expect('story' in found && found.story.original).toBeUndefined()
  })
})

describe('an article that a page holds for machines alone', () => {
  const lines = [
    'The council of Orrby voted on Tuesday night to close the swimming hall for two winters.',
    '“We have no choice,” said Tove Lindqvarn, who chairs the council, and called the report clear & dire.',
    'The hall is used by 900 swimmers a week. The nearest other pool is in Halsund, forty minutes away.',
  ]
  const page = (body: string, shown = '<div id="root">Loading …</div>') => {
    const data = { '@type': 'NewsArticle', headline: 'Hall closes', articleBody: body }
    const script = JSON.stringify(data).replaceAll('<', '\\u003c')
    return storyOfPage(
      `<!doctype html><html><head><script type="application/ld+json">${script}</script></head><body>${shown}</body></html>`,
    )
  }
  const text = lines.join('\n\n')

  it.each([
    ['lines', lines.join('\n')],
    ['paragraphs with white space', ` ${lines.join(' \r\n \n\t')} `],
    ['tags', lines.map(line => `<p>${line.replace('&', '&amp;amp;')}</p>`).join('')],
  ])('is read: %s', (_, body) => {
    const found = page(body)
    expect(found).toMatchObject({ story: { text, title: 'Hall closes' } })
    expect('story' in found && found.story.back).toBeUndefined()
  })

  it('is not read where the page shows one, nor where it is a teaser', () => {
    const shown = `<article><h1>Hall closes</h1>${lines.map(line => `<p>${line} Shown.</p>`).join('')}</article>`
    const found = page(text, shown)
    expect('story' in found && found.story.text).toContain('Shown.')
    expect(page(lines[0]!)).toMatchObject({ problem: { code: 'no-article' } })
  })

  it('in a shadow root that stands in the page is shown; in a template for scripts it is not', () => {
    const within = (template: string) =>
      storyOfPage(
        `<!doctype html><main><x-story>${template}<h1>Hall closes</h1>${lines.map(line => `<p>${line}</p>`).join('')}</template></x-story></main>`,
      )
    const found = within('<template shadowrootmode="open">')
    expect(found).toMatchObject({ story: { text: expect.stringContaining('choice') } })
    expect('story' in found && found.story.back?.length).toBeGreaterThan(2)
    expect(within('<template>')).toMatchObject({ problem: { code: 'no-article' } })
  })

  it('the date of somebody’s post is not the story’s', () => {
    const post =
      '<blockquote><p>The roof!</p>— Olle (@olle) <a href="#">March 10, 2026</a></blockquote>'
    const told = (before: string) =>
      storyOfPage(
        `<!doctype html><article><h1>Hall closes</h1>${before}<p>${lines[0]}</p>${post}<p>${lines[1]}</p><p>${lines[2]}</p></article>`,
      )
    expect(told('')).toMatchObject({ story: { text: expect.stringContaining('choice') } })
    const found = told('')
    expect('story' in found && found.story.published).toBeUndefined()
    expect(told('<p>March 11, 2026</p>')).toMatchObject({ story: { published: '2026-03-11' } })
  })
})
