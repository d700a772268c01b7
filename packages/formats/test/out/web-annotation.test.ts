import { readFileSync } from 'node:fs'
import type { Span, StoryRecord } from '@onrecord/engine'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { readAnnotations, webAnnotation } from '../../src/out/web-annotation.js'
import { goldenRecords } from './golden-records.js'
import { fileOf, forAll, hostile, hostileRecord } from './stories.js'

const schema = JSON.parse(
  readFileSync(new URL('schemas/web-annotation.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ allErrors: true, strictRequired: false, strictTypes: false })
formats.default(ajv)
const valid = ajv.compile(schema)

const golden = goldenRecords()
const collectionOf = async (record: StoryRecord, options?: object) =>
  JSON.parse(await fileOf(webAnnotation, [record], options))

/** What the record says, in the reader's terms. */
const spansOf = (record: StoryRecord) => [
  ...record.quotes.map(({ content, cue, source }) => [content, cue, source]),
  ...record.entities.map(({ mentions }) => [mentions, [], []]),
  ...record.values.map(({ span }) => [[span], [], []]),
  ...record.facts.map(({ evidence }) => [evidence, [], []]),
  ...record.findings.map(({ spans }) => [spans, [], []]),
]
const bare = (spans: readonly Span[] = []) => spans.map(({ start, end }) => [start, end])
const readBack = (json: unknown, text: string) =>
  readAnnotations(json, text).map(({ spans, parts }) => [spans, parts.cue, parts.source])

describe('Web Annotation', () => {
  it.each(golden.map(record => [record.story.id, record] as const))('of %s', async (_, record) => {
    const json = await collectionOf(record)
    expect(valid(json), ajv.errorsText(valid.errors)).toBe(true)
    expect(readBack(json, record.story.text).map(item => item.map(bare))).toEqual(
      spansOf(record).map(item => item.map(bare)),
    )
    expect(readAnnotations(json, record.story.text).every(({ lost }) => lost === 0)).toBe(true)
  })

  it('of any text is valid and read back whole', () =>
    forAll(hostileRecord, 150, async record => {
      const json = await collectionOf(record)
      expect(valid(json), ajv.errorsText(valid.errors)).toBe(true)
      expect(readBack(json, record.story.text).map(item => item.map(bare))).toEqual(
        spansOf(record).map(item => item.map(bare)),
      )
    }))

  it('a quote of two pieces, with positions in code points', async () => {
    const text = '😀 “No,” she told us, “never 😀.”'
    const span = (start: number, end: number) => ({ start, end, text: text.slice(start, end) })
    const record: StoryRecord = {
      ...golden[0]!,
      story: { id: 's', text, language: 'en', sha256: '0'.repeat(64), url: 'https://p.example/1' },
      quotes: [
        {
          id: 'q1',
          kind: 'direct',
          content: [span(3, 8), span(22, 33)],
          cue: [span(13, 17)],
          source: [span(9, 12)],
          speakers: ['e1'],
          speakerConfidence: 0.8,
          setting: { to: 'e2' },
          confidence: 0.9,
        },
      ],
      entities: [
        {
          id: 'e1',
          type: 'person',
          name: 'Ida Fenn',
          mentions: [{ ...span(9, 12), form: 'pronoun' }],
        },
      ],
      values: [],
      facts: [],
      findings: [],
    }
    const json = await collectionOf(record, { base: 'https://x.example' })
    const [quote] = json.first.items
    expect(json['onrecord:story'].via).toBe('https://p.example/1')
    expect(quote.id).toBe('https://x.example/stories/s/annotations/quotes/q1')
    expect(quote['onrecord:about'].id).toBe('https://x.example/stories/s/quotes/q1')
    expect(quote.target.map((piece: { selector: unknown }) => piece.selector)).toEqual([
      [
        { type: 'TextPositionSelector', start: 2, end: 7 },
        {
          type: 'TextQuoteSelector',
          exact: '“No,”',
          prefix: '😀 ',
          suffix: ' she told us, “never 😀.”',
        },
      ],
      [
        { type: 'TextPositionSelector', start: 21, end: 31 },
        {
          type: 'TextQuoteSelector',
          exact: '“never 😀.”',
          prefix: '😀 “No,” she told us, ',
          suffix: '',
        },
      ],
    ])
    expect(quote.target[0].state.cached).toBe(`ni:///sha-256;${'A'.repeat(43)}`)
    expect(quote.body[1]).toEqual({
      type: 'SpecificResource',
      source: 'https://x.example/stories/s/entities/e1',
      purpose: 'identifying',
      'onrecord:role': 'speaker',
      'onrecord:name': 'Ida Fenn',
      'onrecord:confidence': 0.8,
    })
  })

  it('a span that cuts a character is of whole characters', async () => {
    const text = 'a😀b'
    const record: StoryRecord = {
      ...golden[0]!,
      story: { id: 's', text, language: 'en', sha256: '0'.repeat(64) },
      quotes: [],
      entities: [],
      values: [],
      facts: [],
      findings: [
        { code: 'odd-mark', severity: 'note', message: 'Odd.', spans: [{ start: 2, end: 4 }] },
      ],
    }
    const json = await collectionOf(record)
    expect(json.first.items[0].target[0].selector[1].exact).toBe('😀b')
    expect(readAnnotations(json, text)[0]!.spans).toEqual([{ start: 1, end: 4 }])
  })

  it('of several stories is an array, of one the collection, of none an empty array', async () => {
    const ids = (json: string) => [JSON.parse(json)].flat().map(one => one.id)
    expect(ids(await fileOf(webAnnotation, golden.slice(0, 3)))).toHaveLength(3)
    expect(JSON.parse(await fileOf(webAnnotation, golden.slice(0, 1))).type).toBe(
      'AnnotationCollection',
    )
    expect(JSON.parse(await fileOf(webAnnotation, []))).toEqual([])
  })

  it('of nothing found has no page', async () => {
    const { quotes: _, ...rest } = golden[0]!
    const empty = { ...rest, quotes: [], entities: [], values: [], facts: [], findings: [] }
    const json = await collectionOf(empty)
    expect([json.total, json.first, valid(json)]).toEqual([0, undefined, true])
  })
})

describe('annotations are anchored', () => {
  const annotation = (start: number, end: number, exact: string, prefix = '', suffix = '') => ({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'urn:a',
    type: 'Annotation',
    target: {
      source: 'urn:s',
      selector: [
        { type: 'TextPositionSelector', start, end },
        { type: 'TextQuoteSelector', exact, prefix, suffix },
      ],
    },
  })
  it.each([
    ['where the position says', annotation(0, 2, 'go'), 'go or go', [[0, 2]]],
    [
      'by the words, where they moved',
      annotation(0, 2, 'go', 'so ', '!'),
      'I say so go! Or go?',
      [[9, 11]],
    ],
    [
      'by part of what stood beside them',
      annotation(0, 2, 'go', 'x so ', '?'),
      'no go. so go!',
      [[10, 12]],
    ],
    ['by the words alone where they are there once', annotation(7, 9, 'go'), 'to go', [[3, 5]]],
    ['nearest to the position of equals', annotation(8, 10, 'go', ' '), ' go x, y go', [[9, 11]]],
    [
      'not where they are there twice and nothing else tells',
      annotation(4, 6, 'go'),
      ' go, go',
      [],
    ],
    ['not where they are gone', annotation(0, 2, 'go'), 'stay', []],
    ['not outside the text', annotation(50, 52, 'stay it'), 'stay', []],
  ])('%s', (_, json, text, spans) => {
    const [read] = readAnnotations(json, text)
    expect(bare(read!.spans)).toEqual(spans)
    expect(read!.lost).toBe(spans.length === 0 ? 1 : 0)
  })

  it('again after words were put before them', () =>
    forAll(hostile(), 30, async put => {
      const record = golden[3]!
      const json = await collectionOf(record)
      const { text } = record.story
      const moved = readAnnotations(json, `${put}y${text}`).flatMap(({ spans }) => spans)
      const shift = put.length + 1
      const expected = spansOf(record).flatMap(([spans]) => spans!)
      const same = moved.filter(
        ({ start, end }, i) =>
          start === expected[i]!.start + shift && end === expected[i]!.end + shift,
      )
      expect(moved).toHaveLength(expected.length)
      expect(same).toHaveLength(expected.length)
    }))

  it.each([
    [null],
    ['x'],
    [{}],
    [[1]],
    [{ type: 'Annotation' }],
    [{ type: 'Annotation', target: { selector: 7 } }],
  ])('nowhere in %j, without failing', json => {
    expect(readAnnotations(json, 'text').flatMap(({ spans }) => spans)).toEqual([])
  })
})
