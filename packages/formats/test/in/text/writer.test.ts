import fc from 'fast-check'
import { expect, it } from 'vitest'
import { forAll } from '../../../../engine/test/seed.js'
import { compose, createWriter } from '../../../src/in/text/writer.js'

it('shows white space as a browser does', () => {
  const writer = createWriter()
  writer.paragraph()
  writer.put('  The \n council', 0)
  writer.put(' ')
  writer.put('met', 20)
  writer.line()
  writer.put(' on  Monday ', 30)
  writer.paragraph()
  writer.line()
  writer.put('Then', 50)
  writer.paragraph()
  const { text, back } = writer.take()
  expect(text).toBe('The council met\non Monday\n\nThen')
  expect(back.map(({ start, end, at }) => [text.slice(start, end), at])).toEqual([
    ['The ', 2],
    ['council', 8],
    ['met', 20],
    ['on ', 31],
    ['Monday', 35],
    ['Then', 50],
  ])
})

it('keeps spaces that do not break', () => {
  const writer = createWriter()
  writer.put('5\u00a0 km', 0)
  expect(writer.take().text).toBe('5\u00a0 km')
})

it('goes back through two steps', () => {
  // text ← middle[3..10] and middle[12..14]; middle ← source in pieces with a gap at 5..6
  const inner = [
    { start: 0, end: 7, at: 3 },
    { start: 8, end: 10, at: 12 },
  ]
  const outer = [
    { start: 0, end: 5, at: 100 },
    { start: 6, end: 20, at: 200 },
  ]
  expect(compose(inner, outer)).toEqual([
    { start: 0, end: 2, at: 103 },
    { start: 3, end: 7, at: 200 },
    { start: 8, end: 10, at: 206 },
  ])
})

it('composes any pieces as positions do, one by one', () => {
  const pieces = (length: number) =>
    fc
      .array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 5 }), fc.nat(60)), { maxLength: 12 })
      .map(parts => {
        let start = 0
        return parts.map(([gap, size, at]) => {
          const piece = { start: start + gap, end: start + gap + size, at: at % length }
          start = piece.end
          return piece
        })
      })
  const mapOf = (back: readonly { start: number; end: number; at: number }[]) =>
    new Map(
      back.flatMap(({ start, end, at }) =>
        Array.from({ length: end - start }, (_, i) => [start + i, at + i]),
      ),
    )
  return forAll(fc.tuple(pieces(40), pieces(1000)), 500, ([inner, outer]) => {
    const middle = mapOf(outer)
    const wanted = [...mapOf(inner)].flatMap(([from, to]) =>
      middle.has(to) ? [[from, middle.get(to)]] : [],
    )
    expect([...mapOf(compose(inner, outer))]).toEqual(wanted)
  })
})
