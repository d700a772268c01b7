import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { folder } from './folder.js'
import { jsonLines, onrecord } from './host.js'

const SAID = '“The ferry is late again,” said Ida Orm, who runs the café on the quay at Hallin.'
const MORE =
  'The company said on Monday that the boat had waited for the tide, as it does every spring, and that nobody had been left behind.'
/** A feed's item of fewer words is a teaser. */
const LONG = `${SAID}\n\n${MORE}\n\n${MORE}`
const page = (
  lang = 'en',
) => `<!doctype html><html lang="${lang}"><head><title>Ferry late | Courier</title>
<meta property="article:published_time" content="2026-03-11T09:00:00Z"><meta name="author" content="Nora Lund"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry late</h1><p>${SAID}</p><p>${MORE}</p><script>alert(1)</script></article></body></html>`
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Courier</title>
<item><guid>a1</guid><title>One</title><description><![CDATA[<p>${SAID}</p><p>${MORE}</p>]]></description></item>
<item><guid>a2</guid><title>Two</title><description><![CDATA[<p>${MORE}</p><p>${SAID}</p>]]></description></item></channel></rss>`

describe('read takes files of other kinds as add does', () => {
  test('a page: its article, with what it says of itself', async () => {
    const path = folder({ 'page.html': page() })
    const { status, stdout, stderr } = await onrecord(['read', join(path, 'page.html')])
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const { story, quotes } = JSON.parse(stdout)
    expect(story).toMatchObject({
      id: join(path, 'page'),
      title: 'Ferry late',
      byline: ['Nora Lund'],
    })
    expect(story.published).toMatch(/^2026-03-11/)
    expect(story.text).toContain(`${SAID}\n\n${MORE}`)
    expect(story.text).not.toMatch(/[<>]|alert|Home/)
    for (const quote of quotes)
      for (const { start, end, text } of quote.content)
        expect(story.text.slice(start, end)).toBe(text)
  })

  test('a page that is piped in, and one that is called .txt', async () => {
    const piped = await onrecord(['read', '-'], { stdin: [page().slice(0, 10), page().slice(10)] })
    expect(JSON.parse(piped.stdout).story).toMatchObject({ id: 'stdin', title: 'Ferry late' })
    const path = folder({ 'page.txt': page() })
    const { stdout } = await onrecord(['read', join(path, 'page.txt')])
    expect(JSON.parse(stdout).story.title).toBe('Ferry late')
  })

  test('a feed, packed or not, is several stories', async () => {
    const path = folder({ 'feed.xml': feed, 'feed.xml.gz': gzipSync(feed) })
    for (const name of ['feed.xml', 'feed.xml.gz']) {
      const { status, stdout } = await onrecord(['read', join(path, name)])
      expect(status).toBe(0)
      expect(jsonLines(stdout).map(({ story }) => [story.id, story.title])).toEqual([
        ['a1', 'One'],
        ['a2', 'Two'],
      ])
    }
  })

  test('ninjs and JSON Feed are no stories of ours in JSON', async () => {
    const ninjs = {
      uri: 'urn:n:1',
      versioncreated: '2026-03-11T09:00:00Z',
      headline: 'Late',
      body_text: SAID,
    }
    const json = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'C',
      items: [{ id: 'j', content_text: LONG }],
    }
    const path = folder({ 'n.json': JSON.stringify(ninjs), 'f.json': JSON.stringify(json) })
    const { stdout } = await onrecord(['read', join(path, 'n.json'), join(path, 'f.json')])
    expect(jsonLines(stdout).map(({ story }) => [story.id, story.text])).toEqual([
      ['urn:n:1', SAID],
      ['j', LONG],
    ])
  })

  test('in a directory, and what cannot be read is named', async () => {
    const path = folder({
      'a.html': page(),
      'b.html': '<!doctype html><title>x</title>',
      'c.html': page('fr'),
      'd.txt': SAID,
      'e.png': 'no story',
      'f.md': 'notes',
    })
    const { status, stdout, stderr } = await onrecord(['read', path])
    expect(status).toBe(1)
    const answers = jsonLines(stdout)
    expect(answers.map(({ story, error }) => story?.id ?? error.code)).toEqual([
      join(path, 'a'),
      'not-readable',
      'not-readable',
      join(path, 'd'),
    ])
    expect(stderr).toContain('b.html')
    expect(stderr).toContain('Onrecord reads English')
  })

  test.each([
    ['a less-than sign', 'a.txt', '< 3 boats left, said Ida Orm.'],
    ['no ending', 'story', SAID],
    ['an ending that is nobody’s', 'story.v2', SAID],
    ['a word that begins a kind', 'a.txt', 'WEBVTTs are subtitles, said Ida Orm.'],
  ])('text stays text: %s', async (_, name, text) => {
    const path = folder({ [name]: text })
    const { stdout } = await onrecord(['read', join(path, name)])
    expect(JSON.parse(stdout).story.text).toBe(text)
  })
})
