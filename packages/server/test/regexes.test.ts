import { readFileSync, writeFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'
import { regexesIn } from '../../../scripts/regexes.js'
import { BOUNDED } from './regexes/bounded.js'

/** Literals that recheck has judged linear, one a line; written anew by `npm run regexes`. */
const LIST = new URL('regexes/safe.txt', import.meta.url)
const PACKAGES = ['engine', 'formats', 'archive', 'server']

const found = regexesIn(
  PACKAGES.map(name => new URL(`../../${name}/src`, import.meta.url).pathname),
)
const safe = new Set(readFileSync(LIST, 'utf8').split('\n').filter(Boolean))
const left = found.filter(({ written }) => !safe.has(written) && !(written in BOUNDED))

it('finds them', () => {
  expect(found.length).toBeGreaterThan(900)
})

it('every regular expression was judged: its time grows as its input does, or its input is short', () => {
  const doubtful: string[] = []
  if (process.env.UPDATE_REGEXES) {
    for (const { written, literal } of left) {
      if (!literal) {
        doubtful.push(`${written}: built`)
        continue
      }
      const { status } = checkSync(literal.pattern, literal.flags, { timeout: 20_000 })
      if (status === 'safe') safe.add(written)
      else doubtful.push(`${written}: ${status}`)
    }
    const there = new Set(found.map(({ written }) => written))
    writeFileSync(
      LIST,
      `${[...safe]
        .filter(one => there.has(one))
        .sort()
        .join('\n')}\n`,
    )
  } else doubtful.push(...left.map(({ written, file }) => `${written} in ${file}`))
  expect(
    doubtful,
    'Run npm run regexes. What it does not find linear: write it otherwise, or say in test/regexes/bounded.ts what bounds its input.',
  ).toEqual([])
})

it('no judgement is left of one that is gone', () => {
  const there = new Set(found.map(({ written }) => written))
  const judged = [...Object.keys(BOUNDED), ...(process.env.UPDATE_REGEXES ? [] : safe)]
  expect(judged.filter(one => !there.has(one))).toEqual([])
})

it('the judge knows one that is not linear', () => {
  expect(checkSync('^(a|a)*$', '').status).toBe('vulnerable')
})
