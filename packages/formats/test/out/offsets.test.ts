import { describe, expect, it } from 'vitest'
import { byteOffsets, codePointOffsets } from '../../src/out/offsets.js'
import { forAll, hostile } from './stories.js'

describe('offsets', () => {
  it.each([
    ['a😀b', [0, 1, 1, 2, 3], 3],
    ['', [0], 0],
    ['a\r\nb', [0, 1, 2, 3, 4], 4],
    ['a\u00a0é', [0, 1, 2, 3], 3],
    ['\ud800😀\udc00', [0, 1, 1, 2, 3], 3],
    ['e\u0301', [0, 1, 2], 2],
  ])('in %j as code points', (text, positions, length) => {
    const offsets = codePointOffsets(text)
    expect(positions.map((_, at) => offsets.from(at))).toEqual(positions)
    expect(offsets.length).toBe(length)
  })

  it.each([
    ['a😀é', [0, 1, 1, 5, 7]],
    ['a\u00a0東', [0, 1, 3, 6]],
    ['\ud800x', [0, 3, 4]],
  ])('in %j as bytes', (text, positions) => {
    expect(positions.map((_, at) => byteOffsets(text).from(at))).toEqual(positions)
  })

  it('a position within a character is at the character', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(byteOffsets('a😀é').to)).toEqual([0, 1, 1, 1, 1, 3, 3, 4])
  })

  it('outside the text is at its edge', () => {
    const { from, to } = codePointOffsets('a😀b')
    expect([from(-1), from(9), to(-1), to(9)]).toEqual([0, 3, 0, 4])
  })

  // long enough for the steps of the table, and for pairs over their edges
  it.each([0, 1, 2, 3])('agree with slicing in any text (%i units before it)', before =>
    forAll(hostile(12), 15, part => {
      const text = `${'x'.repeat(before)}${`${part}😀`.repeat(40)}`
      const points = codePointOffsets(text)
      const bytes = byteOffsets(text)
      expect(points.length).toBe([...text].length)
      expect(bytes.length).toBe(Buffer.byteLength(text, 'utf8'))
      const starts: number[][] = []
      let at = 0
      let byte = 0
      for (const character of text) {
        starts.push([at, byte])
        at += character.length
        byte += Buffer.byteLength(character, 'utf8')
      }
      expect(starts.map(([unit]) => [points.from(unit!), bytes.from(unit!)])).toEqual(
        starts.map(([, b], point) => [point, b]),
      )
      expect(starts.map(([, b], point) => [points.to(point), bytes.to(b!)])).toEqual(
        starts.map(([unit]) => [unit, unit]),
      )
    }),
  )
})
