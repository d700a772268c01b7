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
import type { Draft, DraftArgument, DraftFact } from './draft.js'

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
  const entityIds = new Map<number, string>()
  const mentionsOf: RecordMention[][] = []
  const genders: (RecordEntity['gender'] | undefined)[] = []
  const keys: number[] = []
  const valueIds = new Map<number, string>()
  const quoteOf = new Map<number, string>()
  const quotes: RecordQuote[] = []
  const values: RecordValue[] = []
  const facts: RecordFact[] = []
  const contradictions: { id: string; fact: DraftFact }[] = []

  let base = 0
  for (const p of paragraphs) {
    const mentions = inOrder(p.mentions)
    for (const { start, end, entity, form, basis } of mentions) {
      let id = entityIds.get(entity)
      if (id === undefined) {
        keys.push(entity)
        id = `e${keys.length}`
        entityIds.set(entity, id)
        mentionsOf.push([])
        genders.push(undefined)
      }
      const k = Number(id.slice(1)) - 1
      mentionsOf[k]!.push({
        start: base + start,
        end: base + end,
        text: p.text.slice(start, end),
        form,
      })
      const value = drafted[entity]!.gender
      if (basis !== undefined && value !== undefined) genders[k] ??= { value, basis }
    }
    for (const { key, span, ...value } of p.values) {
      const id = `v${values.length + 1}`
      valueIds.set(key, id)
      values.push({ id, ...value, span: shift(span, base) })
    }
    base += p.text.length + GAP.length
  }

  const idOf = (argument: DraftArgument) =>
    'entity' in argument
      ? entityIds.get(argument.entity)!
      : 'value' in argument
        ? valueIds.get(argument.value)!
        : argument.text
  base = 0
  for (const p of paragraphs) {
    const at = (span: Span): TextSpan => ({
      start: base + span.start,
      end: base + span.end,
      text: p.text.slice(span.start, span.end),
    })
    for (const quote of p.quotes) {
      const id = `q${quotes.length + 1}`
      quoteOf.set(quote.slot, id)
      const continues = quote.continues === undefined ? undefined : quoteOf.get(quote.continues)
      const setting: RecordSetting = {
        ...(quote.time === undefined ? {} : { time: valueIds.get(quote.time)! }),
        ...(quote.to === undefined ? {} : { to: entityIds.get(quote.to)! }),
      }
      const speaker = entityIds.get(quote.speaker)
      quotes.push({
        id,
        kind: quote.kind,
        content: quote.content.map(at),
        cue: quote.cue.map(at),
        source: quote.source.map(at),
        speakers: speaker === undefined ? [] : [speaker],
        ...(speaker === undefined ? {} : { speakerConfidence: quote.speakerConfidence }),
        ...(quote.time === undefined && quote.to === undefined ? {} : { setting }),
        confidence: quote.confidence,
        ...(continues === undefined ? {} : { continues }),
      })
    }
    for (const fact of p.facts) {
      const id = `f${facts.length + 1}`
      const args = Object.fromEntries(
        Object.entries(fact.args).map(([name, argument]) => [name, idOf(argument)]),
      )
      facts.push({
        id,
        type: fact.type,
        args,
        evidence: [at(fact.evidence)],
        confidence: fact.confidence,
      })
      if (fact.contradicts !== undefined) contradictions.push({ id, fact })
    }
    base += p.text.length + GAP.length
  }

  const entities = keys.map((key, k): RecordEntity => {
    const gender = genders[k]
    return {
      id: `e${k + 1}`,
      type: drafted[key]!.type,
      name: nameOf(mentionsOf[k]!),
      mentions: mentionsOf[k]!,
      ...(gender === undefined ? {} : { gender }),
    }
  })
  const people = Object.fromEntries(
    keys.flatMap((key, k) => {
      const { who } = drafted[key]!
      return who === undefined ? [] : [[`e${k + 1}`, who] as const]
    }),
  )
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

const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/** By position, the longer first where two start together; nearly always so already. */
function inOrder<T extends Span>(spans: readonly T[]): readonly T[] {
  const sorted = spans.every((span, k) => k === 0 || spans[k - 1]!.start < span.start)
  return sorted ? spans : spans.toSorted((a, b) => a.start - b.start || b.end - a.end)
}

/** The fullest name given, else the first description, else whatever stands there. */
function nameOf(mentions: readonly RecordMention[]): string {
  let name = ''
  for (const { form, text } of mentions)
    if (form === 'name' && text.length > name.length) name = text
  return name || (mentions.find(({ form }) => form === 'description') ?? mentions[0]!).text
}
