import { describe, expect, it } from 'vitest'
import type { HeardName } from '../../../src/models/names.js'
import { findNames } from '../../../src/stages/entities/names.js'
import { parseMarked } from '../../mark.js'
import { wordsIn } from './hear.js'

/** The names of a text in which the model heard those marked, as a place where nothing else is told. */
function namesIn(marked: string, tell: Partial<HeardName>[] = []) {
  const { text, spans } = parseMarked(marked)
  const heard = (spans.n ?? []).map(
    (span, k): HeardName => ({ ...span, type: 'place', sure: 0.9, ...tell[k] }),
  )
  const words = wordsIn(text)
  return findNames(words, heard).map(
    ({ from, to, type }) => `${type}: ${text.slice(words[from]!.start, words[to - 1]!.bareEnd)}`,
  )
}

describe('a name', () => {
  it.each([
    ['They left <n>Hallin</n> early.', 'place: Hallin'],
    ['It was <n>Hallin’s</n> pier.', 'place: Hallin'],
    ['They left the <n>U.S</n>. early.', 'place: U.S.'],
    ['They met <n>Ole Holm Jr</n>. there.', 'place: Ole Holm Jr.'],
    ['It was <n>Plan B</n>. It failed.', 'place: Plan B'],
    ['They left <n>Hallin</n>.', 'place: Hallin'],
    ['They met <n>Robert</n> “Bob” <n>Smith</n>.', 'place: Robert “Bob” Smith'],
    ['They met <n>Mia Vane</n>-Tempest.', 'place: Mia Vane-Tempest'],
    ['They left <n>Hallin</n>-based firms.', 'place: Hallin'],
  ])('%s', (marked, name) => expect(namesIn(marked)).toEqual([name]))

  it.each([
    ['<n>Ada Fenn KC</n> said so.', 'person: Ada Fenn'],
    ['<n>Ada Fenn</n>, <n>KC</n>, said so.', 'person: Ada Fenn'],
    ['<n>Ada Fenn KC MP</n> said so.', 'person: Ada Fenn'],
    ['<n>Ole Holm</n> Jr said so.', 'person: Ole Holm Jr'],
    ['<n>Ole Holm</n>, <n>Jr</n>., said so.', 'person: Ole Holm, Jr.'],
    ['<n>Ada Fenn</n>, MP Jo said.', 'person: Ada Fenn'],
    ['<n>Cllr Ada Fenn</n> said.', 'person: Ada Fenn'],
    ['<n>Di Farr</n> said.', 'person: Di Farr'],
    ['<n>DI Farr</n> said.', 'person: Farr'],
  ])('of a person ends before letters, not before “Jr”: %s', (marked, name) => {
    const person = { type: 'person' } as const
    expect(namesIn(marked, [person, person])).toEqual([name])
  })

  it('in a dateline is a place’s', () => {
    const words = wordsIn('LUND — The council voted.')
    const heard: HeardName[] = [{ start: 0, end: 4, type: 'person', sure: 0.99 }]
    expect(findNames(words, heard, [{ start: 0, end: 4 }])[0]!.type).toBe('place')
    expect(findNames(words, heard)[0]!.type).toBe('person')
  })

  it('is of the type that the model is surest of over all its uses', () => {
    const tell = [
      { type: 'person', sure: 0.9 },
      { type: 'place', sure: 0.6 },
      { type: 'person', sure: 0.8 },
    ] as const
    expect(namesIn('<n>Lund</n> and <n>Lund</n> and <n>Lund</n>.', [...tell])).toEqual(
      Array(3).fill('person: Lund'),
    )
    expect(namesIn('<n>Lund</n> in <n>Hallin</n>.', [...tell])).toEqual([
      'person: Lund',
      'place: Hallin',
    ])
  })

  it('is apart from one behind words in marks that are no nickname', () =>
    expect(namesIn('<n>Lund</n> “sold it to” <n>Holm</n>.')).toHaveLength(2))

  it('overlaps no other', () => {
    const words = wordsIn('Anna Lund left.')
    const heard: HeardName[] = [
      { start: 0, end: 9, type: 'person', sure: 0.9 },
      { start: 5, end: 9, type: 'person', sure: 0.9 },
    ]
    expect(findNames(words, heard)).toHaveLength(1)
  })
})
