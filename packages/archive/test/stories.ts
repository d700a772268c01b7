import { existsSync, readFileSync } from 'node:fs'
import {
  type EntityType,
  findBlocks,
  type QuoteConfig,
  type RecordEntity,
  type RecordFact,
  recordStages,
  type StoryRecord,
  textStages,
  wordPiece,
} from '@onrecord/engine'
// what the golden records are made with
import { toRecord } from '../../engine/src/to-record.js'
import { type Arrival, type ReadArrival, sha256 } from '../src/index.js'

const root = new URL('../../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')

interface Entry extends Pick<Arrival, 'title' | 'outlet' | 'byline' | 'published'> {
  readonly file: string
}

let samples: ReadArrival[] | undefined

/** The samples with a golden file, read from what the model heard: real records without running the model. */
export function sampleStories(): readonly ReadArrival[] {
  samples ??= makeSamples()
  return samples
}

function makeSamples(): ReadArrival[] {
  const index: readonly Entry[] = JSON.parse(read('samples/index.json'))
  const config: QuoteConfig = JSON.parse(read('packages/models/quotes/config.json'))
  const pieces = wordPiece(read('packages/models/quotes/vocab.txt'))
  const stages = recordStages(config)
  return index.flatMap(({ file, title, outlet, byline, published }) => {
    const known = { title, outlet, byline, published } as Pick<
      Arrival,
      'title' | 'outlet' | 'byline' | 'published'
    >
    const golden = new URL(`packages/engine/test/golden/${file.replace(/\.txt$/, '.json')}`, root)
    if (!existsSync(golden)) return []
    const { heard: attributions, names, nouns } = JSON.parse(readFileSync(golden, 'utf8'))
    const text = read(`samples/${file}`)
    const shown = textStages.run({ text, meta: { id: file, ...known } as never })
    const story = stages.run({
      ...shown,
      blocks: findBlocks(shown, pieces),
      attributions,
      names,
      nouns,
    } as never)
    const about = { version: 'test', models: [], language: 'en', sha256: sha256(text) }
    return [
      { arrival: { ...known, text, path: `samples/${file}` }, record: toRecord(story, about) },
    ]
  })
}

/** What a made-up record says, by the words of the text: the first place of each, or the n-th as `words#n`. */
export interface Told {
  readonly quotes?: readonly {
    readonly content: string | readonly string[]
    readonly cue?: string
    readonly source?: string
    readonly speakers?: readonly string[]
    readonly kind?: 'direct' | 'indirect' | 'mixed'
    readonly confidence?: number
  }[]
  /** By name: its type (person unless told) and its other mentions. The name itself is a mention. */
  readonly entities?: Readonly<
    Record<
      string,
      {
        readonly type?: EntityType
        readonly mentions?: readonly string[]
        readonly gender?: 'female' | 'male'
      }
    >
  >
  readonly facts?: readonly {
    readonly type: RecordFact['type']
    readonly args: Readonly<Record<string, string>>
    readonly evidence: string
    /** The quote that claims it: q1, q2 … */
    readonly saidBy?: string
  }[]
  readonly ages?: readonly { readonly text: string; readonly value: number }[]
}

/** A story with a record made up for it. Names in `speakers` and `args` stand for entities, `"age TEXT"` for an age's value. */
export function story(arrival: Partial<Arrival> & { text: string }, told: Told = {}): ReadArrival {
  const { text } = arrival
  const place = (words: string) => {
    const [, wanted = '', nth = '1'] = /^([\s\S]*?)(?:#(\d+))?$/.exec(words)!
    let start = -1
    for (let k = 0; k < Number(nth); k++) start = text.indexOf(wanted, start + 1)
    if (start < 0) throw new Error(`"${words}" is not in the story`)
    return { start, end: start + wanted.length, text: wanted }
  }
  const names = Object.keys(told.entities ?? {})
  const idOf = (name: string) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Error(`"${name}" is not among the entities`)
    return `e${at + 1}`
  }
  const ages = told.ages ?? []
  const argument = (word: string) => {
    if (names.includes(word)) return idOf(word)
    const age = ages.findIndex(one => `age ${one.text}` === word)
    return age >= 0 ? `v${age + 1}` : word
  }
  const record: StoryRecord = {
    schema: 'onrecord/1',
    story: { id: 'made-up', text, language: 'en', sha256: sha256(text) },
    reader: { version: 'test', models: [] },
    quotes: (told.quotes ?? []).map((quote, k) => ({
      id: `q${k + 1}`,
      kind: quote.kind ?? 'direct',
      content: [quote.content].flat().map(words => place(words as string)),
      cue: quote.cue ? [place(quote.cue)] : [],
      source: quote.source ? [place(quote.source)] : [],
      speakers: (quote.speakers ?? []).map(idOf),
      ...(quote.speakers?.length ? { speakerConfidence: 0.9 } : {}),
      confidence: quote.confidence ?? 0.9,
    })),
    entities: names.map((name, k): RecordEntity => {
      const { type = 'person', mentions = [], gender } = told.entities![name]!
      return {
        id: `e${k + 1}`,
        type,
        name,
        mentions: [
          {
            ...place(name),
            form: /^\p{Lu}/u.test(name) ? ('name' as const) : ('description' as const),
          },
          ...mentions.map(words => ({
            ...place(words),
            form: /^\p{Lu}/u.test(words) ? ('name' as const) : ('pronoun' as const),
          })),
        ].sort((a, b) => a.start - b.start),
        ...(gender ? { gender: { value: gender, basis: 'pronoun' as const } } : {}),
      }
    }),
    values: ages.map(({ text: words, value }, k) => {
      const { start, end } = place(words)
      return { id: `v${k + 1}`, type: 'age', span: { start, end }, value, stated: {} }
    }),
    facts: (told.facts ?? []).map(({ type, args, evidence, saidBy }, k) => ({
      id: `f${k + 1}`,
      type,
      args: Object.fromEntries(Object.entries(args).map(([name, word]) => [name, argument(word)])),
      evidence: [place(evidence)],
      ...(saidBy ? { saidBy } : {}),
      confidence: 0.9,
    })),
    findings: [],
  }
  return { arrival: { path: 'made-up.txt', ...arrival }, record }
}
