import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { schemaOrg } from '../../src/out/schema-org.js'
import { goldenRecords } from './golden-records.js'
import { fileOf, forAll, hostileRecord } from './stories.js'

const schema = JSON.parse(
  readFileSync(new URL('schemas/schema-org.schema.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ allErrors: true, strictRequired: false })
formats.default(ajv)
const valid = ajv.compile(schema)

const golden = goldenRecords()
const [first] = golden
const articleOf = async (record: typeof first) => JSON.parse(await fileOf(schemaOrg, [record!]))

describe('schema.org', () => {
  it.each(golden.map(record => [record.story.id, record] as const))('of %s', async (_, record) => {
    const article = await articleOf(record)
    expect(valid(article), ajv.errorsText(valid.errors)).toBe(true)
    const quotes = (article.hasPart ?? []).filter((part: { '@id': string }) =>
      /:quotes:/.test(part['@id']),
    )
    expect(quotes.map((part: { '@type': string }) => part['@type'])).toEqual(
      record.quotes.map(({ kind }) => (kind === 'direct' ? 'Quotation' : 'Claim')),
    )
  })

  it('a direct quote is a Quotation by its speaker', async () => {
    const { hasPart } = await articleOf(first)
    expect(hasPart[3]).toEqual({
      '@type': 'Quotation',
      '@id': 'urn:onrecord:stories:01-marrec-tax-pledge:quotes:q4',
      text: '“There will be no new tax on work this year, and I would not sit in this office if there were,”',
      creator: [
        {
          '@type': 'Person',
          '@id': 'urn:onrecord:stories:01-marrec-tax-pledge:entities:e1',
          name: 'Tobin Marrec',
        },
      ],
      isPartOf: { '@id': 'urn:onrecord:stories:01-marrec-tax-pledge' },
    })
  })

  it('an indirect quote is a Claim that appears in the story; a group is credited in words', async () => {
    const { hasPart } = await articleOf(first)
    expect(hasPart[2]).toEqual({
      '@type': 'Claim',
      '@id': 'urn:onrecord:stories:01-marrec-tax-pledge:quotes:q3',
      text: 'it',
      creditText: 'at least two of the people he sits beside in cabinet',
      appearance: { '@id': 'urn:onrecord:stories:01-marrec-tax-pledge' },
      isPartOf: { '@id': 'urn:onrecord:stories:01-marrec-tax-pledge' },
    })
  })

  it('a fact in a quote is a Claim by its speaker; one of the story’s own is not there', async () => {
    const record = golden.find(({ facts }) => facts.some(({ saidBy }) => saidBy !== undefined))!
    const said = record.facts.filter(({ saidBy }) => saidBy !== undefined)
    const { hasPart } = await articleOf(record)
    const claims = hasPart.filter((part: { '@id': string }) => /:facts:/.test(part['@id']))
    expect(claims).toHaveLength(said.length)
    expect(claims[0].text).toBe(said[0]!.evidence[0]!.text)
    expect(claims[0].isPartOf['@id']).toMatch(new RegExp(`:quotes:${said[0]!.saidBy}$`))
    expect(record.facts.length).toBeGreaterThan(said.length)
  })

  it('the schema refuses what a type does not have', async () => {
    const article = await articleOf(first)
    expect(valid({ ...article, spokenByCharacter: 'x' })).toBe(false)
    const [part, ...parts] = article.hasPart
    expect(valid({ ...article, hasPart: [{ ...part, reviewRating: 1 }, ...parts] })).toBe(false)
  })

  it.each([
    ['2026-03-09T05:00:00Z', '2026-03-09T05:00:00Z'],
    ['2026-03-09', '2026-03-09'],
    ['2026-03-09T05:00', '2026-03-09'],
    ['9 March', undefined],
  ])('published %j', async (published, date) => {
    const record = { ...first!, story: { ...first!.story, published } }
    expect((await articleOf(record)).datePublished).toBe(date)
  })

  it('any text is valid and can stand in a <script>', () =>
    forAll(hostileRecord, 200, async record => {
      const file = await fileOf(schemaOrg, [record])
      expect(file).not.toMatch(/[<>&\u2028\u2029]/)
      const article = JSON.parse(file)
      expect(valid(article), ajv.errorsText(valid.errors)).toBe(true)
      const texts = (list: readonly string[]) => list.map(one => Buffer.from(one).toString())
      expect(article.hasPart.slice(0, 3).map((part: { text: string }) => part.text)).toEqual(
        texts(record.quotes.map(({ content }) => content.map(({ text }) => text).join(' … '))),
      )
    }))

  it('several stories are an array', async () => {
    expect(JSON.parse(await fileOf(schemaOrg, golden.slice(0, 2)))).toHaveLength(2)
    expect(JSON.parse(await fileOf(schemaOrg, []))).toEqual([])
  })
})
