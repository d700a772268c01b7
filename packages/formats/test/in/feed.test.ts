import { expect, it } from 'vitest'
import { feed } from '../../src/in/feed.js'
import { LIMITS } from '../../src/in/incoming.js'
import { outline, readAll, storiesOf, storyOf } from './reading.js'

/** Two paragraphs that are long enough to be a story, in HTML and as its text. */
const FIRST =
  'The last ferry between Hallin and the islands will sail in May, the harbour board said on Monday.'
const SECOND = `“We are sorry,” Ola Berg, who leads the board, said. “There is no money left for it, and there will be none.”`
const HTML = `<p>${FIRST.replace('Hallin', '<b>Hallin</b>')}</p>\n<p>${SECOND.replace('We', 'W&#101;')}</p><script>x()</script>`
const TEXT = `${FIRST}\n\n${SECOND}`

const escaped = (html: string) => html.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const cdata = (html: string) => `<![CDATA[${html}]]>`

const rss = (items: string, head = '') => `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Hallin &amp;amp; Courier</title><link>https://courier.example/</link><atom:link rel="self" href="https://courier.example/feed"/><language>en-gb</language>${head}${items}</channel></rss>`

const item = (inner: string, title = 'Ferry to stop') =>
  `<item><title>${title}</title>${inner}</item>`

it('reads RSS 2.0', async () => {
  const story = await storyOf(
    feed,
    rss(
      item(
        `<link>/ferry?a=1&amp;b=2</link><guid isPermaLink="false">c-17</guid><dc:creator>Marta Lindqvist</dc:creator><dc:creator>Jon Arvo</dc:creator><pubDate>Mon, 16 Mar 2026 09:00:00 GMT</pubDate><description>A ferry stops.</description><content:encoded>${cdata(HTML)}</content:encoded>`,
        'Ferry to stop &amp;#8211; for &lt;i&gt;good&lt;/i&gt;',
      ),
    ),
  )
  expect({ ...story, back: [], original: undefined }).toEqual({
    text: TEXT,
    back: [],
    original: undefined,
    kind: 'story',
    part: '1',
    mediaType: 'application/rss+xml',
    id: 'c-17',
    title: 'Ferry to stop – for good',
    outlet: 'Hallin & Courier',
    byline: ['Marta Lindqvist', 'Jon Arvo'],
    url: 'https://courier.example/ferry?a=1&b=2',
    published: '2026-03-16T09:00:00Z',
    language: 'en-gb',
  })
  expect(new TextDecoder().decode(story.original)).toMatch(/^<item>.*<\/item>$/s)
})

it.each([
  ['escaped HTML', `<description>${escaped(HTML)}</description>`],
  ['HTML in CDATA', `<description>${cdata(HTML)}</description>`],
  ['HTML as elements', `<description>${HTML.replace('<script>x()</script>', '')}</description>`],
  [
    'the full text before the summary',
    `<description>${escaped(`<p>${'Another. '.repeat(40)}</p>`)}</description><content:encoded>${escaped(HTML)}</content:encoded>`,
  ],
  [
    'the summary where it is the longer',
    `<description>${escaped(HTML)}</description><content:encoded>Read on.</content:encoded>`,
  ],
  [
    'CDATA that is cut in two',
    `<description>${cdata(HTML.slice(0, 50))}${cdata(HTML.slice(50))}</description>`,
  ],
])('reads %s', async (_, inner) => {
  expect((await storyOf(feed, rss(item(inner)))).text).toBe(TEXT)
})

it.each([
  ['a mail address', '<author>jon@courier.example (Jon Arvo)</author>', { byline: ['Jon Arvo'] }],
  ['a login', '<dc:creator>jarvo17</dc:creator>', { byline: undefined }],
  [
    'the source of an item',
    '<source url="https://post.example/feed">The Vale Post</source>',
    { outlet: 'The Vale Post' },
  ],
  [
    'a guid as its address',
    '<guid>https://courier.example/x</guid>',
    { url: 'https://courier.example/x', id: 'https://courier.example/x' },
  ],
  ['an address of another kind', '<link>javascript:alert(1)</link>', { url: undefined }],
  [
    'a date that is none',
    '<pubDate>soon</pubDate><dc:date>2026-03-16</dc:date>',
    { published: '2026-03-16' },
  ],
])('takes or leaves %s', async (_, inner, wanted) => {
  const story = await storyOf(
    feed,
    rss(item(`${inner}<description>${escaped(HTML)}</description>`)),
  )
  for (const [field, value] of Object.entries(wanted)) expect(story[field as 'id']).toEqual(value)
})

it('reads RSS 0.91 with its document type, and 1.0', async () => {
  const old = `<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>C</title>${item(`<description>${escaped(HTML)}</description>`)}</channel></rss>`
  expect(await storyOf(feed, old)).toMatchObject({ text: TEXT, outlet: 'C' })
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>C</title><items><rdf:Seq><rdf:li resource="a"/></rdf:Seq></items></channel><item rdf:about="https://courier.example/a"><title>T</title><link>https://courier.example/a</link><dc:date>2026-03-16</dc:date><description>${escaped(HTML)}</description></item></rdf:RDF>`
  expect(await storyOf(feed, rdf)).toMatchObject({
    text: TEXT,
    outlet: 'C',
    title: 'T',
    id: 'https://courier.example/a',
    published: '2026-03-16',
    mediaType: 'application/rdf+xml',
  })
})

const atom = (inner: string, ns = 'http://www.w3.org/2005/Atom') =>
  `<feed xmlns="${ns}" xml:lang="en" xml:base="https://courier.example/news/"><title type="html">The &amp;lt;b&amp;gt; Courier</title><author><name>Ida Krell</name></author><entry><title>Ferry</title><id>tag:1</id><link rel="edit" href="e"/><link href="ferry"/>${inner}</entry></feed>`

it.each([
  ['HTML', `<content type="html">${escaped(HTML)}</content>`, TEXT],
  [
    'XHTML',
    `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${FIRST}</p><p>${SECOND}</p></div></content>`,
    TEXT,
  ],
  [
    'prefixed XHTML',
    `<content type="xhtml"><x:div xmlns:x="http://www.w3.org/1999/xhtml"><x:p>${FIRST}</x:p><x:p>${SECOND}</x:p></x:div></content>`,
    TEXT,
  ],
  ['text', `<content> ${FIRST} &lt;p> ${SECOND} </content>`, `${FIRST} <p> ${SECOND}`],
  [
    'a summary',
    `<content src="https://courier.example/v.mp4" type="video/mp4"/><summary type="html">${escaped(HTML)}</summary>`,
    TEXT,
  ],
])('reads %s in Atom', async (_, inner, text) => {
  expect(
    await storyOf(feed, atom(`<updated>2026-03-16T09:00:00Z</updated>${inner}`)),
  ).toMatchObject({
    text,
    id: 'tag:1',
    byline: ['Ida Krell'],
    url: 'https://courier.example/news/ferry',
    published: '2026-03-16T09:00:00Z',
    updated: '2026-03-16T09:00:00Z',
    language: 'en',
    mediaType: 'application/atom+xml',
  })
})

it('reads Atom 0.3', async () => {
  const inner = `<issued>2026-03-16T09:00:00Z</issued><modified>2026-03-17T09:00:00Z</modified><author><name>Jon Arvo</name></author><content type="text/html" mode="escaped">${escaped(HTML)}</content>`
  expect(await storyOf(feed, atom(inner, 'http://purl.org/atom/ns#'))).toMatchObject({
    text: TEXT,
    byline: ['Jon Arvo'],
    published: '2026-03-16T09:00:00Z',
    updated: '2026-03-17T09:00:00Z',
  })
})

it('reads JSON Feed', async () => {
  const items = [
    {
      id: 1,
      url: '/ferry',
      title: 'Ferry &amp; quay',
      content_html: HTML,
      date_published: '2026-03-16T09:00:00Z',
      authors: [{ name: 'Jon Arvo' }],
    },
    {
      id: '2',
      content_text: TEXT,
      date_modified: '2026-03-16',
      author: { name: 'Marta Lindqvist' },
      language: 'sv',
    },
    { id: '3', summary: 'A teaser.', external_url: 'https://post.example/3' },
    7,
  ]
  const source = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Courier',
    home_page_url: 'https://courier.example/',
    language: 'en',
    authors: [{ name: 'Ida Krell' }],
    items,
  })
  expect(feed.sniff(Buffer.from(source))).toBe(true)
  const all = await readAll(feed, source)
  expect(outline(all)).toEqual(['story@1', 'story@2', 'teaser-only@3', 'broken@4'])
  expect(all[0]).toMatchObject({
    story: {
      text: TEXT,
      id: '1',
      title: 'Ferry & quay',
      outlet: 'Courier',
      byline: ['Jon Arvo'],
      url: 'https://courier.example/ferry',
      published: '2026-03-16T09:00:00Z',
      language: 'en',
    },
  })
  expect(all[1]).toMatchObject({
    story: { text: TEXT, byline: ['Marta Lindqvist'], published: '2026-03-16', language: 'sv' },
  })
  expect(all[2]).toMatchObject({
    problem: { message: expect.stringContaining('https://post.example/3') },
  })
})

it('says of a teaser where the story is, and fetches nothing', async () => {
  const all = await readAll(
    feed,
    rss(
      item('<link>https://courier.example/x</link><description>A ferry stops.</description>') +
        item(''),
    ),
  )
  expect(outline(all)).toEqual(['teaser-only@1', 'teaser-only@2'])
  expect(all[0]).toMatchObject({
    problem: { message: expect.stringContaining('https://courier.example/x') },
  })
})

const good = (id: string) =>
  item(`<guid isPermaLink="false">${id}</guid><content:encoded>${cdata(HTML)}</content:encoded>`)

it.each([
  ['a tag left open', '<item><title>x</title><description><b>x</description></item>', 'broken@2'],
  ['an item left open', '<item><title>x</title>', 'broken@2'],
  ['CDATA left open', '<item><description><![CDATA[x</description></item>', 'broken@2'],
  [
    'a prefix that nothing declares',
    `<item><nope:x/><guid>2</guid><description>${escaped(HTML)}</description></item>`,
    'story@2',
  ],
  [
    'a lone &',
    `<item><link>https://courier.example/?a=1&b=2</link><title>R&D</title><description>${escaped(HTML)}</description></item>`,
    'story@2',
  ],
  [
    'a control character',
    `<item><title>R\u0001D</title><description>${escaped(HTML)}</description></item>`,
    'story@2',
  ],
  [
    'entities of HTML',
    `<item><title>caf&eacute;&nbsp;x</title><description>${escaped(HTML)}</description></item>`,
    'story@2',
  ],
])('costs %s only its item', async (_, bad, wanted) => {
  const all = await readAll(feed, rss(good('1') + bad + good('3')))
  expect(outline(all)).toEqual(['story@1', wanted, 'story@3'])
  for (const found of all) {
    if ('story' in found)
      expect(found.story).toMatchObject({
        text: TEXT,
        outlet: 'Hallin & Courier',
        language: 'en-gb',
      })
  }
})

it('reads what stands before the cut of a file', async () => {
  const source = rss(good('1') + good('2'))
  expect(outline(await readAll(feed, source.slice(0, -150)))).toEqual(['story@1', 'broken@2'])
})

it('costs bytes of another encoding only their item', async () => {
  const [before, after] = rss(
    `${good('1')}<item><title>Zo@@</title><description>${escaped(HTML)}</description></item>${good('3')}`,
  ).split('@@') as [string, string]
  const source = Buffer.concat([Buffer.from(before), Buffer.from([0xeb]), Buffer.from(after)])
  expect(outline(await readAll(feed, source))).toEqual(['story@1', 'bad-encoding@2', 'story@3'])
})

it.each([
  ['no items', rss(''), 'no-stories'],
  ['another root', '<html><body/></html>', 'broken'],
  ['entities of its own', '<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', 'doctype'],
  ['nothing', '', 'broken'],
  ['words', 'It rained.', 'broken'],
  ['JSON of another kind', '{"items":7}', 'broken'],
])('gives a problem for %s', async (_, source, code) => {
  expect(outline(await readAll(feed, source))).toEqual([`${code}@`])
})

it('stops at its limits', async () => {
  const source = rss(good('1') + good('2'))
  expect(outline(await readAll(feed, source, {}, { ...LIMITS, documentBytes: 500 }))).toEqual([
    'too-large@',
  ])
  expect(outline(await readAll(feed, source, {}, { ...LIMITS, nodes: 10 }))).toEqual(['too-large@'])
  const broken = rss('<item><b></item>'.repeat(10))
  expect(outline(await readAll(feed, broken, {}, { ...LIMITS, entries: 5 }))).toEqual([
    'too-large@',
  ])
})

it('counts items, and gives one after another', async () => {
  expect((await storiesOf(feed, rss(good('1').repeat(50)))).map(({ part }) => part).at(-1)).toBe(
    '50',
  )
})
