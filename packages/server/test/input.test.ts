import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InputError } from '../src/errors.js'
import { decode } from '../src/input/decode.js'
import type { Entry } from '../src/input/entry.js'
import { jsonlStream } from '../src/input/jsonl.js'
import { splitLines } from '../src/input/lines.js'
import { openInputs } from '../src/input/open.js'
import { isIsoDate, toStory } from '../src/input/story.js'
import { folder } from './folder.js'

async function* chunks(...parts: (string | Uint8Array)[]) {
  yield* parts
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** An entry in short: its id and text, or the code of its error. */
const brief = (entry: Entry) =>
  'story' in entry ? `${entry.story.id}: ${entry.story.text}` : entry.error.code

const read = async (...names: string[]) =>
  all(openInputs(names, { stdin: chunks(), encoding: undefined, jsonl: false }))

describe('decode', () => {
  test.each([
    ['UTF-8', Buffer.from('“Née” 🦭'), undefined, '“Née” 🦭'],
    ['a byte order mark', Buffer.from('\ufeffText'), undefined, 'Text'],
    ['only the first mark', Buffer.from('\ufeff\ufeffText'), undefined, '\ufeffText'],
    ['line ends', Buffer.from('a\r\nb\rc\n'), undefined, 'a\r\nb\rc\n'],
    ['nothing', Buffer.alloc(0), undefined, ''],
    ['old Windows marks', Buffer.from([0x93, 0x4e, 0xe9, 0x65, 0x94]), 'latin1', '“Née”'],
    ['all of latin1', Buffer.from([0x80, 0x81, 0x9f, 0xa0, 0xff]), 'latin1', '€\u0081Ÿ\u00a0ÿ'],
    ['UTF-16 with its mark', Buffer.from('\ufeffNée', 'utf16le'), 'utf-16le', 'Née'],
  ] as const)('%s', (_, bytes, encoding, text) => {
    expect(decode(bytes, encoding)).toBe(text)
  })

  test.each([
    ['where it is', Buffer.from('Line\nN\xe9e', 'latin1'), 'byte 0xE9 at 6, line 2'],
    ['past a real U+FFFD', Buffer.from([0xef, 0xbf, 0xbd, 0x61, 0xff]), 'byte 0xFF at 4'],
    ['a cut character', Buffer.from([0x61, 0xe2, 0x80]), 'byte 0xE2 at 1'],
    ['past a mark', Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0xe9]), 'byte 0xE9 at 4'],
    ['UTF-16', Buffer.from('\ufeffNée', 'utf16le'), '--encoding utf-16le'],
    ['a PDF', Buffer.from('%PDF-1.7\xe2', 'latin1'), 'It is a PDF'],
    ['a document', Buffer.from('PK\x03\x04\xe2', 'latin1'), 'office document'],
  ])('not UTF-8: %s', (_, bytes, message) => {
    expect(() => decode(bytes)).toThrow(message)
  })

  test('half a character is not UTF-16', () => {
    expect(() => decode(Buffer.from([0x61, 0x00, 0x62]), 'utf-16le')).toThrow(InputError)
  })
})

describe('toStory', () => {
  test('takes what it knows and leaves the rest', () => {
    const given = { id: 'a', text: 'T', title: 'H', byline: 'Nora Lund', desk: 'x', url: null }
    expect(toStory(given, 'none')).toEqual({
      id: 'a',
      text: 'T',
      title: 'H',
      byline: ['Nora Lund'],
    })
  })

  test.each([
    [{ text: '' }, { id: 'none', text: '' }],
    [
      { id: 7, text: 'T' },
      { id: '7', text: 'T' },
    ],
    [
      { id: '', text: 'T' },
      { id: '', text: 'T' },
    ],
    [
      { text: 'T', byline: ['A', 'B'] },
      { id: 'none', text: 'T', byline: ['A', 'B'] },
    ],
    [
      { text: 'T', published: '2026-03-16' },
      { id: 'none', text: 'T', published: '2026-03-16' },
    ],
    [JSON.parse('{"text":"T","__proto__":{"title":"x"}}'), { id: 'none', text: 'T' }],
  ])('%j', (given, story) => {
    expect(toStory(given, 'none')).toEqual(story)
  })

  test.each([
    [null, 'not-a-story', null],
    ['text', 'not-a-story', null],
    [[{ text: 'T' }], 'not-a-story', null],
    [{}, 'no-text', null],
    [{ id: 'a', text: null }, 'no-text', 'a'],
    [{ id: 'a', text: 5 }, 'bad-text', 'a'],
    [{ id: 'a', text: ['T'] }, 'bad-text', 'a'],
    [{ id: 1.5, text: 'T' }, 'bad-field', null],
    [{ id: 'a', text: 'T', title: 5 }, 'bad-field', 'a'],
    [{ id: 'a', text: 'T', byline: [5] }, 'bad-field', 'a'],
    [{ id: 'a', text: 'T', published: 'Monday' }, 'bad-field', 'a'],
  ])('%j is %s', (given, code, id) => {
    expect(() => toStory(given, 'none')).toThrow(expect.objectContaining({ code, id }))
  })

  test.each([
    '2026-03-16',
    '2024-02-29',
    '2000-02-29',
    '2026-03-16T09:00Z',
    '2026-03-16T09:00:00.5+01:00',
    '2026-03-16T23:59:59',
  ])('%s is a date', date => expect(isIsoDate(date)).toBe(true))

  test.each([
    '2026',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-03-00',
    '2026-03-16T24:00Z',
    '2026-03-16 09:00',
    '16/03/2026',
    '2026-03-16T09:00Z ',
    '',
  ])('%s is none', date => expect(isIsoDate(date)).toBe(false))
})

describe('lines', () => {
  const lines = async (limit: number, ...parts: string[]) =>
    (await all(splitLines(chunks(...parts), limit))).map(line =>
      line.bytes ? Buffer.from(line.bytes).toString() : line.length,
    )

  test.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [
      ['a', 'b\nc', 'd\n', '\n', 'e'],
      ['ab', 'cd', '', 'e'],
    ],
    [[''], []],
    [['\n'], ['']],
    [['12345678\n1234\n'], [9, '1234']],
    [
      ['1234', '5678', '\n1\n'],
      [9, '1'],
    ],
    [['1\n12345678'], ['1', 8]],
  ])('%j', async (parts, expected) => {
    expect(await lines(5, ...parts)).toEqual(expected)
  })

  test('a character cut by a chunk is whole again', async () => {
    const bytes = Buffer.from('{"text":"é🦭"}\n')
    const parts = Array.from(bytes, byte => Buffer.from([byte]))
    expect((await all(jsonlStream(chunks(...parts)).entries())).map(brief)).toEqual([
      'stdin#1: é🦭',
    ])
  })
})

describe('JSON lines', () => {
  const stream = async (...parts: (string | Uint8Array)[]) =>
    (await all(jsonlStream(chunks(...parts)).entries())).map(brief)

  test('CRLF, a byte order mark, blank lines and no last line feed', async () => {
    const text = '\ufeff{"id":"a","text":"A"}\r\n\r\n  \n{"text":"B"}\r\n{"id":"c","text":"C"}'
    expect(await stream(text)).toEqual(['a: A', 'stdin#4: B', 'c: C'])
  })

  test('each bad line has its error in its place', async () => {
    const lines = [
      '{"id":"a","text":"A"}',
      '{"id":',
      '[]',
      '{"id":"d"}',
      '{"text":5}',
      '{"text":"F"}',
    ]
    expect(await stream(lines.join('\n'))).toEqual([
      'a: A',
      'bad-json',
      'not-a-story',
      'no-text',
      'bad-text',
      'stdin#6: F',
    ])
  })

  test('bytes that are not UTF-8 are an error of their line', async () => {
    const bad = Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xe9]), Buffer.from('"}\n')])
    expect(await stream(bad, '{"text":"B"}')).toEqual(['bad-encoding', 'stdin#2: B'])
  })

  test('a huge line is passed over', async () => {
    const piece = 'x'.repeat(1 << 20)
    async function* huge() {
      yield '{"text":"'
      for (let i = 0; i < 17; i++) yield piece
      yield '"}\n{"id":"b","text":"B"}\n'
    }
    const entries = (await all(jsonlStream(huge()).entries())).map(brief)
    expect(entries).toEqual(['too-long', 'b: B'])
  })

  test('escapes of half a pair are kept', async () => {
    expect(await stream('{"text":"\\ud83e"}')).toEqual(['stdin#1: \ud83e'])
  })
})

describe('files', () => {
  test('a text file is named after its path, a story in JSON after its own id', async () => {
    const path = folder({
      'a.txt': 'A',
      'b.json': '{"text":"B"}',
      'c.json': '[{"text":"C"},{"id":"c","text":"D"}]',
      'd.jsonl': '\n{"text":"E"}',
    })
    const names = ['a.txt', 'b.json', 'c.json', 'd.jsonl'].map(name => join(path, name))
    expect((await read(...names)).map(brief)).toEqual([
      `${path}/a: A`,
      `${path}/b: B`,
      `${path}/c#1: C`,
      'c: D',
      `${path}/d#2: E`,
    ])
  })

  test('bad files are named and the others read', async () => {
    const path = folder({
      'a.txt': Buffer.from([0xff]),
      'b.json': '{',
      'c.json': '[]',
      'd.txt': 'D',
    })
    const entries = await read(join(path, 'none.txt'), path)
    expect(entries.map(brief)).toEqual([
      'not-found',
      'bad-encoding',
      'bad-json',
      'no-stories',
      `${path}/d: D`,
    ])
    expect(entries[2]!.place.file).toBe(join(path, 'b.json'))
  })

  test('a directory is read by name with all below it', async () => {
    const path = folder({
      'b.txt': 'B',
      'a/z.txt': 'Z',
      'a/y.ndjson': '{"id":"y","text":"Y"}',
      'c.JSON': '{"id":"c","text":"C"}',
      '.hidden.txt': 'hidden',
      '.git/x.txt': 'hidden',
      'notes.md': 'not a story',
    })
    expect((await read(path)).map(brief)).toEqual([
      'y: Y',
      `${path}/a/z: Z`,
      `${path}/b: B`,
      'c: C',
    ])
  })

  test('links that lead back are passed over, others followed', async () => {
    const path = folder({ 'a/x.txt': 'X', 'b/y.txt': 'Y' })
    symlinkSync(path, join(path, 'a', 'up'))
    symlinkSync(join(path, 'b'), join(path, 'a', 'b'))
    symlinkSync(join(path, 'nowhere.txt'), join(path, 'c.txt'))
    expect((await read(path)).map(brief)).toEqual([
      `${path}/a/b/y: Y`,
      `${path}/a/x: X`,
      `${path}/b/y: Y`,
      'not-found',
    ])
  })

  test('a directory without stories says so', async () => {
    expect((await read(folder({ 'notes.md': 'x' }))).map(brief)).toEqual(['no-stories'])
  })

  describe('an index', () => {
    const index = JSON.stringify([
      { file: 'a.txt', id: 'w1', title: 'Ferry aground', byline: ['Nora Lund'], desk: 'x' },
      { file: 'gone.txt', id: 'w9' },
    ])

    test('tells of the text files in its directory', async () => {
      const path = folder({ 'a.txt': 'A', 'b.txt': 'B', 'index.json': index })
      const entries = await read(path)
      expect(entries.map(brief)).toEqual(['w1: A', `${path}/b: B`])
      expect(entries[0]).toMatchObject({ story: { title: 'Ferry aground', byline: ['Nora Lund'] } })
    })

    test('tells of a file that is named, and is no story among others', async () => {
      const path = folder({ 'a.txt': 'A', 'index.json': index })
      expect((await read(join(path, 'a.txt'))).map(brief)).toEqual(['w1: A'])
      const both = await read(join(path, 'a.txt'), join(path, 'index.json'))
      expect(both.map(brief)).toEqual(['w1: A'])
      expect((await read(join(path, 'index.json'))).map(brief)).toEqual(['no-stories'])
    })

    test('a broken one is a failure, and the files are read without it', async () => {
      const path = folder({ 'a.txt': 'A', 'index.json': '[{' })
      expect((await read(path)).map(brief)).toEqual(['bad-json', `${path}/a: A`])
      expect((await read(join(path, 'a.txt'))).map(brief)).toEqual([`${path}/a: A`])
    })

    test('stories of that name are stories', async () => {
      const path = folder({ 'a.txt': 'A', 'index.json': '[{"id":"i","text":"I"}]' })
      expect((await read(path)).map(brief)).toEqual([`${path}/a: A`, 'i: I'])
    })
  })
})
