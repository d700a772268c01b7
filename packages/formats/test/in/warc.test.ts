import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { warc } from '../../src/in/warc.js'
import { column, writePdf } from './pdf/write-pdf.js'
import { codesOf, readAs } from './source.js'
import { page, type Written, writeRecord, writeWarc } from './warc/write-warc.js'

const named = (name: string, more: Partial<Written> = {}): Written => ({
  id: name,
  url: `https://tamsel.example/${name}`,
  body: page(name),
  ...more,
})

const THREE = [named('one'), named('two'), named('three')]

const partsOf = ({ stories }: { stories: readonly { part?: string }[] }) =>
  stories.map(({ part }) => part)

describe.each([
  ['plain', false],
  ['packed', true],
])('a WARC, %s', (_, gzip) => {
  it('gives its pages, each with its record and address', async () => {
    const { stories, problems } = await readAs(warc, await writeWarc(THREE, gzip))
    expect(problems).toEqual([])
    expect(stories.map(({ part, url, title }) => ({ part, url, title }))).toEqual([
      { part: 'urn:x:one', url: 'https://tamsel.example/one', title: 'one' },
      { part: 'urn:x:two', url: 'https://tamsel.example/two', title: 'two' },
      { part: 'urn:x:three', url: 'https://tamsel.example/three', title: 'three' },
    ])
    expect(stories[1]!.text).toContain('two number 1: the ferry lay in the fog')
    expect(Buffer.from(stories[1]!.original!).toString()).toBe(page('two'))
  })

  it.each([1, 7, 4096])('in pieces of %i bytes', async step => {
    const all = await readAs(warc, await writeWarc(THREE.slice(0, 2), gzip), { step })
    expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:two'])
    expect(all.problems).toEqual([])
  })

  it('passes over what no story comes in, without a word', async () => {
    const { stories, problems } = await readAs(
      warc,
      await writeWarc(
        [
          { type: 'warcinfo', id: 'info', body: 'software: none\r\n' },
          named('asked', { type: 'request', body: 'GET / HTTP/1.1\r\n\r\n' }),
          named('moved', { status: '301 Moved Permanently' }),
          named('gone', { status: '404 Not Found' }),
          named('part', { status: '206 Partial Content' }),
          named('again', { type: 'revisit', body: '' }),
          named('picture.png', { headers: { 'Content-Type': 'image/png' }, body: '\x89PNG' }),
          named('app.js', { headers: { 'Content-Type': 'text/javascript' }, body: 'let a = 1' }),
          named('style.css', { headers: { 'Content-Type': 'text/css' }, body: 'p { }' }),
          named('data', { headers: { 'Content-Type': 'application/json' }, body: '{"text":"a"}' }),
          named('robots.txt', { headers: { 'Content-Type': 'text/plain' }, body: 'Disallow: /' }),
          named('sitemap.xml', {
            headers: { 'Content-Type': 'application/xml' },
            body: '<?xml version="1.0"?><urlset><url/></urlset>',
          }),
          named('unsaid', { headers: {}, body: 'some bytes without a type' }),
          named('log', {
            type: 'resource',
            url: 'metadata://crawler.example/log.txt',
            headers: { 'Content-Type': 'text/plain' },
            body: 'started',
          }),
          named('kept'),
        ],
        gzip,
      ),
    )
    expect(partsOf({ stories })).toEqual(['urn:x:kept'])
    expect(problems).toEqual([])
  })

  it('says so where there is nothing at all to read', async () => {
    const all = await readAs(warc, await writeWarc([named('x', { status: '404 No' })], gzip))
    expect(codesOf(all)).toEqual(['no-stories'])
  })

  it('gives what stands before where it is cut short', async () => {
    const whole = await writeWarc(THREE, gzip)
    const before = (await writeWarc(THREE.slice(0, 2), gzip)).length
    for (const length of [before + 12, before + 200, whole.length - 60]) {
      const all = await readAs(warc, whole.subarray(0, length))
      expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:two'])
      expect(codesOf(all)).toEqual(['truncated'])
    }
  })

  it('goes on behind a record whose length is wrong', async () => {
    for (const by of [-5, -1, +9, +1200, +99_999]) {
      const bad = Buffer.from(await writeRecord(named('bad')))
        .toString('latin1')
        .replace(/Content-Length: (\d+)/, (_, length) => `Content-Length: ${Number(length) + by}`)
      const mid = Buffer.from(bad, 'latin1')
      const all = await readAs(
        warc,
        Buffer.concat([
          await writeRecord(named('one'), gzip),
          gzip ? gzipSync(mid) : mid,
          await writeRecord(named('two'), gzip),
          await writeRecord(named('three'), gzip),
        ]),
      )
      expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:two', 'urn:x:three'])
      expect(all.problems.map(({ part }) => part)).toEqual(['urn:x:bad'])
    }
  })

  it.each([
    ['no length', /Content-Length: \d+\r\n/, ''],
    ['a length that is none', /Content-Length: \d+/, 'Content-Length: many'],
    ['a first line that is none', /^WARC\/1\.0/, 'XXXX/1.0'],
    ['a header without end', /^WARC\/1\.0\r\n/, `WARC/1.0\r\n${'X: y\r\n'.repeat(20_000)}`],
  ])('goes on behind a record with %s', async (_name, pattern, instead) => {
    const bad = Buffer.from(
      Buffer.from(await writeRecord(named('bad')))
        .toString('latin1')
        .replace(pattern, instead),
      'latin1',
    )
    const all = await readAs(
      warc,
      Buffer.concat([
        await writeRecord(named('one'), gzip),
        gzip ? gzipSync(bad) : bad,
        await writeRecord(named('two'), gzip),
      ]),
    )
    expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:two'])
    expect(codesOf(all)).toEqual(['broken'])
  })

  it('holds each record against the limit of a document', async () => {
    const all = await readAs(
      warc,
      await writeWarc([named('long', { body: page('long', 2000) }), named('short')], gzip),
      {},
      { documentBytes: 20_000 },
    )
    expect(partsOf(all)).toEqual(['urn:x:short'])
    expect(all.problems).toMatchObject([{ code: 'too-large', part: 'urn:x:long' }])
  })
})

describe('a packed WARC', () => {
  it('goes on behind a broken member', async () => {
    const members = await Promise.all(THREE.map(record => writeRecord(record, true)))
    for (const at of [0.1, 0.3, 0.5, 0.7, 0.9]) {
      const bad = Uint8Array.from(members[1]!)
      for (let i = 0; i < 8; i++) bad[Math.floor(bad.length * at) + i]! ^= 0xff
      const all = await readAs(warc, Buffer.concat([members[0]!, bad, members[2]!]))
      expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:three'])
      expect(codesOf(all)).toEqual(['broken'])
    }
  })

  it('goes on behind a member whose magic is gone, or that is cut short', async () => {
    const members = await Promise.all(THREE.map(record => writeRecord(record, true)))
    for (const bad of [members[1]!.subarray(1), members[1]!.subarray(0, 120)]) {
      const all = await readAs(warc, Buffer.concat([members[0]!, bad, members[2]!]))
      expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:three'])
      expect(codesOf(all)).toEqual(['broken'])
    }
  })

  it('may be packed as a whole, or in members that end anywhere', async () => {
    const plain = await writeWarc(THREE)
    const anywhere = Buffer.concat([
      gzipSync(plain.subarray(0, 700)),
      gzipSync(plain.subarray(700, 701)),
      gzipSync(plain.subarray(701)),
    ])
    for (const bytes of [gzipSync(plain), anywhere]) {
      const all = await readAs(warc, bytes)
      expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:two', 'urn:x:three'])
      expect(all.problems).toEqual([])
    }
  })

  it('does not unpack a bomb, and goes on behind it', async () => {
    const bomb = await writeRecord(named('bomb', { body: new Uint8Array(20_000_000) }), true)
    const all = await readAs(
      warc,
      Buffer.concat([
        await writeRecord(named('one'), true),
        bomb,
        await writeRecord(named('two'), true),
      ]),
    )
    expect(partsOf(all)).toEqual(['urn:x:one', 'urn:x:two'])
    expect(codesOf(all)).toEqual(['bomb'])
  })
})

describe('the payload of an answer', () => {
  const html = page('packed')
  const chunked = (body: Uint8Array | string, size = 100) => {
    const bytes = Buffer.from(body)
    const parts: Buffer[] = []
    for (let at = 0; at < bytes.length; at += size) {
      const part = bytes.subarray(at, at + size)
      parts.push(Buffer.from(`${part.length.toString(16)};x=y\r\n`), part, Buffer.from('\r\n'))
    }
    return Buffer.concat([...parts, Buffer.from('0\r\n\r\n')])
  }
  const answer = (headers: Record<string, string>, body: Uint8Array | string) =>
    writeWarc([{ headers: { 'Content-Type': 'text/html', ...headers }, body }])

  it.each<[string, Record<string, string>, Uint8Array | string]>([
    ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync(html)],
    ['x-gzip', { 'Content-Encoding': 'X-GZIP' }, gzipSync(html)],
    ['deflate', { 'Content-Encoding': 'deflate' }, deflateSync(html)],
    ['raw deflate', { 'Content-Encoding': 'deflate' }, deflateRawSync(html)],
    ['br', { 'Content-Encoding': 'br' }, brotliCompressSync(html)],
    ['two after another', { 'Content-Encoding': 'br, gzip' }, gzipSync(brotliCompressSync(html))],
    ['chunks', { 'Transfer-Encoding': 'chunked' }, chunked(html)],
    [
      'packed chunks',
      { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' },
      chunked(gzipSync(html), 33),
    ],
    ['said to be gzip, and is not', { 'Content-Encoding': 'gzip' }, html],
    ['said to be br, and is not', { 'Content-Encoding': 'br' }, html],
    ['said to be deflate, and is not', { 'Content-Encoding': 'deflate' }, html],
    ['said to be in chunks, and is not', { 'Transfer-Encoding': 'chunked' }, html],
    ['identity', { 'Content-Encoding': 'identity' }, html],
  ])('%s', async (_, headers, body) => {
    const { stories, problems } = await readAs(warc, await answer(headers, body))
    expect(problems).toEqual([])
    expect(Buffer.from(stories[0]!.original!).toString()).toBe(html)
  })

  it.each<[string, Record<string, string>, Uint8Array]>([
    ['broken', { 'Content-Encoding': 'gzip' }, gzipSync(html).subarray(0, 90)],
    ['broken', { 'Content-Encoding': 'br' }, brotliCompressSync(html).subarray(0, 60)],
    ['broken', { 'Transfer-Encoding': 'chunked' }, chunked(html).subarray(0, 300)],
    ['encoding', { 'Content-Encoding': 'zstd' }, gzipSync(html)],
    ['encoding', { 'Content-Encoding': 'gzip, gzip, gzip, gzip' }, gzipSync(html)],
    ['bomb', { 'Content-Encoding': 'gzip' }, gzipSync(new Uint8Array(9_000_000))],
    ['bomb', { 'Content-Encoding': 'br' }, brotliCompressSync(new Uint8Array(9_000_000))],
  ])('%s: %j', async (code, headers, body) => {
    const all = await readAs(warc, await answer(headers, body))
    expect(codesOf(all)).toEqual([code])
    expect(all.problems[0]!.part).toBe('urn:x:r1')
  })

  it('is not read where the crawler cut it short', async () => {
    const all = await readAs(
      warc,
      await writeWarc([{ body: html, warcHeaders: { 'WARC-Truncated': 'length' } }]),
    )
    expect(codesOf(all)).toEqual(['truncated'])
  })
})

describe('what else a record may hold', () => {
  it('a text, with the address that it was fetched from', async () => {
    const { stories } = await readAs(
      warc,
      await writeWarc([
        {
          headers: { 'Content-Type': 'text/plain; charset=utf-8' },
          url: 'https://tamsel.example/a.txt',
          body: 'Fog held the ferry.',
        },
      ]),
    )
    expect(stories).toMatchObject([
      { text: 'Fog held the ferry.', url: 'https://tamsel.example/a.txt', part: 'urn:x:r1' },
    ])
  })

  it('a resource, by its own media type', async () => {
    const { stories } = await readAs(
      warc,
      await writeWarc([
        { type: 'resource', headers: { 'Content-Type': 'text/html' }, body: page('kept') },
      ]),
    )
    expect(stories.map(({ title }) => title)).toEqual(['kept'])
  })

  it('a PDF, also where its media type says nothing', async () => {
    const pdf = writePdf([
      column(['The ferry had barely left', 'when the fog came down.'], 72, 100),
    ])
    const { stories, problems } = await readAs(
      warc,
      await writeWarc([
        { headers: { 'Content-Type': 'application/octet-stream' }, body: pdf },
        { id: 'bad', headers: { 'Content-Type': 'application/pdf' }, body: '%PDF-1.4 nothing' },
      ]),
    )
    expect(stories).toMatchObject([
      { text: 'The ferry had barely left when the fog came down.', part: 'urn:x:r1' },
    ])
    expect(problems).toMatchObject([{ code: 'broken', part: 'urn:x:bad' }])
  })

  it('a feed, each item a part of the record', async () => {
    const words = 'The ferry lay in the fog off Port Tamsel, and nobody minded. '.repeat(8)
    const item = `<item><title>Fog</title><description>${words}</description></item>`
    const { stories } = await readAs(
      warc,
      await writeWarc([
        {
          headers: { 'Content-Type': 'text/xml' },
          body: `<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>${item}${item}</channel></rss>`,
        },
      ]),
    )
    expect(partsOf({ stories })).toEqual(['urn:x:r1#1', 'urn:x:r1#2'])
  })
})

it('a record without an id is named by where it begins', async () => {
  const one = await writeRecord(named('one'))
  const two = Buffer.from(
    Buffer.from(await writeRecord(named('two')))
      .toString('latin1')
      .replace(/WARC-Record-ID: .*\r\n/, ''),
    'latin1',
  )
  const all = await readAs(warc, Buffer.concat([one, two]))
  expect(partsOf(all)).toEqual(['urn:x:one', `byte ${one.length}`])
})

it('takes an address out of the brackets that Wget puts it in', async () => {
  const bytes = (await writeWarc([named('one')]))
    .toString('latin1')
    .replace(/WARC-Target-URI: (\S+)/, 'WARC-Target-URI: <$1>')
  const { stories } = await readAs(warc, Buffer.from(bytes, 'latin1'))
  expect(stories[0]!.url).toBe('https://tamsel.example/one')
})
