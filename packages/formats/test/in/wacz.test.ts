import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wacz } from '../../src/in/wacz.js'
import { codesOf, readAs } from './source.js'
import { page, writeWarc } from './warc/write-warc.js'
import { writeZip } from './zip/write-zip.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wacz-'))
})
afterAll(() => rm(folder, { recursive: true }))

const untitled = page('one')
  .replace(/<title>.*<\/title>/, '')
  .replace(/<h1>.*<\/h1>/, '')
const one = () => writeWarc([{ id: 'one', url: 'https://tamsel.example/one', body: untitled }])
const two = () => writeWarc([{ id: 'two', body: page('two') }], true)

const sound = async () => [
  { name: 'datapackage.json', bytes: '{}' },
  {
    name: 'pages/pages.jsonl',
    bytes:
      '{"format":"json-pages-1.0"}\n{"url":"https://tamsel.example/one","title":"Fog at last"}\nno json\n',
  },
  { name: 'archive/one.warc', bytes: await one() },
  { name: 'archive/two.warc.gz', bytes: await two(), stored: true },
  { name: 'indexes/index.cdx', bytes: 'x' },
]

it('gives the stories of its WARCs, with titles from its pages', async () => {
  const { stories, problems } = await readAs(wacz, writeZip(await sound()))
  expect(problems).toEqual([])
  expect(stories.map(({ part, title }) => ({ part, title }))).toEqual([
    { part: 'archive/one.warc#urn:x:one', title: 'Fog at last' },
    { part: 'archive/two.warc.gz#urn:x:two', title: 'two' },
  ])
})

it('is opened by its path where it has one, and its bytes are not asked for', async () => {
  const path = join(folder, 'a.wacz')
  await writeFile(path, writeZip(await sound()))
  const { stories } = await readAs(wacz, 'not asked for', { path })
  expect(stories).toHaveLength(2)
})

it('writes nothing and follows no name out of the archive', async () => {
  const entries = [
    { name: '../archive/out.warc', bytes: await one() },
    { name: '/archive/root.warc', bytes: await one() },
    { name: 'archive/../../up.warc', bytes: await one() },
    { name: 'C:\\archive\\odd.warc', bytes: await one() },
  ]
  const { stories } = await readAs(wacz, writeZip(entries))
  // the one under archive/ is read: its name is only a name
  expect(stories.map(({ part }) => part)).toEqual(['archive/../../up.warc#urn:x:one'])
})

describe('problems', () => {
  const code = async (bytes: Uint8Array, limits = {}) =>
    codesOf(await readAs(wacz, bytes, { name: 'a.wacz' }, limits))

  it.each([
    ['no ZIP', Buffer.from('PK\x03\x04 and then nothing'), ['broken']],
    ['an empty ZIP', writeZip([]), ['no-warc']],
    ['an Office document', writeZip([{ name: 'word/document.xml', bytes: '<w/>' }]), ['no-warc']],
    ['a ZIP within', writeZip([{ name: 'archive/in.wacz', bytes: 'PK' }]), ['nested']],
    ['nothing to read', writeZip([{ name: 'archive/a.warc', bytes: '' }]), ['no-stories']],
    ['an end that counts too many', writeZip([{ name: 'a', bytes: 'x' }], 3), ['broken']],
  ])('%s', async (_, bytes, codes) => expect(await code(bytes)).toEqual(codes))

  it('too many entries', async () => {
    const zip = writeZip(Array.from({ length: 30 }, (_, i) => ({ name: `f${i}`, bytes: '' })))
    expect(await code(zip, { entries: 20 })).toEqual(['too-large'])
  })

  it('too much in all, by what its directory says', async () => {
    const bytes = writeZip([{ name: 'archive/a.warc', bytes: await one() }])
    expect(await code(bytes, { inflatedBytes: 500 })).toEqual(['too-large'])
  })

  it('a bomb, by what its directory says', async () => {
    const bytes = writeZip([{ name: 'archive/a.warc', bytes: new Uint8Array(8_000_000) }])
    expect(await code(bytes)).toEqual(['bomb'])
  })

  it('a bomb, whatever its directory says', async () => {
    const lies = { size: 100 }
    const bytes = writeZip([{ name: 'archive/a.warc', bytes: new Uint8Array(8_000_000), lies }])
    expect(await code(bytes)).toEqual(['broken'])
  })

  it('entries that overlap', async () => {
    const warc = await one()
    const entry = { name: 'archive/a.warc', bytes: warc, stored: true }
    const again = Array.from({ length: 9 }, (_, i) => ({
      name: `archive/${i}.warc`,
      bytes: '',
      stored: true,
      lies: { offset: 0, size: warc.length, packed: warc.length },
    }))
    expect(await code(writeZip([entry, ...again]))).toEqual(['bomb'])
  })

  it.each([
    ['a size too small', { size: 300 }, 'broken'],
    ['a checksum that does not fit', { crc: 1 }, 'broken'],
    ['an offset beyond the file', { offset: 9_999_999 }, 'broken'],
    ['encryption', { flags: 1 }, 'encrypted'],
    ['another packing', { method: 12 }, 'encoding'],
  ])('an entry with %s: the next one is read', async (_name, lies, problem) => {
    const all = await readAs(
      wacz,
      writeZip([
        { name: 'archive/bad.warc', bytes: await one(), lies },
        { name: 'archive/good.warc', bytes: await two() },
      ]),
    )
    expect(codesOf(all)).toContain(problem)
    expect(all.problems.every(({ part }) => part?.startsWith('archive/bad.warc'))).toBe(true)
    expect(all.stories.at(-1)?.part).toBe('archive/good.warc#urn:x:two')
  })
})
