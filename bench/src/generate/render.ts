import { createHash } from 'node:crypto'
import {
  READER_VERSION,
  type RecordEntity,
  type RecordFact,
  type RecordMention,
  type RecordQuote,
  type RecordSetting,
  type RecordValue,
  SCHEMA,
  type Span,
  type StoryInput,
  type StoryRecord,
  type TextSpan,
} from '@onrecord/engine'
import type { Draft, DraftArgument, DraftFact, DraftQuote, Paragraph } from './draft.js'

const GAP = '\n\n'
const MODELS = [{ name: 'generated', version: '1' }]

export interface Rendered {
  readonly record: StoryRecord
  /** Who each entity is in the population, by id. */
  readonly people: Readonly<Record<string, string>>
  /** Ids of quotes by slot; a slot whose paragraph was cut has none. */
  readonly quoteOf: ReadonlyMap<number, string>
  /** The facts that contradict the archive, with their ids. */
  readonly contradictions: readonly { readonly id: string; readonly fact: DraftFact }[]
}

/** The draft as a record: ids in the order of the text, offsets into the whole of it, as the engine's to-record.ts gives them. */
export function render(
  { paragraphs, entities: drafted }: Draft,
  known: Omit<StoryInput, 'text'> & { readonly id: string },
): Rendered {
  const text = paragraphs.map(p => p.text).join(GAP)
  const placed: Placed[] = []
  let base = 0
  for (const p of paragraphs) {
    placed.push({ p, base })
    base += p.text.length + GAP.length
  }
  const { keys, idOf: entity, entities } = entitiesOf(placed, drafted)
  const { idOf: value, values } = valuesOf(placed)
  const ids: Ids = { entity, value }
  const { quotes, quoteOf } = quotesOf(placed, ids)
  const { facts, contradictions } = factsOf(placed, ids)
  const people: Record<string, string> = {}
  keys.forEach((key, k) => {
    const who = drafted[key]!.who
    if (who !== undefined) people[`e${k + 1}`] = who
  })
  const sha256 = createHash('sha256').update(text, 'utf8').digest('hex')
  const { id, ...about } = known
  const record: StoryRecord = {
    schema: SCHEMA,
    story: { id, text, ...about, language: 'en', sha256 },
    reader: { version: READER_VERSION, models: MODELS },
    quotes,
    entities,
    values,
    facts,
    findings: [],
  }
  return { record, people, quoteOf, contradictions }
}

/** A paragraph and where it begins in the story. */
interface Placed {
  readonly p: Paragraph
  readonly base: number
}

/** Ids by key; a key has one once something of it stands in the text. */
interface Ids {
  readonly entity: ReadonlyMap<number, string>
  readonly value: ReadonlyMap<number, string>
}

/** Entities by their first mention. */
function entitiesOf(placed: readonly Placed[], drafted: Draft['entities']) {
  const idOf = new Map<number, string>()
  const keys: number[] = []
  const made: { mentions: RecordMention[]; gender: RecordEntity['gender'] | undefined }[] = []
  const byKey: ((typeof made)[number] | undefined)[] = []
  for (const { p, base } of placed) {
    for (const { start, end, entity, form, basis } of inOrder(p.mentions)) {
      let one = byKey[entity]
      if (one === undefined) {
        one = { mentions: [], gender: undefined }
        byKey[entity] = one
        keys.push(entity)
        made.push(one)
        idOf.set(entity, `e${keys.length}`)
      }
      one.mentions.push({
        start: base + start,
        end: base + end,
        text: p.text.slice(start, end),
        form,
      })
      const value = drafted[entity]!.gender
      if (basis !== undefined && value !== undefined) one.gender ??= { value, basis }
    }
  }
  const entities = made.map(({ mentions, gender }, k): RecordEntity => {
    const { type } = drafted[keys[k]!]!
    const entity = { id: `e${k + 1}`, type, name: nameOf(mentions), mentions }
    return gender === undefined ? entity : { ...entity, gender }
  })
  return { keys, idOf, entities }
}

function valuesOf(placed: readonly Placed[]) {
  const idOf = new Map<number, string>()
  const values: RecordValue[] = []
  for (const { p, base } of placed) {
    for (const { key, span, type, value, stated, inferred } of p.values) {
      const id = `v${values.length + 1}`
      idOf.set(key, id)
      const at = { start: base + span.start, end: base + span.end }
      const made = { id, type, value, stated, span: at }
      values.push(inferred === undefined ? made : { ...made, inferred })
    }
  }
  return { idOf, values }
}

function quotesOf(placed: readonly Placed[], ids: Ids) {
  const quotes: RecordQuote[] = []
  const quoteOf = new Map<number, string>()
  for (const one of placed) {
    for (const quote of one.p.quotes) {
      const id = `q${quotes.length + 1}`
      quoteOf.set(quote.slot, id)
      const continues = quote.continues === undefined ? undefined : quoteOf.get(quote.continues)
      const setting = settingOf(quote, ids)
      quotes.push({
        id,
        kind: quote.kind,
        content: spansOf(one, quote.content),
        cue: spansOf(one, quote.cue),
        source: spansOf(one, quote.source),
        speakers: [ids.entity.get(quote.speaker)!],
        speakerConfidence: quote.speakerConfidence,
        ...(setting === undefined ? {} : { setting }),
        confidence: quote.confidence,
        ...(continues === undefined ? {} : { continues }),
      })
    }
  }
  return { quotes, quoteOf }
}

function settingOf({ time, to }: DraftQuote, ids: Ids): RecordSetting | undefined {
  if (time === undefined && to === undefined) return undefined
  return {
    ...(time === undefined ? {} : { time: ids.value.get(time)! }),
    ...(to === undefined ? {} : { to: ids.entity.get(to)! }),
  }
}

function factsOf(placed: readonly Placed[], ids: Ids) {
  const facts: RecordFact[] = []
  const contradictions: { id: string; fact: DraftFact }[] = []
  for (const one of placed) {
    for (const fact of one.p.facts) {
      const id = `f${facts.length + 1}`
      const args: Record<string, string> = {}
      for (const name in fact.args) args[name] = argumentOf(fact.args[name]!, ids)
      const { type, confidence } = fact
      facts.push({ id, type, args, evidence: spansOf(one, [fact.evidence]), confidence })
      if (fact.contradicts !== undefined) contradictions.push({ id, fact })
    }
  }
  return { facts, contradictions }
}

const argumentOf = (argument: DraftArgument, ids: Ids): string =>
  'entity' in argument
    ? ids.entity.get(argument.entity)!
    : 'value' in argument
      ? ids.value.get(argument.value)!
      : argument.text

const spansOf = ({ p, base }: Placed, spans: readonly Span[]): readonly TextSpan[] =>
  spans.map(({ start, end }) => ({
    start: base + start,
    end: base + end,
    text: p.text.slice(start, end),
  }))

/** By position, the longer first where two start together; nearly always so already. */
function inOrder<T extends Span>(spans: readonly T[]): readonly T[] {
  for (let k = 1; k < spans.length; k++)
    if (spans[k - 1]!.start >= spans[k]!.start)
      return spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
  return spans
}

/** The fullest name given, else the first description, else whatever stands there. */
function nameOf(mentions: readonly RecordMention[]): string {
  let name = ''
  for (const { form, text } of mentions)
    if (form === 'name' && text.length > name.length) name = text
  return name || (mentions.find(({ form }) => form === 'description') ?? mentions[0]!).text
}
