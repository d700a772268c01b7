import { readFileSync } from 'node:fs'
import type { StoryRecord } from '@onrecord/engine'
import { Ajv2020 } from 'ajv/dist/2020.js'
import {
  applyCorrections,
  type Correction,
  type Edit,
  edit,
  makeCorrection,
} from '../../src/index.js'

/** Corrections made one after another, as an editor makes them; and the record that they give. */
export function make(machine: StoryRecord, edits: readonly Edit[]) {
  const corrections: Correction[] = []
  let record = machine
  for (const [k, told] of edits.entries()) {
    const made = makeCorrection(
      { key: `c${k + 1}`, number: k + 1 },
      edit.parse(told),
      record,
      machine,
    )
    corrections.push(JSON.parse(JSON.stringify(made.correction)))
    record = made.record
  }
  return { corrections, record }
}

/** The record after one edit, made and then done again from what is kept of it. */
export function after(machine: StoryRecord, ...edits: Edit[]): StoryRecord {
  const { corrections, record } = make(machine, edits)
  const applied = applyCorrections(machine, corrections)
  if (JSON.stringify(applied.record) !== JSON.stringify(record))
    throw new Error('What is kept of a correction gives another record than the edit')
  return record
}

const schema = readFileSync(
  new URL('../../../engine/schema/onrecord-1.schema.json', import.meta.url),
  'utf8',
)
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(JSON.parse(schema))

/** What is wrong with a record; nothing is. */
export function faults(record: StoryRecord): string[] {
  const { text } = record.story
  const found: string[] = []
  if (!validate(record)) found.push(JSON.stringify(validate.errors))
  const all = [...record.quotes, ...record.entities, ...record.values, ...record.facts]
  const ids = all.map(item => item.id)
  if (new Set(ids).size !== ids.length) found.push('an id stands twice')
  const known = new Set(ids)
  const reads = (what: string, spans: readonly { start: number; end: number; text: string }[]) => {
    for (const span of spans)
      if (span.start >= span.end || text.slice(span.start, span.end) !== span.text)
        found.push(`${what}: ${JSON.stringify(span)}`)
  }
  const refers = (what: string, id: string | undefined) => {
    if (id !== undefined && !known.has(id)) found.push(`${what} refers to ${id}`)
  }
  for (const [k, quote] of record.quotes.entries()) {
    reads(quote.id, [...quote.content, ...quote.cue, ...quote.source])
    if (quote.content.length === 0) found.push(`${quote.id} is empty`)
    for (const piece of quote.content)
      if (/\n\s*\n/.test(piece.text)) found.push(`${quote.id} runs over a paragraph`)
    for (const speaker of quote.speakers) refers(quote.id, speaker)
    if (quote.speakerConfidence !== undefined && quote.speakers.length === 0)
      found.push(`${quote.id} is sure of nobody`)
    for (const id of Object.values(quote.setting ?? {})) refers(quote.id, id)
    for (const id of [quote.within, quote.continues])
      if (id !== undefined && !record.quotes.slice(0, k).some(other => other.id === id))
        found.push(`${quote.id} points to ${id}, which is not before it`)
    if (quote.corrected && quote.confidence !== 1) found.push(`${quote.id} is corrected and unsure`)
  }
  for (const entity of record.entities) reads(entity.id, entity.mentions)
  const mentions = record.entities.flatMap(one => one.mentions.map(m => `${m.start}-${m.end}`))
  if (new Set(mentions).size !== mentions.length) found.push('a mention is of two entities')
  for (const { id, span } of record.values)
    if (span.start >= span.end || span.end > text.length) found.push(`${id} has no place`)
  for (const fact of record.facts) {
    reads(fact.id, fact.evidence)
    refers(fact.id, fact.saidBy)
    for (const word of Object.values(fact.args)) if (/^[ev]\d+$/.test(word)) refers(fact.id, word)
  }
  return found
}
