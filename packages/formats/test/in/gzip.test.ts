import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gzip } from '../../src/in/gzip.js'
import { codesOf, readAs } from './source.js'
import { page, writeWarc } from './warc/write-warc.js'
import { writeZip } from './zip/write-zip.js'

const FOG = 'Fog held the ferry off Port Tamsel.'

it.each([
  ['fog.txt.gz', FOG, 'text/plain'],
  ['fog.html.gz', page('fog'), 'text/html'],
  ['FOG.TXT.GZ', FOG, 'text/plain'],
  // what it holds counts for more than its name
  ['fog.txt.gz', page('fog'), 'text/html'],
  ['fog.gz', FOG, 'text/plain'],
])('%s', async (name, text, mediaType) => {
  const { stories, problems } = await readAs(gzip, gzipSync(text), { name })
  expect(problems).toEqual([])
  expect(stories.map(story => story.mediaType)).toEqual([mediaType])
})

it('reads JSON lines, each a story', async () => {
  const lines = ['a', 'b', 'c'].map(id => JSON.stringify({ id, text: FOG })).join('\n')
  const { stories } = await readAs(gzip, gzipSync(lines), { name: 's.jsonl.gz', step: 5 })
  expect(stories.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

it('reads members one after another, a header with a name, and padding', async () => {
  const packed = gzipSync('Fog held ')
  const name = Buffer.from('named.txt\0')
  const withName = Buffer.concat([packed.subarray(0, 10), name, packed.subarray(10)])
  withName[3] = 8
  for (const tail of [Buffer.alloc(0), Buffer.alloc(512), Buffer.from('rubbish')]) {
    const bytes = Buffer.concat([withName, gzipSync('the ferry.'), tail])
    const { stories, problems } = await readAs(gzip, bytes, { name: 'fog.txt.gz' })
    expect(problems).toEqual([])
    expect(stories.map(({ text }) => text)).toEqual(['Fog held the ferry.'])
  }
})

describe('problems', () => {
  const packed = gzipSync(FOG.repeat(50))
  const broken = Uint8Array.from(packed)
  broken[20]! ^= 0xff
  const sum = Uint8Array.from(packed)
  sum[sum.length - 6]! ^= 1

  it.each<[string, Uint8Array, string[]]>([
    ['no gzip', Buffer.from(FOG), ['broken']],
    ['cut short', packed.subarray(0, packed.length - 12), ['truncated']],
    ['cut short in its header', packed.subarray(0, 5), ['truncated']],
    ['cut short in its checksum', packed.subarray(0, packed.length - 3), ['truncated']],
    ['broken', broken, ['broken']],
    ['a wrong checksum', sum, ['broken']],
    ['gzip in gzip', gzipSync(packed), ['nested']],
    ['a ZIP in gzip', gzipSync(writeZip([{ name: 'a', bytes: 'x' }])), ['nested']],
    ['what is no text', gzipSync(Uint8Array.of(0, 1, 2, 3, 0, 255)), ['unknown-format']],
    ['nothing in it', gzipSync(''), ['no-text']],
  ])('%s', async (_, bytes, codes) => {
    const all = await readAs(gzip, bytes, { name: 'fog.gz' })
    expect(codesOf(all)).toEqual(codes)
    expect(all.stories).toEqual([])
  })

  it('a WARC in gzip in gzip', async () => {
    const warc = await writeWarc([{ body: page('fog') }], true)
    expect(codesOf(await readAs(gzip, gzipSync(warc)))).toEqual(['nested'])
  })

  it('keeps the lines that stand before where it breaks', async () => {
    const line = `${JSON.stringify({ id: 'a', text: FOG })}\n`
    const lines = gzipSync(Buffer.from(line))
    const bytes = Buffer.concat([lines, packed.subarray(0, 40)])
    const all = await readAs(gzip, bytes, { name: 's.jsonl.gz' })
    expect(all.stories.map(({ id }) => id)).toEqual(['a'])
    expect(codesOf(all)).toEqual(['truncated'])
  })

  it('a bomb of one member, and of many', async () => {
    const zeros = gzipSync(new Uint8Array(50_000_000))
    expect(codesOf(await readAs(gzip, zeros, { name: 'z.txt.gz' }))).toEqual(['bomb'])
    const member = gzipSync(new Uint8Array(900_000))
    const many = Buffer.concat(Array.from({ length: 40 }, () => member))
    expect(codesOf(await readAs(gzip, many, { name: 'z.txt.gz' }))).toEqual(['bomb'])
  })

  it('more in all than the limit', async () => {
    const words = gzipSync(Array.from({ length: 20_000 }, (_, i) => `${i * 7919} `).join(''))
    const all = await readAs(gzip, words, { name: 'z.txt.gz' }, { inflatedBytes: 50_000 })
    expect(codesOf(all)).toEqual(['too-large'])
  })
})
