import { describe, expect, it } from 'vitest'
import {
  withEventNoun,
  withoutDay,
  withoutTrade,
} from '../../../src/stages/entities/name-titles.js'
import { isToldPlace, toldType } from '../../../src/stages/entities/told-types.js'
import { wordsOf } from '../../../src/stages/entities/words.js'
import { parseMarked } from '../../mark.js'
import { wordsIn } from './hear.js'

/** The words of a marked text and those of its name: from, and up to but not including. */
function nameIn(marked: string) {
  const { text, spans } = parseMarked(marked)
  const words = wordsIn(text)
  const [from, to] = wordsOf(words, spans.n![0]!)
  return { words, from, to }
}

describe('what the words beside a name say that it is', () => {
  it.each([
    // a noun before it
    ['She set up the charity <n>Second Wind</n> after the war.', 'organisation'],
    ['They praised her novel <n>Salt</n>.', 'work'],
    ['He sang with lo-fi duo <n>Pale Ham</n> in May.', 'group'],
    ['Law firm <n>Lund Berg</n> was founded there.', 'organisation'],
    ['Her opera, The <n>Salt Tax</n>, was booed.', 'work'],
    ['His third hotel, the <n>Periscope</n>, opened.', 'place'],
    ['They saw her son <n>Jago</n> there.', 'person'],
    ['Lund’s granddaughter, <n>Allegra</n>, bought it.', 'person'],
    // an apposition, a participle, a trade behind it
    ['They saw <n>Lanternfish</n>, the musical written by Lund.', 'work'],
    ['They bought <n>Brell</n>, a young start-up.', 'organisation'],
    ['They saw <n>Lanternfish</n>, written by Lund.', 'work'],
    ['They met <n>Harrow Pikes</n> goaltender Jo Marsh.', 'organisation'],
    ['They met <n>Ana</n>’s son.', 'person'],
    ['It was owned by the film-maker <n>Ettore Galli</n>.', 'person'],
    ['The drummer <n>Stig</n>, 40, left.', 'person'],
    // of a place; an event’s last word
    ['He came to the town of <n>Selwick</n> late.', 'place'],
    ['It was at the <n>County Sports Awards</n> there.', 'event'],
    // non-examples
    ['The winner <n>Harrow</n>, and nobody else, left.', undefined],
    ['He told the judge <n>Brell</n> had lied.', undefined],
    ['They left the company <n>Ada Fenn</n> founded.', undefined],
    ['The club, <n>Ada Fenn</n> said, was sold.', undefined],
    ['They sell <n>Salt</n>, the label and a studio.', undefined],
    ['The director, <n>Ada Fenn</n>, left.', undefined],
    ['They met the <n>Norlandian</n> cyclist Jo Marsh.', undefined],
    ['They met <n>Ada Fenn</n>, the film’s director.', undefined],
  ])('%s', (marked, type) => {
    const { words, from, to } = nameIn(marked)
    expect(toldType(words, from, to)).toBe(type)
  })

  it.each([
    ['They live in Church Lane, <n>Ashpole</n>, now.', true, true],
    ['They live in Church Lane, <n>Ada Fenn</n> said.', true, false],
    ['They live in Orm, <n>Fenn</n>, 61, said.', true, false],
    ['They live in Orm, <n>Ada Fenn</n>, now.', true, false],
    ['They live outside <n>Hexby</n> now.', false, true],
    ['They trust in <n>Ada Fenn</n> now.', false, false],
    ['They live in <n>Fenn</n>’s house.', false, false],
  ])('a place: %s', (marked, afterPlace, is) => {
    const { words, from, to } = nameIn(marked)
    expect(isToldPlace(words, from, to, afterPlace)).toBe(is)
  })
})

describe('where a name begins and ends', () => {
  it.each([
    ['<n>Vet Rowena Marsh</n> left.', 1],
    ['<n>Wardens Hal</n> and Peg left.', 1],
    ['<n>Mason Greenwood Lund</n> left.', 0],
    ['<n>Potter Lund</n> left.', 0],
    ['They met <n>Vet Rowena Marsh</n>.', 0],
  ])('without its trade: %s', (marked, words) => {
    const name = nameIn(marked)
    expect(withoutTrade(name.words, name.from, name.to) - name.from).toBe(words)
  })

  it.each([
    ['It was at <n>Thursday’s Harrow Awards</n>.', 1],
    ['It was at <n>Lund’s Harrow Awards</n>.', 0],
  ])('without a day: %s', (marked, words) => {
    const name = nameIn(marked)
    expect(withoutDay(name.words, name.from, name.to) - name.from).toBe(words)
  })

  it.each([
    ['They saw the <n>Hayloft</n> Festival.', 1],
    ['She won the <n>Larkspur</n> Prize.', 1],
    ['They saw the <n>Hayloft</n> festival.', 0],
    ['They saw <n>Lund’s</n> Festival.', 0],
    ['They saw <n>Lund</n>. Festival days are long.', 0],
  ])('with the noun of its event: %s', (marked, words) => {
    const name = nameIn(marked)
    expect(withEventNoun(name.words, name.to) - name.to).toBe(words)
  })
})
