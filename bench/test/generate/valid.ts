import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { StoryRecord } from '@onrecord/engine'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'

const path = new URL('../../../packages/engine/schema/onrecord-1.schema.json', import.meta.url)
const validate = new Ajv2020({ allErrors: true, strictTypes: false }).compile(
  JSON.parse(readFileSync(path, 'utf8')),
)

/** All that holds of every record of the engine's: schema, slices, ids in order and named only where they are, hash. */
export function expectValid(record: StoryRecord): void {
  validate(record)
  expect(validate.errors ?? []).toEqual([])
  expect(JSON.parse(JSON.stringify(record))).toEqual(record)
  const { story, quotes, entities, values, facts } = record
  const spans = [
    ...quotes.flatMap(quote => [...quote.content, ...quote.cue, ...quote.source]),
    ...entities.flatMap(entity => entity.mentions),
    ...facts.flatMap(fact => fact.evidence),
  ]
  expect(
    spans.filter(s => s.start >= s.end || story.text.slice(s.start, s.end) !== s.text),
  ).toEqual([])
  expect(story.sha256).toBe(createHash('sha256').update(story.text).digest('hex'))
  quotes.forEach((quote, k) => {
    expect(quote.id).toBe(`q${k + 1}`)
    for (const pieces of [quote.content, quote.cue, quote.source])
      pieces.slice(1).forEach((piece, n) => {
        expect(piece.start).toBeGreaterThanOrEqual(pieces[n]!.end)
      })
    for (const other of [quote.within, quote.continues])
      if (other !== undefined) expect(Number(other.slice(1))).toBeLessThan(k + 1)
    expect(quote.content.map(({ text }) => text).join('')).not.toContain('\n')
  })
  expect(increasing(quotes.map(quote => quote.content[0]!.start))).toBe(true)
  entities.forEach((entity, k) => {
    expect(entity.id).toBe(`e${k + 1}`)
    expect(entity.mentions.map(({ text }) => text)).toContain(entity.name)
    expect(increasing(entity.mentions.map(({ start }) => start))).toBe(true)
  })
  expect(ordered(entities.map(({ mentions }) => mentions[0]!.start))).toBe(true)
  expect(increasing(values.map(({ span }) => span.end))).toBe(true)
  expect(ordered(facts.map(({ evidence }) => evidence[0]!.start))).toBe(true)
  const ids = new Set([...entities, ...values].map(({ id }) => id))
  const named = [
    ...quotes.flatMap(({ speakers, setting }) => [...speakers, ...Object.values(setting ?? {})]),
    ...facts.flatMap(({ args }) => Object.values(args).filter(arg => /^[ev]\d+$/.test(arg))),
  ]
  expect(named.filter(id => !ids.has(id))).toEqual([])
  expect(values.map(({ id }) => id)).toEqual(values.map((_, k) => `v${k + 1}`))
  expect(facts.map(({ id }) => id)).toEqual(facts.map((_, k) => `f${k + 1}`))
}

const increasing = (numbers: readonly number[]) =>
  numbers.every((n, k) => k === 0 || n > numbers[k - 1]!)
const ordered = (numbers: readonly number[]) =>
  numbers.every((n, k) => k === 0 || n >= numbers[k - 1]!)
