import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addStories } from '@onrecord/archive'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampleStories, story } from '../../../archive/test/stories.js'
import type { SearchPage } from '../../src/operations/search/search.js'
import { poolOfOne } from '../../src/pool.js'
import { answeringHere } from '../../src/service/answering/answering.js'
import { toConfig } from '../../src/service/config.js'
import { xml } from '../../src/service/http/feeds/atom.js'
import { openLog } from '../../src/service/log.js'
import { type Service, startService } from '../../src/service/serve.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'

const folder = mkdtempSync(join(tmpdir(), 'onrecord-feeds-'))
const HOSTILE = '“</content><script>alert(1)</script> & ]]> “so” \u0007 it ferried,”'
let service: Service

beforeAll(async () => {
  service = await startService(
    toConfig({ archive: join(folder, 'archive.db'), port: 0, workers: 1 }, {}),
    () => poolOfOne(async () => createFakeReader()),
    openLog('none', process.stderr),
    answeringHere,
  )
  await addStories(service.archive, sampleStories())
  await addStories(service.archive, [
    story(
      { text: `${HOSTILE} said Bo <b>Lim</b>.`, path: 'x', outlet: 'A & B <i>', title: '"T" <t>' },
      {
        entities: { 'Bo <b>Lim</b>': {} },
        quotes: [
          { content: HOSTILE, cue: 'said', source: 'Bo <b>Lim</b>', speakers: ['Bo <b>Lim</b>'] },
        ],
      },
    ),
  ])
})
afterAll(async () => {
  await service.close()
  rmSync(folder, { recursive: true, force: true })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(service.local + path, { headers })

const json = async <T>(path: string) => (await (await get(path)).json()) as T

interface JsonFeed {
  readonly version: string
  readonly home_page_url: string
  readonly items: readonly { readonly id: string }[]
}

/** An element as XML has it: its own text, its attributes, its children. */
interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Throws where the text is not well formed. */
function parse(text: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const element = {
      name,
      attributes: attributes as Record<string, string>,
      children: [],
      text: '',
    }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', text => {
    open.at(-1)!.text += text
  })
  parser.on('error', error => {
    throw error
  })
  parser.write(text).close()
  return root.children[0]!
}

const all = (of: Element, name: string) => of.children.filter(child => child.name === name)
const textOf = (of: Element, name: string) => all(of, name)[0]!.text

async function atom(path: string): Promise<Element> {
  const answer = await get(path)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8')
  return parse(await answer.text())
}

describe('a feed of a search', () => {
  it('has its hits with permanent links, ids and dates that stay, in both forms', async () => {
    const feed = await atom('/api/search.atom?text=ferry')
    const found = await json<SearchPage>('/api/search?text=ferry&sort=newest&limit=100')
    const entries = all(feed, 'entry')
    expect(entries).toHaveLength(found.total.count)
    expect(textOf(feed, 'title')).toBe('Onrecord: ferry')
    expect(
      all(feed, 'link').map(({ attributes: { rel, href } }) => [rel, new URL(href!).pathname]),
    ).toEqual([
      ['self', '/api/search.atom'],
      ['alternate', '/search'],
    ])
    const feedJson = await json<JsonFeed>('/api/search.json?text=ferry')
    expect(feedJson.version).toBe('https://jsonfeed.org/version/1.1')
    expect(feedJson.items.map(({ id }) => id)).toEqual(entries.map(entry => textOf(entry, 'id')))
    const { link, story } = found.hits[0]!
    const id = `urn:onrecord:${link.replaceAll('/', ':')}`
    const entry = entries.find(one => textOf(one, 'id') === id)!
    expect(all(entry, 'link')[0]!.attributes.href).toBe(`${service.local}/${link}`)
    expect(textOf(entry, 'updated')).toBe(story.added)
    expect(textOf(feed, 'updated') >= story.added).toBe(true)
    expect(await atom('/api/search.atom?text=ferry')).toEqual(feed)
  })

  it('is narrowed as the search is, and leads to it at the desk', async () => {
    const feed = await json<JsonFeed>('/api/search.json?text=budget&outlet=Verran+Post&in=passages')
    const found = await json<SearchPage>(
      '/api/search?text=budget&outlet=Verran+Post&in=passages&limit=100',
    )
    expect(feed.items).toHaveLength(found.total.count)
    expect(found.total.count).toBeGreaterThan(0)
    expect(feed.home_page_url).toBe(
      `${service.local}/search?q=budget&outlet=Verran+Post&in=passages`,
    )
  })

  it('tells hostile words as words', async () => {
    const [entry, ...others] = all(await atom('/api/search.atom?text=ferried'), 'entry')
    expect(others).toEqual([])
    expect(textOf(entry!, 'content')).toContain(
      '</content><script>alert(1)</script> & ]]> “so” \ufffd it',
    )
    expect(textOf(entry!, 'title')).toBe('Bo <b>Lim</b> – A & B <i>: "T" <t>')
    expect(textOf(all(entry!, 'author')[0]!, 'name')).toBe('Bo <b>Lim</b>')
  })

  it('is empty where nothing matches, the same whenever it is asked, and 304 where it is known', async () => {
    const feed = await atom('/api/search.atom?text=zzzz')
    expect(all(feed, 'entry')).toEqual([])
    expect(textOf(feed, 'updated')).toBe('1970-01-01T00:00:00Z')
    const answer = await get('/api/search.json?text=zzzz')
    const etag = answer.headers.get('etag')!
    expect((await get('/api/search.json?text=zzzz', { 'if-none-match': etag })).status).toBe(304)
  })

  it('says what it cannot be asked', async () => {
    expect((await get('/api/search.atom?limit=5')).status).toBe(400)
    expect((await get('/api/search.atom?text=%28')).status).toBe(400)
    expect((await get('/api/search.json?outlet=Nowhere')).status).toBe(404)
  })
})

it('writes for XML what XML can hold', () => {
  expect(xml('a\u0000\ufffe<&>"\r\n\t😀\udc00')).toBe(
    'a\ufffd\ufffd&lt;&amp;&gt;&quot;&#13;\n\t😀\ufffd',
  )
})
