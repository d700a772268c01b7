import { expect, it } from 'vitest'
import { jsonl } from '../../src/out/jsonl.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord } from './hostile.js'
import { piecesOf, textOf } from './written.js'

it('of golden records has each of them, in order', async () => {
  const lines = (await textOf(jsonl, goldenRecords())).split('\n')
  expect(lines.pop()).toBe('')
  expect(lines.map(line => JSON.parse(line))).toEqual(goldenRecords())
})

it('holds hostile words in one line, however lines are parted', async () => {
  await forAll(hostileRecord, 200, async record => {
    const line = (await piecesOf(jsonl, [record])).join('')
    expect(line).toMatch(/^[^\n\r\v\f\x1c-\x1e\u0085\u2028\u2029]*\n$/)
    expect(JSON.stringify(JSON.parse(line))).toBe(JSON.stringify(record))
  })
})

it('of no record is empty', async () => {
  expect(await textOf(jsonl, [])).toBe('')
})
