import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Archive,
  ArchiveError,
  addStories,
  MASK,
  openArchive,
  setLicence,
} from '@onrecord/archive'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleStories } from '../../../archive/test/stories.js'
import { noFiles } from '../../src/operations/bytes.js'
import { operations } from '../../src/operations/index.js'
import { createFakeReader } from '../fixtures/fake-reader.mjs'
import { cut, folded, inputsOf, peopleIn } from './questions.js'

/**
 * Every operation that reads, those to come too, is asked about stories of a source that lets no word be shown and of
 * one that lets snippets be shown; no answer may hold more of their words, but those that were asked about.
 */
const WORDS = 6
const folder = mkdtempSync(join(tmpdir(), 'onrecord-licences-'))
const samples = sampleStories().map((one, k) => ({
  ...one,
  arrival: { ...one.arrival, outlet: k % 2 === 0 ? 'Link' : 'Snippet' },
  record: {
    ...one.record,
    story: { ...one.record.story, outlet: k % 2 === 0 ? 'Link' : 'Snippet' },
  },
}))
let archive: Archive
let keys: string[]
/** Keys of people by name. */
let people: ReadonlyMap<string, string>

beforeAll(async () => {
  archive = await openArchive(join(folder, 'archive.db'), { create: true })
  keys = (await addStories(archive, samples)).map(one => one.key)
  people = await peopleIn(archive)
  const doer = { who: 'test', at: '2026-03-20T12:00:00Z' }
  await setLicence(archive, { name: 'Link', licence: { kind: 'link', words: null } }, doer)
  await setLicence(archive, { name: 'Snippet', licence: { kind: 'snippet', words: WORDS } }, doer)
})
afterAll(async () => {
  await archive.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs of so many words that stand in stories of an outlet and are not their metadata. */
function runsOf(outlet: string, length: number): Set<string> {
  const runs = new Set<string>()
  const told = new Set<string>()
  for (const { arrival, record } of samples) {
    const { title = '', byline = [] } = arrival
    for (const run of cut(folded([title, ...byline, arrival.path].join(' ')), length)) told.add(run)
    // names are no words of a story: whoever is known by other stories may be named
    for (const { name } of record.entities)
      for (const run of cut(folded(name), length)) told.add(run)
    if (arrival.outlet === outlet)
      for (const run of cut(folded(arrival.text), length)) runs.add(run)
  }
  for (const { arrival } of samples)
    if (arrival.outlet !== outlet)
      for (const run of cut(folded(arrival.text), length)) runs.delete(run)
  for (const run of told) runs.delete(run)
  return runs
}

/** All strings of an answer but masked texts, which the archive's own tests look at. */
function strings(answer: unknown): string[] {
  if (typeof answer === 'string') return answer.includes(MASK) ? [] : [answer]
  if (answer === null || typeof answer !== 'object') return []
  return Object.values(answer).flatMap(strings)
}

describe('no more words than a licence lets', () => {
  const reading = operations.filter(operation => operation.permission === 'read')
  const asking = {
    sight: 'all',
    who: 'test',
    may: ['read'],
    now: '2026-03-20T12:00:00Z',
    bytes: noFiles,
    read: createFakeReader().read,
  } as const

  test.each(reading.map(one => [one.name, one] as const))('%s', async (_, operation) => {
    const hidden = [runsOf('Link', 3), runsOf('Snippet', WORDS + 1)]
    expect(hidden.every(runs => runs.size > 1000)).toBe(true)
    let answers = 0
    for (let k = 0; k < samples.length; k++) {
      const seen = new Set<string>()
      for (const input of inputsOf(operation, samples[k]!, keys[k]!, k, people)) {
        const parsed = operation.input.safeParse(input)
        if (!parsed.success || seen.has(JSON.stringify(input))) continue
        seen.add(JSON.stringify(input))
        let answer: unknown
        try {
          answer = await operation.run({ archive, ...asking }, parsed.data as never)
        } catch (error) {
          expect(error).toBeInstanceOf(ArchiveError)
          continue
        }
        answers += 1
        const asked = Object.values(input).flat().map(String).map(folded)
        const own = [2, WORDS].map(less => new Set(asked.flatMap(words => cut(words, less + 1))))
        for (const words of strings(JSON.parse(JSON.stringify(answer))))
          for (const [j, runs] of hidden.entries())
            for (const run of cut(folded(words), j === 0 ? 3 : WORDS + 1))
              expect(
                runs.has(run) && !own[j]!.has(run),
                `${operation.name} ${JSON.stringify(input)} shows “${run}”`,
              ).toBe(false)
      }
    }
    if (operation.examples.length > 0 || /^(story|person)$/.test(operation.name))
      expect(answers).toBeGreaterThan(0)
  })

  test('the test sees words where there are some', async () => {
    const runs = runsOf('Link', 3)
    const text = samples[0]!.arrival.text
    expect(cut(folded(text), 3).some(run => runs.has(run))).toBe(true)
  })
})
