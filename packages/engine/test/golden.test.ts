import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { openQuoteModel } from '@onrecord/models/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { createReader, type Reader } from '../src/read.js'
import type { RecordEntity, StoryRecord } from '../src/record.js'
import type { TextSpan } from '../src/span.js'

/**
 * Samples whose records are checked by eye. `npm run golden` (or UPDATE_GOLDEN=1 npm test) rewrites test/golden/;
 * the change is reviewed as a diff.
 */
const GOLDEN = [
  '01-marrec-tax-pledge',
  '02-nine-lamps-premiere',
  '03-crask-trial-opens',
  '04-rovers-hallin-match',
  '06-budget-live',
  '08-eels-science',
  '09-vpa-ferry-wire',
  '14-odile-harrane-obituary',
  '15-jonty-freck-interview',
  '16-crask-chairman-evidence',
  '18-harbour-commissioners-ocr',
  '19-weekend-works',
  '22-tarrent-speech',
  '23-vox-pop-budget',
]

const update = process.env.UPDATE_GOLDEN === '1'
const folder = new URL('golden/', import.meta.url)
const fileOf = (name: string) => new URL(`${name}.json`, folder)

interface Sample {
  readonly file: string
  readonly title: string
  readonly published: string
}
const index = JSON.parse(
  readFileSync(new URL('../../../samples/index.json', import.meta.url), 'utf8'),
) as readonly Sample[]

let reader: Reader
beforeAll(async () => {
  reader = createReader(await openQuoteModel())
  if (update) mkdirSync(folder, { recursive: true })
})

describe('the golden record of', () => {
  it.each(GOLDEN)('%s', async name => {
    const { title, published } = index.find(sample => sample.file === `${name}.txt`)!
    const text = readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8')
    const record = await reader.read({ id: name, text, title, published })
    const file = fileOf(name)
    if (update) writeFileSync(file, show(record))
    if (!existsSync(file)) {
      expect.fail(
        `test/golden/${name}.json is missing: run \`npm run golden\`, check what it wrote by eye, commit it`,
      )
    }
    const golden = readFileSync(file, 'utf8')
    expect(show(record, golden)).toBe(golden)
  })

  it('no other story is left in the folder', () => {
    const files = existsSync(folder) ? readdirSync(folder) : []
    expect(files.filter(file => !GOLDEN.includes(file.replace(/\.json$/, '')))).toEqual([])
  })
})

/** Another processor rounds the model's sums differently: a confidence this near the golden one passes as the same. */
const NEAR = 0.15

/**
 * A record for the eye: a line an item, speakers by name, confidence to one decimal. The story's text and what the
 * record says of the reader are left out.
 */
function show({ quotes, entities, findings }: StoryRecord, golden = '{"quotes":[]}'): string {
  const known = JSON.parse(golden) as { quotes: { confidence: number }[] }
  const at = ({ start, end, text }: TextSpan) => `${start}-${end} ${text}`
  const name = (id: string) => entities.find(entity => entity.id === id)?.name ?? id
  const confidence = (p: number, was: number | undefined) =>
    was !== undefined && Math.abs(p - was) <= NEAR ? was : Math.round(p * 10) / 10
  const list = (key: string, items: readonly object[]) => {
    const lines = items.map(item => `    ${JSON.stringify(item)}`).join(',\n')
    return `  ${JSON.stringify(key)}: [${lines === '' ? '' : `\n${lines}\n  `}]`
  }
  const parts = [
    list(
      'quotes',
      quotes.map(
        ({ id, kind, content, cue, source, speakers, within, continues, ...quote }, k) => ({
          id,
          kind,
          content: content.map(at),
          cue: cue.map(at),
          source: source.map(at),
          speakers: speakers.map(name),
          confidence: confidence(quote.confidence, known.quotes[k]?.confidence),
          within,
          continues,
        }),
      ),
    ),
    list(
      'entities',
      entities.map(({ id, type, name: called, gender, mentions }: RecordEntity) => ({
        id,
        type,
        name: called,
        gender: gender?.value,
        mentions: mentions.map(mention => `${at(mention)} (${mention.form})`),
      })),
    ),
    list(
      'findings',
      findings.map(({ code, severity, spans }) => ({
        code,
        severity,
        spans: spans.map(({ start, end }) => `${start}-${end}`),
      })),
    ),
  ]
  return `{\n${parts.join(',\n')}\n}\n`
}
