import { describe, expect, it } from 'vitest'
import { hide } from '../../src/operations/hide.js'
import { operations } from '../../src/operations/index.js'
import { sayTime } from '../../src/operations/said.js'
import { withdraw } from '../../src/operations/withdraw.js'
import { openSheet } from '../../src/output/sheet.js'
import { stylesOf } from '../../src/output/styles.js'

const page = (show: (sheet: ReturnType<typeof openSheet>) => void) => {
  const sheet = openSheet(80, stylesOf(false))
  show(sheet)
  return sheet.text()
}

describe('what pages say', () => {
  it('only what can be lifted is said to be', () => {
    const done = { done: true, restriction: 'r1', changes: [] }
    expect(page(sheet => hide.show(done, sheet))).toContain('onrecord lift r1')
    const gone = page(sheet =>
      withdraw.show({ ...done, left: [], copies: [], remains: null }, sheet),
    )
    expect(gone).not.toContain('onrecord lift')
    expect(gone).toContain('It cannot be undone; onrecord restrictions tells of it.')
  })

  it('a moment is told in one form', () => {
    expect(sayTime('2026-03-11T09:05:59.123Z')).toBe('2026-03-11 09:05 UTC')
  })

  it('dates are asked for by the same two names everywhere', () => {
    const dated = operations.filter(({ input }) => 'from' in input.shape)
    expect(dated.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['search', 'counts', 'export', 'person', 'audit']),
    )
    for (const { name, input } of operations)
      for (const field of Object.keys(input.shape))
        expect(['since', 'until'], `${name} --${field}`).not.toContain(field)
  })
})
