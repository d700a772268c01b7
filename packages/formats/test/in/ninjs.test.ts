import { expect, it } from 'vitest'
import { LIMITS } from '../../src/in/incoming.js'
import { ninjs } from '../../src/in/ninjs.js'
import { outline, readAll, storiesOf, storyOf, withoutWayBack } from './reading.js'

const write = (value: unknown) => JSON.stringify(value, null, 1)

it('reads version 1', async () => {
  const story = await storyOf(
    ninjs,
    '{"uri":"urn:vpa:ferry","type":"text","version":"2","versioncreated":"2026-03-16T10:30:00Z","firstcreated":"2026-03-16T09:00:00Z","language":"en-GB","copyrightholder":"VPA","byline":"By Marta Lindqvist and Jon Arvo","headline":"Ferry to stop","body_text":" It \\u201crained\\u201d.\\r\\n\\r\\nA \\"lot\\".\\n","description_text":"No."}',
  )
  expect({ ...story, back: [], original: undefined }).toEqual({
    text: 'It “rained”.\r\n\r\nA "lot".',
    back: [],
    original: undefined,
    kind: 'story',
    mediaType: 'application/ninjs+json',
    id: 'urn:vpa:ferry',
    version: '2',
    title: 'Ferry to stop',
    outlet: 'VPA',
    byline: ['Marta Lindqvist', 'Jon Arvo'],
    published: '2026-03-16T09:00:00Z',
    updated: '2026-03-16T10:30:00Z',
    language: 'en-GB',
  })
  expect(withoutWayBack(story)).toEqual(['“', '”', '\r\n\r\n', '"', '"'])
})

it.each([
  [
    'version 2',
    {
      headlines: [
        { role: 'sub', value: 'No' },
        { role: 'main', value: 'Rain' },
      ],
      by: 'Von Ida Krell, vpa',
      versioncreated: '2026-03-16',
      pubstatus: 'usable',
      bodies: [{ role: 'html', contenttype: 'text/html', value: '<p>It rained.</p>' }],
    },
  ],
  [
    'version 3',
    {
      headlines: [{ value: 'Rain' }],
      by: 'Ida Krell',
      versionCreated: '2026-03-16',
      pubStatus: 'usable',
      bodies: [
        { role: 'caption', contentType: 'text/plain', value: 'A cloud.' },
        { role: 'main', contentType: 'text/plain', value: 'It rained.' },
      ],
    },
  ],
  [
    'NITF in it',
    {
      title: 'Rain',
      by: 'Ida Krell',
      versionCreated: '2026-03-16',
      bodies: [
        {
          contentType: 'text/vnd.IPTC.NITF',
          value:
            '<?xml version="1.0"?>\n<nitf><body><body.content><p>It rained.</p></body.content></body></nitf>',
        },
      ],
    },
  ],
  [
    'no types at all',
    {
      headline_main: 'Rain',
      byline: 'Ida Krell',
      versioncreated: '2026-03-16',
      body_main: 'It rained.',
    },
  ],
])('reads %s', async (_, value) => {
  expect(await storyOf(ninjs, write({ uri: 'u', ...value }))).toMatchObject({
    text: 'It rained.',
    title: 'Rain',
    byline: ['Ida Krell'],
    published: '2026-03-16',
  })
})

it.each([
  [
    'plain text with paragraphs before HTML',
    { body_text: 'It rained.\nA lot.', body_xhtml: '<p>It rained.</p><p>A lot.</p>' },
    'It rained.\nA lot.',
  ],
  [
    'HTML with paragraphs before plain text in one',
    { body_text: 'It rained. A lot.', body_xhtml: '<p>It rained.</p><p>A lot.</p>' },
    'It rained.\n\nA lot.',
  ],
  [
    'plain text before an HTML that is a part of it',
    { body_text: 'It rained in Hallin all day. A lot.', body_html: '<p>It</p><p>rained.</p>' },
    'It rained in Hallin all day. A lot.',
  ],
  [
    'HTML before NITF that has a document type of its own',
    {
      body_nitf:
        '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body><body.content><p>x</p><p>y</p></body.content></body></nitf>',
      body_html: '<p>It rained.</p>',
    },
    'It rained.',
  ],
])('takes %s', async (_, bodies, text) => {
  expect((await storyOf(ninjs, write({ uri: 'u', ...bodies }))).text).toBe(text)
})

it('reads the texts among the associations, of either shape', async () => {
  const text = (words: string, more = {}) => ({ type: 'text', body_text: words, ...more })
  const stories = await storiesOf(
    ninjs,
    write({
      uri: 'u',
      ...text('One.'),
      associations: {
        photo: { type: 'picture', body_text: 'A caption.' },
        side: text('Two.', { associations: [{ type: 'video' }, text('Three.')] }),
        odd: 7,
      },
    }),
  )
  expect(stories.map(({ text, part }) => [part, text])).toEqual([
    [undefined, 'One.'],
    ['associations.side', 'Two.'],
    ['associations.side.associations.1', 'Three.'],
  ])
})

it('reads an array, and says what was withdrawn', async () => {
  const all = await readAll(
    ninjs,
    write([
      { uri: 'a', body_text: 'One.' },
      7,
      { uri: 'b', pubstatus: 'canceled', body_text: 'Two.' },
      { uri: 'c', pubStatus: 'withheld', body_text: 'Three.' },
    ]),
  )
  expect(outline(all)).toEqual(['story@1', 'cancelled@3', 'withheld@4'])
})

it.each([
  ['a picture', write({ uri: 'u', type: 'picture', body_text: 'A caption.' }), 'no-text'],
  ['an event', write({ uri: 'u', type: 'event', bodies: [{ value: 'x' }] }), 'no-text'],
  ['no body', write({ uri: 'u', type: 'text', bodies: [], associations: [] }), 'no-text'],
  [
    'bodies of the wrong type',
    write({ uri: 'u', body_text: 7, bodies: 'x', headlines: {}, associations: 'y' }),
    'no-text',
  ],
  ['a number', '7', 'no-text'],
  ['no JSON', '{"uri"', 'bad-json'],
  ['a nest of arrays', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, 'no-text'],
])('gives a problem for %s', async (_, source, code) => {
  expect(outline(await readAll(ninjs, source))).toEqual([`${code}@`])
})

it('stops at its limits', async () => {
  const many = write({
    body_text: 'One.',
    associations: Array.from({ length: 10 }, () => ({ body_text: 'x' })),
  })
  expect(outline(await readAll(ninjs, many, {}, { ...LIMITS, entries: 3 })).at(-1)).toBe(
    'too-large@',
  )
  expect(outline(await readAll(ninjs, many, {}, { ...LIMITS, documentBytes: 50 }))).toEqual([
    'too-large@',
  ])
})

it.each([
  [write({ uri: 'u', versioncreated: 'x' }), true],
  [write([{ uri: 'u', bodies: [] }]), true],
  [write({ id: 'a', text: 'It rained.' }), false],
  ['<nitf/>', false],
])('knows its own: %s', (head, is) => {
  expect(ninjs.sniff(Buffer.from(head))).toBe(is)
})
