import { describe, expect, it } from 'vitest'
import type { HeardNoun } from '../../../src/models/names.js'
import { findDescriptions } from '../../../src/stages/entities/descriptions.js'
import { parseMarked } from '../../mark.js'
import { chainsOf, wordsIn } from './hear.js'

/** The descriptions of a text in which the model heard the nouns marked, as groups where nothing else is told. */
function descriptionsIn(marked: string, tell: Partial<HeardNoun> = {}) {
  const { text, spans } = parseMarked(marked)
  const words = wordsIn(text)
  const nouns = (spans.h ?? []).map(
    (span): HeardNoun => ({ ...span, type: 'group', sure: 0.9, ...tell }),
  )
  return findDescriptions(words, nouns, new Set()).map(
    ({ from, to, type }) => `${type}: ${text.slice(words[from]!.start, words[to - 1]!.bareEnd)}`,
  )
}

describe('a description', () => {
  it.each([
    // one for people is a person, several are a group
    ['They met the <h>director</h>.', ['person: the director']],
    ['They met two <h>directors</h>.', ['group: two directors']],
    ['They met the <h>couple</h>.', ['group: the couple']],
    // of nouns in a row the last; what hyphens tie is one
    ['They met the <h>culture</h> <h>secretary</h>.', ['person: the culture secretary']],
    ['They held a <h>press</h> conference there.', ['event: a press conference']],
    ['The <h>former</h> <h>treasurer</h> spent it.', ['person: The former treasurer']],
    ['They met his <h>ex</h>-wife.', ['person: his ex-wife']],
    ['They met a <h>34</h>-year-old <h>man</h>.', ['person: a 34-year-old man']],
    ['They met her <h>brother</h>-in-<h>law</h>.', ['person: her brother-in-law']],
    [
      'They know the <h>painter</h>’s <h>widow</h>.',
      ['person: the painter', 'person: the painter’s widow'],
    ],
    ['They know <h>envoys</h> of both <h>sides</h>.', ['group: envoys', 'group: both sides']],
    // whose
    ['Ann, whose <h>mother</h> left, came.', ['person: whose mother']],
    // verbs and numbers are none
    ['They know whose <h>wife</h> <h>taught</h> them.', ['person: whose wife']],
    ['They met the <h>1912</h> there.', []],
    // “Line” is a name that the model did not hear
    ['They met his <h>sister</h> <h>Line</h>.', ['person: his sister']],
  ])('%s', (marked, found) => expect(descriptionsIn(marked).sort()).toEqual([...found].sort()))

  it('is of a thing by its noun where the model is not sure', () => {
    expect(descriptionsIn('They saw the <h>exhibition</h>.', { sure: 0.3 })).toEqual([
      'event: the exhibition',
    ])
    expect(descriptionsIn('They saw the <h>scratchcard</h>.', { sure: 0.3 })).toEqual([])
    expect(descriptionsIn('At a victory <h>party</h> there.', { type: 'organisation' })).toEqual([
      'event: a victory party',
    ])
    expect(descriptionsIn('They left the <h>party</h>.', { type: 'organisation' })).toEqual([
      'organisation: the party',
    ])
  })
})

describe('descriptions beside names', () => {
  it.each([
    ['the director of Hallin Motors, Anna Lund, left.', 'Anna Lund', ['director', 'Anna Lund']],
    ['the singer and actor Anna Lund left.', 'Anna Lund', ['singer', 'Anna Lund']],
    ['Anna Lund, 46, a singer, left.', 'Anna Lund', ['Anna Lund', 'a singer']],
    ['Hallin Motors, the company, left.', 'Hallin Motors', ['Hallin Motors', 'the company']],
  ])('%s', (text, name, chain) => {
    const found = chainsOf(`There ${text}`)[name]
    expect(found?.map(words => words.replace(/^the (?=singer|director)/, ''))).toEqual(chain)
  })

  it('whose “his” is never the one described', () =>
    expect(chainsOf('Bo Dore left. There his brother, Leo, stayed.')['Bo Dore']).toContain('his'))
})
