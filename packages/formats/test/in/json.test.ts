import { expect, it } from 'vitest'
import { LIMITS } from '../../src/in/incoming.js'
import { json } from '../../src/in/json.js'
import { jsonl } from '../../src/in/jsonl.js'
import { plain } from '../../src/in/plain.js'
import { outline, readAll, storiesOf, storyOf, withoutWayBack } from './reading.js'

const WHOLE = {
  id: 'a1',
  text: 'It rained.',
  title: 'Rain',
  outlet: 'The Courier',
  url: 'https://courier.example/a1',
  byline: ['Ida Krell'],
  published: '2026-03-16T09:00:00Z',
}

it('reads a story, as one or in an array', async () => {
  for (const source of [JSON.stringify(WHOLE), `\ufeff ${JSON.stringify(WHOLE, null, 2)}\n`]) {
    expect(await storyOf(json, source)).toMatchObject({
      ...WHOLE,
      kind: 'story',
      mediaType: 'application/json',
    })
  }
  const stories = await storiesOf(
    json,
    JSON.stringify([
      WHOLE,
      { id: 7, text: 'It \n“snowed”.', byline: 'Jon Arvo', title: null, other: 1 },
    ]),
  )
  expect(stories[1]).toMatchObject({
    id: '7',
    part: '2',
    text: 'It \n“snowed”.',
    byline: ['Jon Arvo'],
  })
  expect(new TextDecoder().decode(stories[1]!.original)).toMatch(/^\{"id":7.*\}$/)
  expect(withoutWayBack(stories[1]!)).toEqual(['\n'])
})

it('reads the story of a record', async () => {
  const record = {
    schema: 'onrecord/1',
    text: 'no',
    story: { ...WHOLE, language: 'en', sha256: 'x' },
    quotes: [{ text: 'no' }],
  }
  expect(await storyOf(json, JSON.stringify(record))).toMatchObject({ ...WHOLE, language: 'en' })
  expect(await storyOf(jsonl, JSON.stringify(record))).toMatchObject({ ...WHOLE, part: '1' })
})

it('finds the text among members of the same name and with escapes in theirs', async () => {
  const story = await storyOf(
    json,
    '{"a":{"text":"no"},"text":"no","te\\u0078t":"R\\u0061in \\\\ \\"\\\\","b":["\\"text\\":"]}',
  )
  expect(story.text).toBe('Rain \\ "\\')
})

const BAD: readonly (readonly [string, string])[] = [
  ['7', 'not-a-story'],
  ['"It rained."', 'not-a-story'],
  ['{}', 'no-text'],
  ['{"text":null}', 'no-text'],
  ['{"text":" \\n"}', 'no-text'],
  ['{"text":7}', 'bad-text'],
  ['{"text":"x","id":true}', 'bad-field'],
  ['{"text":"x","id":1.5}', 'bad-field'],
  ['{"text":"x","title":7}', 'bad-field'],
  ['{"text":"x","byline":[7]}', 'bad-field'],
  ['{"text":"x","published":"2026-02-30"}', 'bad-field'],
  ['{"text":"x"', 'bad-json'],
]

it.each(BAD)('%s is %s, in JSON and in a line', async (source, code) => {
  expect(outline(await readAll(json, source))).toEqual([`${code}@`])
  expect(outline(await readAll(jsonl, source))).toEqual([`${code}@1`])
})

it.each([
  ['[]', 'no-stories'],
  ['[{"file":"a.txt","title":"Rain"}]', 'no-stories'],
  [Buffer.from('{"text":"Zo\xeb"}', 'latin1'), 'bad-encoding'],
  ['%PDF-1.4', 'not-text'],
])('%j as a file is %s', async (source, code) => {
  expect(outline(await readAll(json, source))).toEqual([`${code}@`])
})

it('goes on behind a bad line, and counts the blank ones', async () => {
  const lines = [
    '\ufeff{"text":"One."}',
    '',
    '  \t',
    '{"text":',
    '{"text":"Two.","id":"b"}\r',
    '{}',
    'x'.repeat(300),
    '{"text":"Three."}',
  ]
  const all = await readAll(jsonl, lines.join('\n'), {}, { ...LIMITS, documentBytes: 200 })
  expect(outline(all)).toEqual([
    'story@1',
    'bad-json@4',
    'story@5',
    'no-text@6',
    'too-long@7',
    'story@8',
  ])
})

it('costs a line of the wrong encoding only itself', async () => {
  const lines = Buffer.concat([
    Buffer.from('{"text":"Zo\xeb"}\n', 'latin1'),
    Buffer.from('{"text":"Zoë"}\n'),
  ])
  expect(outline(await readAll(jsonl, lines))).toEqual(['bad-encoding@1', 'story@2'])
})

it('holds one line at a time', async () => {
  let given = 0
  const source = {
    name: 'endless.jsonl',
    async *bytes() {
      for (;;) {
        given++
        yield Buffer.from('{"text":"It rained."}\n')
      }
    },
  }
  let read = 0
  for await (const _ of jsonl.read(source, LIMITS)) if (++read === 5) break
  expect(given).toBe(5)
})

it('gives over a file that is too large', async () => {
  const limits = { ...LIMITS, documentBytes: 100 }
  expect(
    outline(await readAll(json, JSON.stringify([{ text: 'x'.repeat(3000) }]), {}, limits)),
  ).toEqual(['too-large@'])
  expect(
    outline(
      await readAll(json, JSON.stringify([{ text: 'x'.repeat(300) }, { text: 'y' }]), {}, limits),
    ),
  ).toEqual(['too-large@1', 'story@2'])
})

it('throws what its source throws, and nothing else', async () => {
  const source = {
    name: 'x',
    async *bytes(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('{"te')
      throw new Error('the disk is gone')
    },
  }
  for (const format of [json, jsonl, plain]) {
    await expect(async () => {
      for await (const _ of format.read(source, LIMITS));
    }).rejects.toThrow('the disk is gone')
  }
})

it('reads plain text as it is', async () => {
  const story = await storyOf(plain, '\ufeffFerry\r\n\r\n  It  rained.\n')
  expect(story).toEqual({
    text: 'Ferry\r\n\r\n  It  rained.\n',
    kind: 'story',
    mediaType: 'text/plain',
  })
})

it.each([
  ['nothing', '', 'no-text'],
  ['white space', ' \n\u00a0', 'no-text'],
  ['Latin-1', Buffer.from('Zo\xeb said', 'latin1'), 'bad-encoding'],
  ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0]), 'not-text'],
  ['too much', 'x'.repeat(2000), 'too-large'],
])('does not read %s', async (_, source, code) => {
  expect(outline(await readAll(plain, source, {}, { ...LIMITS, documentBytes: 1000 }))).toEqual([
    `${code}@`,
  ])
})

it.each([
  ['a line', jsonl, '{"text":"a"}\n{"text":"b"}', true],
  ['one of several lines', jsonl, '{"text":\n"a"}', false],
  ['an array', jsonl, '[{"text":"a"}]', false],
  ['JSON', json, ' {"text":\n"a"}', true],
  ['an array', json, '[1]', true],
  ['words', json, 'It rained.', false],
  ['words', plain, 'It rained.', true],
  ['words cut within a character', plain, Buffer.from('It rained “').subarray(0, 11), true],
  ['a ZIP', plain, 'PK\x03\x04', false],
])('is it %s: %#', (_, format, head, is) => {
  expect(format.sniff(Buffer.from(head as string))).toBe(is)
})
