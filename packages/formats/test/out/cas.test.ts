import type { StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { cas } from '../../src/out/cas.js'
import { wellFormed } from '../../src/out/well-formed.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord } from './hostile.js'
import { piecesOf, textOf } from './written.js'

interface Structure {
  readonly '%ID': number
  readonly '%TYPE': string
  readonly '%ELEMENTS'?: readonly (number | string)[]
  // biome-ignore lint/suspicious/noExplicitAny: what a feature holds, its type says
  readonly [feature: string]: any
}

/** Types of UIMA itself, and their features. */
const BUILT_IN: Readonly<Record<string, readonly string[]>> = {
  'uima.cas.TOP': [],
  'uima.cas.Sofa': ['sofaNum', 'sofaID', 'mimeType', 'sofaString'],
  'uima.tcas.Annotation': ['sofa', 'begin', 'end'],
  'uima.tcas.DocumentAnnotation': ['sofa', 'begin', 'end', 'language'],
  'uima.cas.FSArray': [],
  'uima.cas.StringArray': [],
}

/** Reads a CAS and checks what the specification and UIMA ask of one; gives its structures with references resolved. */
function readCas(json: string) {
  const document = JSON.parse(json)
  expect(Object.keys(document)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS'])
  const types = document['%TYPES']
  for (const [name, type] of Object.entries<Structure>(types)) {
    expect(type['%NAME']).toBe(name)
    expect(BUILT_IN).toHaveProperty([type['%SUPER_TYPE']])
    for (const [feature, described] of Object.entries(type)) {
      if (feature.startsWith('%')) continue
      expect(feature).toMatch(/^[a-z][A-Za-z0-9]*$/)
      expect(described['%NAME']).toBe(feature)
      const range: string = described['%RANGE'].replace(/\[\]$/, '')
      expect(range in types || range.startsWith('uima.cas.')).toBe(true)
    }
  }
  const structures: readonly Structure[] = document['%FEATURE_STRUCTURES']
  const byId = new Map(structures.map(one => [one['%ID'], one]))
  expect(byId.size).toBe(structures.length)
  let sofa: Structure | undefined
  for (const structure of structures) {
    expect(Object.keys(structure).slice(0, 2)).toEqual(['%ID', '%TYPE'])
    expect(structure['%ID']).toBeGreaterThan(0)
    const type = structure['%TYPE']
    const own = types[type]
    const features = own ? [...Object.keys(own), ...BUILT_IN[own['%SUPER_TYPE']]!] : BUILT_IN[type]!
    if (type === 'uima.cas.Sofa') sofa = structure
    for (const [key, value] of Object.entries(structure)) {
      if (key === '%ELEMENTS') {
        expect(type).toMatch(/^uima\.cas\.(FS|String)Array$/)
        if (type === 'uima.cas.FSArray') for (const id of value) expect(byId.has(id)).toBe(true)
      }
      if (key.startsWith('%')) continue
      expect(features).toContain(key.replace('@', ''))
      const range: string | undefined = own?.[key.replace('@', '')]?.['%RANGE']
      if (!key.startsWith('@')) {
        if (range)
          expect(range).toBe(typeof value === 'string' ? 'uima.cas.String' : 'uima.cas.Double')
        continue
      }
      const target = byId.get(value)
      expect(target).toBeDefined()
      // the text comes before what refers to it
      if (key === '@sofa')
        expect(structures.indexOf(target!)).toBeLessThan(structures.indexOf(structure))
      else if (range!.endsWith('[]')) {
        expect(target!['%TYPE']).toBe('uima.cas.FSArray')
        expect(target!['%ELEMENTS']).not.toEqual([])
        for (const id of target!['%ELEMENTS']!) {
          expect(byId.get(id as number)!['%TYPE']).toBe(range!.slice(0, -2))
        }
      } else expect(target!['%TYPE']).toBe(range)
    }
    if ('begin' in structure) {
      expect(structure.begin).toBeLessThanOrEqual(structure.end)
      expect(structure.end).toBeLessThanOrEqual(sofa!.sofaString.length)
    }
  }
  const view = document['%VIEWS']._InitialView
  expect(byId.get(view['%SOFA'])).toBe(sofa)
  expect(new Set(view['%MEMBERS']).size).toBe(view['%MEMBERS'].length)
  for (const id of view['%MEMBERS']) expect(byId.has(id)).toBe(true)
  return { structures, byId, text: sofa!.sofaString as string }
}

/** The record that a CAS was made of, as far as it holds it. */
function recordFrom(json: string) {
  const { structures, byId, text } = readCas(json)
  const all = (type: string) => structures.filter(one => one['%TYPE'] === `onrecord.type.${type}`)
  const elements = (id: number | undefined) =>
    id === undefined ? [] : byId.get(id)!['%ELEMENTS']!.map(one => byId.get(one as number)!)
  const at = ({ begin, end }: Structure) => ({ start: begin, end, text: text.slice(begin, end) })
  const idOf = (ref: number | undefined) => (ref === undefined ? undefined : byId.get(ref)!.id)
  const known = (fields: object) => JSON.parse(JSON.stringify(fields))
  return {
    text,
    quotes: all('Quote').map(one =>
      known({
        id: one.id,
        kind: one.kind,
        content: elements(one['@contents']).map(at),
        cue: elements(one['@cues']).map(at),
        source: elements(one['@sources']).map(at),
        speakers: elements(one['@speakers']).map(({ id }) => id),
        speakerConfidence: one.speakerConfidence,
        confidence: one.confidence,
        within: idOf(one['@within']),
        continues: idOf(one['@continues']),
      }),
    ),
    entities: all('Entity').map(one => ({
      id: one.id,
      type: one.entityType,
      name: one.name,
      mentions: elements(one['@mentions']).map(mention => ({ ...at(mention), form: mention.form })),
    })),
    values: all('Value').map(one => ({
      id: one.id,
      type: one.valueType,
      span: { start: one.begin, end: one.end },
      value: JSON.parse(one.normal),
      stated: JSON.parse(one.stated),
    })),
    facts: all('Fact').map(one =>
      known({
        id: one.id,
        type: one.factType,
        args: Object.fromEntries(
          elements(one['@arguments']).map(arg => [
            arg.role,
            arg.words ?? idOf(arg['@entity'] ?? arg['@value']),
          ]),
        ),
        evidence: elements(one['@evidence']).map(at),
        saidBy: idOf(one['@saidBy']),
        confidence: one.confidence,
      }),
    ),
    findings: all('Finding').map(({ code, severity, message, ...one }) => ({
      code,
      severity,
      message,
      spans: elements(one['@places']).map(({ begin, end }) => ({ start: begin, end })),
    })),
  }
}

/** What a CAS holds of a record: all strings well-formed, findings' spans as offsets. */
function heldOf(record: StoryRecord) {
  const clean = JSON.parse(
    JSON.stringify(record, (_, held) => (typeof held === 'string' ? wellFormed(held) : held)),
  ) as StoryRecord
  const text = clean.story.text
  const at = ({ start, end }: { start: number; end: number }) => ({
    start,
    end,
    text: text.slice(start, end),
  })
  return {
    text,
    quotes: clean.quotes.map(({ setting: _, ...quote }) => ({
      ...quote,
      content: quote.content.map(at),
      cue: quote.cue.map(at),
      source: quote.source.map(at),
      speakers: quote.speakers.filter(id => clean.entities.some(entity => entity.id === id)),
    })),
    entities: clean.entities.map(({ gender: _, ...entity }) => ({
      ...entity,
      mentions: entity.mentions.map(mention => ({ ...at(mention), form: mention.form })),
    })),
    values: clean.values.map(({ inferred: _, readings: __, ...value }) => value),
    facts: clean.facts.map(fact => ({ ...fact, evidence: fact.evidence.map(at) })),
    findings: clean.findings.map(({ spans, ...finding }) => ({
      ...finding,
      spans: spans.map(({ start, end }) => ({ start, end })),
    })),
  }
}

describe('golden records, read again', () => {
  it.each(goldenRecords().map(record => [record.story.id, record] as const))(
    '%s is the same record',
    async (_, record) => {
      expect(recordFrom(await textOf(cas, [record]))).toEqual(heldOf(record))
    },
  )
})

it('one CAS a line', async () => {
  const lines = (await textOf(cas, goldenRecords())).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map(line => readCas(line).text)).toEqual(
    goldenRecords().map(({ story }) => story.text),
  )
})

it('says what is known of the story, and what its offsets count', async () => {
  const [record] = goldenRecords()
  const story = { ...record!.story, byline: ['Ada Fenn', 'Bo Lund'] }
  const { structures, byId } = readCas(await textOf(cas, [{ ...record!, story }]))
  const held = structures.find(one => one['%TYPE'] === 'onrecord.type.Story')!
  expect(held).toMatchObject({ id: story.id, title: story.title, offsetUnit: 'utf-16' })
  expect(byId.get(held['@byline'])!['%ELEMENTS']).toEqual(['Ada Fenn', 'Bo Lund'])
})

it('holds hostile words', async () => {
  await forAll(hostileRecord, 200, async record => {
    const json = (await piecesOf(cas, [record])).join('')
    expect(json).toMatch(/^[^\n\r]*\n$/)
    expect(recordFrom(json)).toEqual(heldOf(record))
  })
})
