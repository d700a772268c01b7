import { describe, expect, it } from 'vitest'
import { isToldBody } from '../../../src/stages/entities/told-bodies.js'
import { isToldWork } from '../../../src/stages/entities/told-works.js'
import { wordsOf } from '../../../src/stages/entities/words.js'
import { parseMarked } from '../../mark.js'
import { wordsIn } from './hear.js'

/** The words of a text and the range of the name marked in it. */
function named(marked: string) {
  const { text, spans } = parseMarked(marked)
  const words = wordsIn(text)
  const [from, to] = wordsOf(words, spans.n![0]!)
  return { words, from, to }
}

describe('the words beside a name say that it is a work', () => {
  it.each([
    'They came for the premiere of <n>Tall Weather</n>.',
    '<n>Tall Weather</n> hits cinemas on Friday.',
    '<n>Tall Weather</n>, which opens in cinemas on Friday, is long.',
    '<n>Salt</n> is in cinemas now.',
  ])('whatever it was heard as: %s', marked => {
    const { words, from, to } = named(marked)
    expect(isToldWork(words, from, to, true)).toBe(true)
  })

  it.each([
    '<n>Tall Weather</n> will be released on Friday.',
    '<n>Tall Weather</n> is available on Lumo.',
    '<n>Tall Weather</n> airs on Sunday.',
  ])('where it was not heard as a person: %s', marked => {
    const { words, from, to } = named(marked)
    expect(isToldWork(words, from, to, false)).toBe(true)
    expect(isToldWork(words, from, to, true)).toBe(false)
  })

  it.each([
    'They came for the premiere of <n>Ada Fenn</n>’s film.',
    '<n>Lund</n> will be released on Friday.',
    '<n>Ada Fenn</n> opened the door of the cinema.',
    '<n>Ada Fenn</n> left. It hits cinemas on Friday.',
    '<n>Ada Fenn</n> and Tall Weather',
  ])('not: %s', marked => {
    const { words, from, to } = named(marked)
    expect(isToldWork(words, from, to, false)).toBe(false)
  })
})

describe('the words beside a name of one word say that it is a body’s', () => {
  it.each([
    ['<n>Torvane</n> was founded in 1971.', true],
    ['<n>Torvane</n> was set up in 1971.', true],
    ['Lund, who founded <n>Torvane</n>, left.', true],
    ['Lund set up <n>Torvane</n>.', true],
    ['It was the takeover of <n>Torvane</n>.', true],
    ['They met <n>Torvane</n> founder Ada Fenn.', true],
    ['They met <n>Torvane</n> chief executive Ada Fenn.', true],
    ['They sold shares in <n>Torvane</n>.', true],
    ['<n>Ada Fenn</n> was founded in 1971.', false],
    ['The founder of <n>Lund</n>’s firm left.', false],
    ['They met <n>Texas</n> student Ada Fenn.', false],
    ['<n>Lund</n> was found in 1971.', false],
    ['They met <n>Lund</n>, founder.', false],
  ])('%s', (marked, is) => {
    const { words, from, to } = named(marked)
    expect(isToldBody(words, from, to)).toBe(is)
  })
})
