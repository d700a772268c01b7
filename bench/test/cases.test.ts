import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseCases } from '../src/markup.js'
import { ROOT } from '../src/results.js'

const folder = join(ROOT, 'bench/cases')
const files = readdirSync(folder).filter(name => name.endsWith('.txt'))

test('the regression set has its eight kinds', () => {
  expect(files.sort()).toEqual([
    'continued.txt',
    'forms.txt',
    'indirect.txt',
    'marks.txt',
    'notquotes.txt',
    'sources.txt',
    'transcripts.txt',
    'uncued.txt',
  ])
})

describe.each(files)('%s', file => {
  // Parsing checks that tags are balanced, that each attribution has content, and that names are unique.
  const cases = parseCases(readFileSync(join(folder, file), 'utf8'), file)

  test('has twenty cases', () => {
    expect(cases).toHaveLength(20)
  })

  test('says the speaker of every attribution', () => {
    const silent = cases.flatMap(({ name, quotes }) =>
      quotes
        .filter(({ speaker }) => speaker === undefined)
        .map(({ number }) => `${name} ${number}`),
    )
    expect(silent).toEqual([])
  })

  test('numbers attributions from 1', () => {
    for (const { name, quotes } of cases) {
      expect(
        quotes.map(({ number }) => number),
        name,
      ).toEqual(quotes.map((_, i) => i + 1))
    }
  })

  test('has an attribution in every case; of the not-quotes, in half', () => {
    const without = cases.filter(({ quotes }) => quotes.length === 0)
    expect(without).toHaveLength(file === 'notquotes.txt' ? 10 : 0)
  })
})
