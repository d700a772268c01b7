import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Archive, ArchiveError, addStories, openArchive } from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { noFiles } from '../../src/operations/bytes.js'
import { correct } from '../../src/operations/correct.js'
import { operations } from '../../src/operations/index.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'
import { cut, folded, inputsOf, peopleIn } from './questions.js'

/**
 * Every operation that reads, those to come too, is asked by somebody who sees one of two outlets: about every story, by
 * words, names and keys of it. No answer may hold anything of the other outlet's stories: no five words in a row, no title, no
 * key, no outlet's name; and numbers are as of an archive that never had them.
 */
/** Words in a row that show where they come from. */
const LENGTH = 5
const folder = mkdtempSync(join(tmpdir(), 'onrecord-sight-'))
const OPEN = 'The Open Door'
const CLOSED = 'Behind Closed Curtains'
const samples = sampleStories().map((one, k) => {
  const outlet = k % 2 === 0 ? OPEN : CLOSED
  return {
    arrival: { ...one.arrival, outlet },
    record: { ...one.record, story: { ...one.record.story, outlet } },
  }
})
const isOpen = (k: number) => samples[k]!.arrival.outlet === OPEN
const open = samples.filter((_, k) => isOpen(k))
let both: Archive
let alone: Archive
let keys: string[]
let people: ReadonlyMap<string, string>
let openSource: number
const who = 'test'
const now = '2026-03-20T12:00:00Z'

const contextOf = (archive: Archive, limited: boolean) => ({
  archive,
  sight: limited ? [openSource] : ('all' as const),
  who,
  may: ['read'] as const,
  now,
  read: createFakeReader().read,
  bytes: noFiles,
})

beforeAll(async () => {
  both = await openArchive(join(folder, 'both.db'), { create: true })
  alone = await openArchive(join(folder, 'alone.db'), { create: true })
  keys = (await addStories(both, samples)).map(one => one.key)
  await addStories(alone, open)
  people = await peopleIn(both)
  const source = await both.db
    .selectFrom('source')
    .select('id')
    .where('name', '=', OPEN)
    .executeTakeFirstOrThrow()
  openSource = source.id
  // something to list of the closed ones
  for (const [k, story] of keys.entries()) {
    if (isOpen(k)) continue
    const input = correct.input.parse({ story, edits: ['check'], why: 'closed curtains' })
    await correct.run({ ...contextOf(both, false), may: ['read', 'edit'] }, input)
  }
})
afterAll(async () => {
  await both.close()
  await alone.close()
  rmSync(folder, { recursive: true, force: true })
})

const toldOf = ({ arrival, record }: (typeof samples)[number]) =>
  [
    arrival.text,
    arrival.title ?? '',
    (arrival.byline ?? []).join(' '),
    arrival.path,
    ...record.entities.map(({ name }) => name),
  ].flatMap(text => cut(folded(text), LENGTH))

/** Runs of words that only the closed stories have. */
function closedRuns(): Set<string> {
  const runs = new Set(samples.filter((_, k) => !isOpen(k)).flatMap(toldOf))
  for (const run of open.flatMap(toldOf)) runs.delete(run)
  return runs
}

function strings(answer: unknown): string[] {
  if (typeof answer === 'string') return [answer]
  if (answer === null || typeof answer !== 'object') return []
  return Object.values(answer).flatMap(strings)
}

describe('somebody who sees one outlet is told nothing of another', () => {
  const reading = operations.filter(({ permission }) => permission === 'read')

  test.each(reading.map(one => [one.name, one] as const))('%s', async (_, operation) => {
    const runs = closedRuns()
    expect(runs.size).toBeGreaterThan(1000)
    const closedKeys = keys.filter((_, k) => !isOpen(k))
    for (let k = 0; k < samples.length; k++) {
      const seen = new Set<string>()
      for (const input of inputsOf(operation, samples[k]!, keys[k]!, k, people)) {
        const parsed = operation.input.safeParse(input)
        if (!parsed.success || seen.has(JSON.stringify(input))) continue
        seen.add(JSON.stringify(input))
        let told: string
        try {
          const answer = await operation.run(contextOf(both, true), parsed.data as never)
          told = strings(JSON.parse(JSON.stringify(answer))).join('\n')
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
          told = (error as ArchiveError).message
        }
        const asked = strings(input)
        const own = new Set(asked.flatMap(words => cut(folded(words), LENGTH)))
        const about = `${operation.name} ${JSON.stringify(input)}`
        expect(told, about).not.toContain(CLOSED)
        for (const key of closedKeys)
          if (!asked.some(words => words.includes(key))) expect(told, about).not.toContain(key)
        const shown = told.split('\n').flatMap(line => cut(folded(line), LENGTH))
        expect(
          shown.filter(run => runs.has(run) && !own.has(run)),
          about,
        ).toEqual([])
      }
    }
  })

  test.each(reading.filter(one => one.stream).map(one => [one.name, one] as const))(
    '%s, as a file',
    async (_, operation) => {
      const runs = closedRuns()
      const { format } = operation.input.shape as unknown as Record<
        string,
        { unwrap(): { options: readonly string[] } }
      >
      for (const form of format!.unwrap().options) {
        if (form === 'parquet') continue
        const input = operation.input.parse({ format: form }) as never
        const { bytes } = await operation.stream!(contextOf(both, true), input)
        let told = ''
        for await (const piece of bytes) told += Buffer.from(piece).toString()
        expect(told, form).not.toContain(CLOSED)
        expect(
          cut(folded(told), LENGTH).filter(run => runs.has(run)),
          form,
        ).toEqual([])
      }
    },
  )

  // who is who is told by all stories of an archive together: numbers of people are not compared
  const numbers = ['counts', 'quotes', 'search']
  test.each(
    reading.filter(({ name }) => numbers.includes(name)).map(one => [one.name, one] as const),
  )('%s counts as if there were no other', async (name, operation) => {
    let compared = 0
    for (let k = 0; k < samples.length; k++) {
      for (const input of inputsOf(operation, samples[k]!, keys[k]!, k, people)) {
        const parsed = operation.input.safeParse(input)
        if (!parsed.success || 'speaker' in input) continue
        if (JSON.stringify(input.by ?? []).includes('speaker')) continue
        const ask = (archive: Archive, limited: boolean) =>
          operation.run(contextOf(archive, limited), parsed.data as never).then(
            answer => numbersOf(answer),
            error => (error as ArchiveError).code,
          )
        expect(await ask(both, true), `${name} ${JSON.stringify(input)}`).toEqual(
          await ask(alone, false),
        )
        compared++
      }
    }
    expect(compared).toBeGreaterThan(20)
  })
})

const PEOPLE = new Set(['state', 'people', 'speakers'])

/** Every number of an answer with where it stands, but the archive's state and what is told of people. */
function numbersOf(answer: unknown, path = ''): string[] {
  if (typeof answer === 'number') return [`${path} ${answer}`]
  if (answer === null || typeof answer !== 'object') return []
  return Object.entries(answer)
    .flatMap(([name, value]) =>
      PEOPLE.has(name) ? [] : numbersOf(value, Array.isArray(answer) ? path : `${path}/${name}`),
    )
    .sort()
}
