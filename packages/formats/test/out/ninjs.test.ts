import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { ninjs } from '../../src/out/ninjs.js'
import { goldenRecords } from './golden-records.js'
import { fileOf, forAll, hostile, hostileRecord } from './stories.js'

/** IPTC's own schema (see schemas/README.md). What it refers to elsewhere, GeoJSON, is not written here. */
const schema = JSON.parse(
  readFileSync(new URL('schemas/ninjs-schema_3.1.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ allErrors: true, strict: false })
formats.default(ajv)
ajv.addSchema({ not: {} }, 'https://geojson.org/schema/GeoJSON.json')
const valid = ajv.compile(schema)

const golden = goldenRecords()
const itemsOf = async (records: typeof golden, options?: object) =>
  (await fileOf(ninjs, records, options))
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line))

describe('ninjs', () => {
  it('every golden record is an item that IPTC’s schema accepts', async () => {
    const items = await itemsOf(golden)
    for (const item of items) expect(valid(item), ajv.errorsText(valid.errors)).toBe(true)
    expect(items.map(item => item.bodies[0].value)).toEqual(golden.map(({ story }) => story.text))
  })

  it('the schema does refuse what is not in ninjs', async () => {
    const [item] = await itemsOf(golden.slice(0, 1))
    expect(valid({ ...item, quotes: [] })).toBe(false)
    expect(valid({ ...item, people: [{ name: 'A', mentions: [] }] })).toBe(false)
    expect(valid({ ...item, contentCreated: '2026-03-09' })).toBe(false)
  })

  it('a story, its names and its sources', async () => {
    const [item] = await itemsOf(golden.slice(0, 1), { base: 'https://x.example' })
    expect(item).toMatchObject({
      uri: 'https://x.example/stories/01-marrec-tax-pledge',
      type: 'text',
      contentCreated: '2026-03-09T05:00:00Z',
      by: 'Thea Rundle',
      headlines: [{ role: 'main', value: golden[0]!.story.title }],
    })
    expect(item.people).toContainEqual({
      name: 'Tobin Marrec',
      rel: 'mentions',
      uri: 'https://x.example/stories/01-marrec-tax-pledge/entities/e1',
    })
    expect(item.infoSources.slice(0, 2)).toEqual([
      { name: 'The Ardesk Courier', role: 'publisher' },
      {
        name: 'Tobin Marrec',
        role: 'quoted',
        uri: 'https://x.example/stories/01-marrec-tax-pledge/entities/e1',
      },
    ])
    // described only, never named
    expect(JSON.stringify(item.infoSources)).not.toContain('senior official')
  })

  it.each([
    [['A', 'B'], 'A and B'],
    [['A', 'B', 'C'], 'A, B and C'],
    [[' '], undefined],
    [[], undefined],
  ])('the byline of %j', async (byline, by) => {
    const record = { ...golden[0]!, story: { ...golden[0]!.story, byline } }
    expect((await itemsOf([record]))[0].by).toBe(by)
  })

  it.each(['2026-03-09', '2026-03-09T05:00', 'Monday', '2026-02-30T05:00:00Z', ''])(
    'the date %j is no moment, and is left out',
    async published => {
      const record = { ...golden[0]!, story: { ...golden[0]!.story, published } }
      expect((await itemsOf([record]))[0].contentCreated).toBeUndefined()
    },
  )

  it('any text gives an item that is accepted, on one line', () =>
    forAll(hostileRecord, 200, async record => {
      const items = await itemsOf([record, record])
      expect(items).toHaveLength(2)
      expect(valid(items[0]), ajv.errorsText(valid.errors)).toBe(true)
      expect(items[0].bodies[0].value).toBe(Buffer.from(record.story.text).toString())
    }))

  it('any date, where it is written, is a date-time', () =>
    forAll(hostile(), 100, async published => {
      const record = { ...golden[0]!, story: { ...golden[0]!.story, published } }
      expect(valid((await itemsOf([record]))[0])).toBe(true)
    }))
})
