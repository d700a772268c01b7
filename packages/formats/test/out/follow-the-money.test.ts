import { readFileSync } from 'node:fs'
import type { StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { followTheMoney } from '../../src/out/follow-the-money.js'
import type { FtmEntity } from '../../src/out/ftm/entity.js'
import { goldenRecords } from './golden-records.js'
import { fileOf, forAll, hostileRecord } from './stories.js'

interface Schema {
  readonly abstract: boolean
  readonly ancestors: readonly string[]
  readonly required: readonly string[]
  readonly properties: Readonly<
    Record<string, { type: string; longest: number; range?: string; deprecated?: boolean }>
  >
}

/** The schemata of FollowTheMoney itself (see schemas/README.md). */
const model = JSON.parse(readFileSync(new URL('schemas/ftm.json', import.meta.url), 'utf8')) as {
  readonly languages: readonly string[]
  readonly genders: readonly string[]
  readonly schemata: Readonly<Record<string, Schema>>
}
const ID = /^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d)?)?)?$/

/** All that is wrong with entities by FollowTheMoney's own model; ranges by the entities beside them. */
function faultsOf(entities: readonly FtmEntity[]): string[] {
  const byId = new Map(entities.map(one => [one.id, one]))
  const twice = byId.size === entities.length ? [] : ['an id is there twice']
  const faults = [...twice]
  for (const { id, schema, properties } of entities) {
    const known = model.schemata[schema]
    if (known === undefined || known.abstract) {
      faults.push(`no schema ${schema}`)
      continue
    }
    const say = (fault: string) => faults.push(`${schema} ${id}: ${fault}`)
    if (!ID.test(id) || id.length > 200) say('id')
    for (const name of known.required) if (properties[name] === undefined) say(`no ${name}`)
    for (const [name, values] of Object.entries(properties)) {
      const property = known.properties[name]
      if (property === undefined || property.deprecated) {
        say(`no property ${name}`)
        continue
      }
      if (values.length === 0 || new Set(values).size < values.length) say(`${name} empty or twice`)
      for (const value of values) {
        const wrong = faultOf(value, property, id, byId)
        if (wrong !== undefined) say(`${name} ${wrong}: ${JSON.stringify(value)}`)
      }
    }
  }
  return faults
}

function faultOf(
  value: string,
  { type, longest, range }: Schema['properties'][string],
  id: string,
  byId: ReadonlyMap<string, FtmEntity>,
): string | undefined {
  if (value === '' || value !== value.trim()) return 'blank'
  if ([...value].length > longest) return 'too long'
  if (value !== value.normalize('NFC')) return 'not composed'
  if (/[\u0000-\u0008\u000e-\u001f]|\p{Surrogate}/u.test(value)) return 'unsafe'
  if (type === 'date' && !DATE.test(value)) return 'no date'
  if (type === 'language' && !model.languages.includes(value)) return 'no language'
  if (type === 'gender' && !model.genders.includes(value)) return 'no gender'
  if (type === 'url' && !URL.canParse(value)) return 'no url'
  if (type !== 'entity') return undefined
  if (value === id) return 'itself'
  const other = byId.get(value)
  if (other === undefined) return 'not written'
  return model.schemata[other.schema]!.ancestors.includes(range!) ? undefined : 'out of range'
}

const golden = goldenRecords()
const entitiesOf = async (records: readonly StoryRecord[], options?: object) =>
  (await fileOf(followTheMoney, records, options))
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line) as FtmEntity)
const named = (id: string, type: 'person' | 'organisation', name: string) => ({
  id,
  type,
  name,
  mentions: [{ start: 0, end: 4, text: 'Text', form: 'name' as const }],
})
/** A story of four who are named and one who is not, with these facts. */
const withFacts = (...facts: object[]): StoryRecord => ({
  ...golden[0]!,
  story: { id: 's', text: 'Text', language: 'en', sha256: '0'.repeat(64) },
  quotes: [],
  entities: [
    named('e1', 'person', 'Ida Fenn'),
    named('e2', 'person', 'Jo Marsh'),
    named('e3', 'organisation', 'Beacon'),
    named('e4', 'organisation', 'Torvane'),
    { ...named('e5', 'person', 'the driver'), mentions: [] },
  ],
  values: [
    { id: 'v1', type: 'date', span: { start: 0, end: 4 }, value: '1971-05', stated: {} },
    { id: 'v2', type: 'date', span: { start: 0, end: 4 }, value: { start: '1971' }, stated: {} },
  ],
  facts: facts.map((fact, i) => ({
    id: `f${i}`,
    evidence: [{ start: 0, end: 4, text: 'Text' }],
    confidence: 0.9,
    ...fact,
  })) as never,
  findings: [],
})
const factOf = async (fact: object, options?: object) => {
  const entities = await entitiesOf([withFacts(fact)], options)
  expect(faultsOf(entities)).toEqual([])
  return entities.find(({ id }) => id === 's.fact.f0')
}

describe('FollowTheMoney', () => {
  it.each(golden.map(record => [record.story.id, record] as const))('of %s', async (_, record) => {
    const entities = await entitiesOf([record], { text: true })
    expect(faultsOf(entities)).toEqual([])
    const count = (schema: string) => entities.filter(one => one.schema === schema).length
    const claims = record.facts.filter(({ saidBy }) => saidBy !== undefined)
    expect(count('Note')).toBe(record.quotes.length + claims.length)
    expect(count('Article')).toBe(1)
    expect(entities[0]!.properties.bodyText).toEqual([record.story.text.normalize('NFC').trim()])
  })

  it('the model does find faults', async () => {
    const [article, ...rest] = await entitiesOf(golden.slice(0, 1))
    const spoilt = { ...article!, properties: { ...article!.properties, colour: ['red'] } }
    expect(faultsOf([spoilt, ...rest])).toEqual([expect.stringContaining('no property colour')])
    const note = rest.find(({ schema }) => schema === 'Note')!
    const wrong = { ...note, properties: { ...note.properties, proof: [rest[0]!.id] } }
    expect(faultsOf([article!, rest[0]!, wrong]).join()).toContain('proof out of range')
  })

  it('the text only where it is asked for', async () => {
    const [article] = await entitiesOf(golden.slice(0, 1))
    expect(article).toEqual({
      id: '01-marrec-tax-pledge',
      schema: 'Article',
      properties: {
        name: ['Marrec: ‘No new tax on work’ in tomorrow’s budget'],
        title: ['Marrec: ‘No new tax on work’ in tomorrow’s budget'],
        author: ['Thea Rundle'],
        publisher: ['The Ardesk Courier'],
        publishedAt: ['2026-03-09T05:00:00'],
        language: ['eng'],
        mimeType: ['text/plain'],
        peopleMentioned: expect.arrayContaining(['Tobin Marrec']),
        companiesMentioned: expect.any(Array),
        locationMentioned: expect.any(Array),
      },
    })
  })

  it('a quote is a Note about its speaker', async () => {
    const entities = await entitiesOf(golden.slice(0, 1))
    expect(entities.find(({ id }) => id === '01-marrec-tax-pledge.quote.q4')).toEqual({
      id: '01-marrec-tax-pledge.quote.q4',
      schema: 'Note',
      properties: {
        description: [golden[0]!.quotes[3]!.content[0]!.text],
        summary: ['direct quote by Tobin Marrec'],
        entity: ['01-marrec-tax-pledge.entity.e1'],
        namesMentioned: ['Tobin Marrec'],
        proof: ['01-marrec-tax-pledge'],
      },
    })
  })

  it.each([
    [
      { type: 'family', args: { subject: 'e1', object: 'e2', relation: 'wife' } },
      'Family',
      { person: ['s.entity.e2'], relative: ['s.entity.e1'], relationship: ['wife'] },
    ],
    [
      { type: 'married', args: { subject: 'e1', object: 'e2', time: 'v1' } },
      'Family',
      { person: ['s.entity.e1'], relative: ['s.entity.e2'], startDate: ['1971-05'] },
    ],
    [
      { type: 'role', args: { subject: 'e1', title: 'chair', organisation: 'e3' } },
      'Membership',
      { member: ['s.entity.e1'], organization: ['s.entity.e3'], role: ['chair'] },
    ],
    [
      { type: 'member-of', args: { subject: 'e3', object: 'e4' } },
      'Membership',
      { member: ['s.entity.e3'], organization: ['s.entity.e4'] },
    ],
    [
      { type: 'acquired', args: { buyer: 'e4', target: 'e3', time: 'v1' } },
      'Ownership',
      { owner: ['s.entity.e4'], asset: ['s.entity.e3'], startDate: ['1971-05'] },
    ],
    [
      { type: 'founded', args: { subject: 'e1', object: 'e3' } },
      'UnknownLink',
      { subject: ['s.entity.e1'], object: ['s.entity.e3'], role: ['founder'] },
    ],
  ])('%j is a tie', async (fact, schema, properties) => {
    expect(await factOf(fact)).toMatchObject({ schema, properties })
  })

  it.each([
    ['a speaker’s claim', { type: 'founded', args: { subject: 'e1', object: 'e3' }, saidBy: 'q1' }],
    ['not sure', { type: 'founded', args: { subject: 'e1', object: 'e3' }, confidence: 0.5 }],
    [
      'to one without a name',
      { type: 'family', args: { subject: 'e5', object: 'e1', relation: 'son' } },
    ],
    ['to plain words', { type: 'founded', args: { subject: 'e1', object: 'a shop' } }],
    ['to itself', { type: 'family', args: { subject: 'e1', object: 'e1', relation: 'son' } }],
    [
      'of kin with a firm',
      { type: 'family', args: { subject: 'e1', object: 'e3', relation: 'son' } },
    ],
    ['of another type', { type: 'attended', args: { subject: 'e1', event: 'e3' } }],
    ['without an end', { type: 'married', args: { subject: 'e1' } }],
  ])('no tie: %s', async (_, fact) => {
    expect(await factOf(fact)).toBeUndefined()
  })

  it('a tie less sure, where that is asked for', async () => {
    const fact = { type: 'founded', args: { subject: 'e1', object: 'e3' }, confidence: 0.5 }
    expect(await factOf(fact, { least: 0.5 })).toBeDefined()
  })

  it('a life', async () => {
    const record = withFacts(
      { type: 'born', args: { subject: 'e1', time: 'v1', place: 'Ardesk' } },
      { type: 'died', args: { subject: 'e1', time: 'v2' } },
      { type: 'role', args: { subject: 'e1', title: 'dressmaker' } },
      { type: 'died', args: { subject: 'e2', time: 'v1' }, saidBy: 'q9' },
    )
    const entities = await entitiesOf([record])
    const lifeOf = (id: string) => entities.find(one => one.id === id)!.properties
    expect(lifeOf('s.entity.e1')).toEqual({
      name: ['Ida Fenn'],
      weakAlias: ['Text'],
      birthDate: ['1971-05'],
      birthPlace: ['Ardesk'],
      position: ['dressmaker'],
      proof: ['s'],
    })
    expect(lifeOf('s.entity.e2')).not.toHaveProperty('deathDate')
  })

  it('a text too long for one value is in several, and none is lost', async () => {
    const text = `${'word '.repeat(20_000)}\n${'😀'.repeat(70_000)}`.trim()
    const record = withFacts()
    const long = { ...record, story: { ...record.story, text } }
    const [article] = await entitiesOf([long], { text: true })
    expect(faultsOf([article!])).toEqual([])
    expect(article!.properties.bodyText!.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  it('any text gives entities that the model takes', () =>
    forAll(hostileRecord, 200, async record => {
      expect(faultsOf(await entitiesOf([record], { text: true }))).toEqual([])
    }))
})
