import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { openQuoteModel } from '@onrecord/models/node'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Attribution } from '../src/models/attributions.js'
import { type Heard, hear } from '../src/models/hear.js'
import type { HeardName } from '../src/models/names.js'
import type { QuoteModel } from '../src/models/runtime.js'
import { findBlocks } from '../src/models/view.js'
import { wordPiece } from '../src/models/wordpiece.js'
import type { RecordEntity, StoryRecord } from '../src/record.js'
import type { TextSpan } from '../src/span.js'
import { recordStages, textStages } from '../src/stages/index.js'
import { toRecord } from '../src/to-record.js'

/**
 * Samples whose records are checked by eye. `npm run golden` (or UPDATE_GOLDEN=1 npm test) rewrites test/golden/;
 * the change is reviewed as a diff.
 *
 * A golden file holds what the model heard beside the record made from it. From what was heard, the record must be
 * the same to the letter on every machine. What is heard may differ a little: int8 kernels round differently from
 * processor to processor, so the model must hear nine in ten of the same, and exactly the same where the weights were
 * last checked is not asked.
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

interface Golden {
  readonly heard: readonly Attribution[]
  readonly names: readonly HeardName[]
  readonly nouns: readonly HeardName[]
}

let model: QuoteModel
beforeAll(async () => {
  model = await openQuoteModel()
  if (update) mkdirSync(folder, { recursive: true })
})

describe('the golden record of', () => {
  it.each(GOLDEN)('%s', async name => {
    const { title, published } = index.find(sample => sample.file === `${name}.txt`)!
    const text = readFileSync(new URL(`../../../samples/${name}.txt`, import.meta.url), 'utf8')
    const pieces = wordPiece(model.vocabulary)
    const shown = textStages.run({ text, meta: { id: name, title, published } })
    const blocks = findBlocks(shown, pieces)
    const recordOf = (heard: Heard) =>
      toRecord(recordStages(model.config).run({ ...shown, blocks, ...heard }), {
        version: '',
        models: [],
        language: 'en',
        sha256: '',
      })
    const heard = roundedAll(await hear(blocks, model, pieces))
    const file = fileOf(name)
    if (update) writeFileSync(file, show(heard, recordOf(heard)))
    if (!existsSync(file)) {
      expect.fail(
        `test/golden/${name}.json is missing: run \`npm run golden\`, check what it wrote by eye, commit it`,
      )
    }
    const golden = readFileSync(file, 'utf8')
    const { heard: attributions, names, nouns } = JSON.parse(golden) as Golden
    const known = { attributions, names, nouns }
    expect(show(known, recordOf(known))).toBe(golden)

    const labels = ({ attributions, names }: Heard) => [
      ...attributions.map(({ heard: _, labelled: __, ...words }) => JSON.stringify(words)),
      ...names.map(({ start, end, type }) => `${start}-${end} ${type}`),
    ]
    const now = labels(heard)
    const before = new Set(labels(known))
    const same = now.filter(one => before.has(one)).length
    expect(same).toBeGreaterThanOrEqual(0.9 * Math.max(before.size, now.length) - 1)
  })

  it('no other story is left in the folder', () => {
    const files = existsSync(folder) ? readdirSync(folder) : []
    expect(files.filter(file => !GOLDEN.includes(file.replace(/\.json$/, '')))).toEqual([])
  })
})

/** Probabilities to three decimals: enough for every threshold, and a diff that can be read. */
const rounded = (p: number) => Math.round(p * 1000) / 1000

const roundedAll = ({ attributions, names, nouns }: Heard): Heard => ({
  attributions: attributions.map(one => ({
    ...one,
    heard: rounded(one.heard),
    labelled: rounded(one.labelled),
  })),
  names: names.map(one => ({ ...one, sure: rounded(one.sure) })),
  nouns: nouns.map(one => ({ ...one, sure: rounded(one.sure) })),
})

/**
 * What was heard and its record, for the eye: a line an item, speakers by name, confidence to one decimal. The
 * story's text and what the record says of the reader are left out.
 */
function show(heard: Heard, { quotes, entities, values, facts, findings }: StoryRecord): string {
  const at = ({ start, end, text }: TextSpan) => `${start}-${end} ${text}`
  const name = (id: string) => entities.find(entity => entity.id === id)?.name ?? id
  const list = (key: string, items: readonly object[]) => {
    const lines = items.map(item => `    ${JSON.stringify(item)}`).join(',\n')
    return `  ${JSON.stringify(key)}: [${lines === '' ? '' : `\n${lines}\n  `}]`
  }
  const parts = [
    list(
      'quotes',
      quotes.map(
        ({ id, kind, content, cue, source, speakers, setting, within, continues, confidence }) => ({
          id,
          kind,
          content: content.map(at),
          cue: cue.map(at),
          source: source.map(at),
          speakers: speakers.map(name),
          setting,
          confidence: Math.round(confidence * 10) / 10,
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
      'values',
      values.map(({ id, type, span, value, inferred, readings }) => ({
        id,
        type,
        text: `${span.start}-${span.end}`,
        value,
        inferred,
        readings,
      })),
    ),
    list(
      'facts',
      facts.map(({ id, type, args, evidence, saidBy }) => ({
        id,
        type,
        args: Object.fromEntries(Object.entries(args).map(([key, arg]) => [key, name(arg)])),
        evidence: evidence.map(at),
        saidBy,
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
    list('heard', heard.attributions),
    list('names', heard.names),
    list('nouns', heard.nouns),
  ]
  return `{\n${parts.join(',\n')}\n}\n`
}
