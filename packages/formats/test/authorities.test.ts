import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AuthorityForm, type AuthorityRow, readAuthorities } from '../src/index.js'

async function rows(
  form: AuthorityForm,
  text: string | Uint8Array,
  { scheme, size = 7 }: { scheme?: string; size?: number } = {},
): Promise<AuthorityRow[]> {
  async function* bytes() {
    const all = Buffer.from(text)
    for (let k = 0; k < all.length; k += size) yield all.subarray(k, k + size)
  }
  const all: AuthorityRow[] = []
  for await (const row of readAuthorities(bytes(), { form, scheme })) all.push(row)
  return all
}

const said = (all: readonly AuthorityRow[]) =>
  all.map(row => ('entry' in row ? `${row.line} ${row.entry.name}` : `${row.line} !`))

const item = (id: string, more: object = {}) => ({
  id,
  type: 'item',
  labels: { en: { language: 'en', value: 'Ola Berg' }, sv: { language: 'sv', value: 'Ola Bergh' } },
  aliases: { en: [{ language: 'en', value: 'O. M. Berg' }] },
  descriptions: { en: { language: 'en', value: 'Verran harbour master (born 1961)' } },
  claims: {
    P31: [{ rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q5' } } } }],
    P21: [{ rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q6581072' } } } }],
    P106: [{ rank: 'normal', mainsnak: { datavalue: { value: { id: 'Q82955' } } } }],
    P569: [
      {
        rank: 'normal',
        mainsnak: { datavalue: { value: { time: '+1961-04-02T00:00:00Z', precision: 11 } } },
      },
    ],
  },
  ...more,
})

const berg = {
  scheme: 'wikidata',
  identifier: 'Q1',
  type: 'person',
  name: 'Ola Berg',
  aliases: ['O. M. Berg', 'Ola Bergh'],
  born: '1961-04-02',
  gender: 'female',
  roles: ['politician', 'Verran harbour master'],
}

describe('authority files', () => {
  it('CSV: columns by name, quotes, commas and line breaks in them', async () => {
    const all = await rows(
      'csv',
      '\ufeffID,Name,Aliases,Born,Roles\r\n7,"Berg, Ola","Ola Berg|O. Berg",1961-04,harbour master\r\n\r\n8,"A\nB",,,\r\n',
      { scheme: 'house' },
    )
    expect(said(all)).toEqual(['2 Berg, Ola', '5 A\nB'])
    expect('entry' in all[0]! && all[0].entry).toMatchObject({
      scheme: 'house',
      identifier: '7',
      aliases: ['Ola Berg', 'O. Berg'],
      born: '1961-04',
      roles: ['harbour master'],
    })
  })

  it('tells bad rows with line and reason, and goes on', async () => {
    const csv =
      'id,name,born\n1,Ola,1961\n2,,1961\n3,Ada,61\n4,Rafe,1961-02-30\n5,x,y,z,w\n6,Ines,\n'
    // a row that is no row may be told before those that it stands between
    expect(said(await rows('csv', csv, { scheme: 'x' })).sort()).toEqual([
      '2 Ola',
      '3 !',
      '4 !',
      '5 !',
      '6 !',
      '7 Ines',
    ])
    const jsonl = '{"id":1,"name":"Ola"}\nnonsense\n[1]\n"a"\n{"id":"2"}\n{"id":3,"name":"Ada"}'
    expect(said(await rows('jsonl', jsonl, { scheme: 'x' }))).toEqual([
      '1 Ola',
      '2 !',
      '3 !',
      '4 !',
      '5 !',
      '6 Ada',
    ])
    const [none] = await rows('jsonl', '{"id":1,"name":"Ola"}')
    expect(none).toMatchObject({ problem: expect.stringContaining('--scheme') })
  })

  it.each([
    ['a dump', `[\n${JSON.stringify(item('Q1'))},\n${JSON.stringify(item('Q2'))}\n]\n`],
    ['an array on one line', JSON.stringify([item('Q1'), item('Q2')])],
    ['an array over many lines', JSON.stringify([item('Q1'), item('Q2')], null, 2)],
    ['EntityData', JSON.stringify({ entities: { Q1: item('Q1'), Q2: item('Q2') } }, null, 1)],
    ['gzip', gzipSync(`${JSON.stringify(item('Q1'))}\n${JSON.stringify(item('Q2'))}`)],
  ])('Wikidata: %s', async (_, text) => {
    const all = await rows('wikidata', text, { size: 100 })
    expect(all.map(row => 'entry' in row && row.entry)).toEqual([
      berg,
      { ...berg, identifier: 'Q2' },
    ])
  })

  it('Wikidata: what is not told is not made up', async () => {
    const two = {
      claims: {
        P569: [1, 2].map(n => ({
          mainsnak: { datavalue: { value: { time: `+196${n}-00-00T00:00:00Z`, precision: 9 } } },
        })),
      },
    }
    const old = {
      claims: {
        P569: [
          {
            rank: 'deprecated',
            mainsnak: { datavalue: { value: { time: '+1961-00-00T00:00:00Z', precision: 9 } } },
          },
        ],
      },
    }
    const lines = [
      item('Q1', two),
      item('Q2', old),
      item('Q3', { labels: {} }),
      { id: 'P31' },
      null,
    ]
    const all = await rows('wikidata', lines.map(one => JSON.stringify(one)).join('\n'), {
      size: 50,
    })
    expect(all.map(row => 'entry' in row && row.entry.born)).toEqual([
      null,
      null,
      false,
      false,
      false,
    ])
  })

  it('never throws on bytes of whatever kind', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<AuthorityForm>('csv', 'jsonl', 'wikidata'),
        fc.uint8Array({ maxLength: 300 }),
        async (form, bytes) => {
          // a gzip's beginning without the rest is an error of the whole file
          fc.pre(bytes[0] !== 0x1f)
          const all = await rows(form, bytes, { scheme: 'x' })
          expect(all.every(row => 'entry' in row || row.problem.length > 0)).toBe(true)
        },
      ),
      { numRuns: 200 },
    )
  })
})
