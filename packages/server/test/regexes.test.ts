import { readFileSync, writeFileSync } from 'node:fs'
import { checkSync } from 'recheck'
import { expect, it } from 'vitest'
import { regexesIn } from '../../../scripts/regexes.js'
import { BOUNDED } from './regexes/bounded.js'

/** Literals that recheck has judged linear, one a line: those need no judging again. `npm run regexes` writes it anew. */
const LIST = new URL('regexes/safe.txt', import.meta.url)
const PACKAGES = ['engine', 'formats', 'archive', 'server']
/** Milliseconds for one. */
const PATIENCE = 20_000

const found = regexesIn(
  PACKAGES.map(name => new URL(`../../${name}/src`, import.meta.url).pathname),
)
const safe = new Set(readFileSync(LIST, 'utf8').split('\n').filter(Boolean))
const left = found.filter(({ written }) => !safe.has(written) && !(written in BOUNDED))

it('finds them', () => {
  expect(found.length).toBeGreaterThan(900)
})

it('the time of every regular expression grows as its input does, or its input is short', () => {
  const doubtful: string[] = []
  for (const { written, literal, file } of left) {
    const status = literal
      ? checkSync(literal.pattern, literal.flags, { timeout: PATIENCE }).status
      : 'put together'
    if (status === 'safe') safe.add(written)
    else doubtful.push(`${written} in ${file}: ${status}`)
  }
  if (process.env.UPDATE_REGEXES) {
    const there = new Set(found.map(({ written }) => written))
    writeFileSync(
      LIST,
      `${[...safe]
        .filter(one => there.has(one))
        .sort()
        .join('\n')}\n`,
    )
  }
  expect(
    doubtful,
    'Write it otherwise, or say in test/regexes/bounded.ts what bounds its input.',
  ).toEqual([])
})

it('nothing is excused that is gone', () => {
  const there = new Set(found.map(({ written }) => written))
  expect(Object.keys(BOUNDED).filter(one => !there.has(one))).toEqual([])
})

it('the judge knows one that is not linear', () => {
  expect(checkSync('^(a|a)*$', '').status).toBe('vulnerable')
})
