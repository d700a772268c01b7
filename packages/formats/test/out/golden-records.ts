import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type {
  RecordEntity,
  RecordFact,
  RecordFinding,
  RecordQuote,
  RecordValue,
  StoryRecord,
  TextSpan,
} from '@onrecord/engine'

const golden = new URL('../../../engine/test/golden/', import.meta.url)
const samples = new URL('../../../../samples/', import.meta.url)

interface Item {
  readonly [key: string]: never
}

/**
 * The golden records as records again: with their texts, ids for names, full spans. What a golden file leaves out is
 * filled in: facts are sure at 0.9, findings say their code, speakers are as sure as their quotes.
 */
export function goldenRecords(): StoryRecord[] {
  const index = JSON.parse(readFileSync(new URL('index.json', samples), 'utf8')) as Item[]
  return readdirSync(golden)
    .sort()
    .map(file => {
      const name = file.replace(/\.json$/, '')
      const known = index.find(sample => sample.file === `${name}.txt`)!
      const text = readFileSync(new URL(`${name}.txt`, samples), 'utf8')
      return recordOf(JSON.parse(readFileSync(new URL(file, golden), 'utf8')), name, known, text)
    })
}

function recordOf(
  from: { readonly [key: string]: readonly Item[] },
  id: string,
  known: Item,
  text: string,
): StoryRecord {
  const entities: RecordEntity[] = from.entities!.map(({ id, type, name, gender, mentions }) => ({
    id,
    type,
    name,
    mentions: (mentions as string[]).map(mention => {
      const form = /\((name|description|pronoun)\)$/.exec(mention)![1] as 'name'
      return { ...spanOf(text, mention), form }
    }),
    ...(gender && { gender: { value: gender, basis: 'pronoun' as const } }),
  }))
  const idOf = (name: string) => entities.find(entity => entity.name === name)?.id
  const quotes = from.quotes!.map(quote => {
    const { content, cue, source, speakers, confidence } = quote as unknown as Record<
      string,
      string[]
    >
    const ids = speakers!.map(idOf).filter(one => one !== undefined)
    return {
      ...(quote as object),
      content: content!.map(piece => spanOf(text, piece)),
      cue: cue!.map(piece => spanOf(text, piece)),
      source: source!.map(piece => spanOf(text, piece)),
      speakers: ids,
      ...(ids.length > 0 && { speakerConfidence: confidence }),
    } as unknown as RecordQuote
  })
  const values = from.values!.map(({ text: at, ...value }) => ({
    ...(value as object),
    span: plain(at),
    stated: {},
  })) as unknown as RecordValue[]
  const facts = from.facts!.map(({ args, evidence, ...fact }) => ({
    ...(fact as object),
    args: Object.fromEntries(
      Object.entries(args as Record<string, string>).map(([key, arg]) => [key, idOf(arg) ?? arg]),
    ),
    evidence: (evidence as string[]).map(piece => spanOf(text, piece)),
    confidence: 0.9,
  })) as unknown as RecordFact[]
  const findings = from.findings!.map(({ spans, ...finding }) => ({
    ...(finding as object),
    message: (finding as Item).code,
    spans: (spans as string[]).map(plain),
  })) as unknown as RecordFinding[]
  const { title, outlet, byline, published } = known
  const sha256 = createHash('sha256').update(text).digest('hex')
  return {
    schema: 'onrecord/1',
    story: { id, text, title, outlet, byline, published, language: 'en', sha256 },
    reader: { version: '0.1.0', models: [{ name: 'quotes', version: '2' }] },
    quotes,
    entities,
    values,
    facts,
    findings,
  }
}

/** "8-49 words": the words are the text's own. */
function spanOf(text: string, at: string): TextSpan {
  const { start, end } = plain(at)
  return { start, end, text: text.slice(start, end) }
}

function plain(at: string) {
  const [, start, end] = /^(\d+)-(\d+)/.exec(at)!
  return { start: Number(start), end: Number(end) }
}
