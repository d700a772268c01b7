import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type {
  RecordEntity,
  RecordFact,
  RecordFinding,
  RecordQuote,
  RecordStory,
  RecordValue,
  StoryRecord,
  TextSpan,
} from '@onrecord/engine'

const golden = new URL('../../../engine/test/golden/', import.meta.url)
const samples = new URL('../../../../samples/', import.meta.url)

/** Spans as golden files have them: "8-49 its words", "8-49". */
type At = string

interface Golden {
  readonly quotes: readonly (Omit<RecordQuote, 'content' | 'cue' | 'source'> &
    Record<'content' | 'cue' | 'source', readonly At[]>)[]
  readonly entities: readonly (Pick<RecordEntity, 'id' | 'type' | 'name'> & {
    readonly gender?: 'female' | 'male' | 'other'
    readonly mentions: readonly At[]
  })[]
  readonly values: readonly (Omit<RecordValue, 'span' | 'stated'> & { readonly text: At })[]
  readonly facts: readonly (Omit<RecordFact, 'evidence' | 'confidence'> & {
    readonly evidence: readonly At[]
  })[]
  readonly findings: readonly (Pick<RecordFinding, 'code' | 'severity'> & {
    readonly spans: readonly At[]
  })[]
}

type Sample = Pick<RecordStory, 'title' | 'outlet' | 'byline' | 'published'> & {
  readonly file: string
}

/**
 * The golden records as records again: with their texts, ids for names, full spans. What a golden file leaves out is
 * filled in: facts are sure at 0.9, findings say their code, speakers are as sure as their quotes.
 */
export function goldenRecords(): StoryRecord[] {
  const index = JSON.parse(readFileSync(new URL('index.json', samples), 'utf8')) as Sample[]
  return readdirSync(golden)
    .sort()
    .map(file => {
      const id = file.replace(/\.json$/, '')
      const { file: _, ...sample } = index.find(one => one.file === `${id}.txt`)!
      const text = readFileSync(new URL(`${id}.txt`, samples), 'utf8')
      const from = JSON.parse(readFileSync(new URL(file, golden), 'utf8')) as Golden
      return recordOf(from, id, sample, text)
    })
}

function recordOf(
  from: Golden,
  id: string,
  { title, outlet, byline, published }: Omit<Sample, 'file'>,
  text: string,
): StoryRecord {
  const entities = from.entities.map(({ gender, mentions, ...entity }) => ({
    ...entity,
    mentions: mentions.map(mention => {
      const form = /\((name|description|pronoun)\)$/.exec(mention)![1] as 'name'
      return { ...spanOf(text, mention), form }
    }),
    ...(gender && { gender: { value: gender, basis: 'pronoun' as const } }),
  }))
  const idOf = (name: string) => entities.find(entity => entity.name === name)?.id
  const all = (list: readonly At[]) => list.map(at => spanOf(text, at))
  return {
    schema: 'onrecord/1',
    story: {
      id,
      text,
      ...(title !== undefined && { title }),
      ...(outlet !== undefined && { outlet }),
      ...(byline !== undefined && { byline }),
      ...(published !== undefined && { published }),
      language: 'en',
      sha256: createHash('sha256').update(text).digest('hex'),
    },
    reader: { version: '0.1.0', models: [{ name: 'quotes', version: '2' }] },
    quotes: from.quotes.map(({ content, cue, source, speakers, ...quote }) => {
      const ids = speakers.map(idOf).filter(one => one !== undefined)
      return {
        ...quote,
        content: all(content),
        cue: all(cue),
        source: all(source),
        speakers: ids,
        ...(ids.length > 0 && { speakerConfidence: quote.confidence }),
      }
    }),
    entities,
    values: from.values.map(({ text: at, ...value }) => ({
      ...value,
      span: plain(at),
      stated: {},
    })),
    facts: from.facts.map(({ args, evidence, ...fact }) => ({
      ...fact,
      args: Object.fromEntries(Object.entries(args).map(([key, arg]) => [key, idOf(arg) ?? arg])),
      evidence: all(evidence),
      confidence: 0.9,
    })),
    findings: from.findings.map(({ spans, ...finding }) => ({
      ...finding,
      message: finding.code,
      spans: spans.map(plain),
    })),
  }
}

/** The words are the text's own. */
function spanOf(text: string, at: At): TextSpan {
  const { start, end } = plain(at)
  return { start, end, text: text.slice(start, end) }
}

function plain(at: At) {
  const [, start, end] = /^(\d+)-(\d+)/.exec(at)!
  return { start: Number(start), end: Number(end) }
}
