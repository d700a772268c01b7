import { describe, expect, it } from 'vitest'
import { readCapitals } from '../../../src/stages/entities/capitals.js'
import { typeNames } from '../../../src/stages/entities/name-types.js'
import { findNames } from '../../../src/stages/entities/names.js'
import { wordsIn } from './hear.js'

function namesIn(text: string) {
  const words = wordsIn(text)
  const names = findNames(words, readCapitals(words))
  const types = typeNames(words, names)
  return names.flatMap(({ from, to, doubtful }, i) =>
    doubtful ? [] : [[text.slice(words[from]!.start, words[to - 1]!.bareEnd), types[i]] as const],
  )
}

const texts = (text: string) => namesIn(text).map(([name]) => name)

describe('a name', () => {
  it.each([
    ['They met Anna Lund there.', ['Anna Lund']],
    ['They met Jan van der Berg there.', ['Jan van der Berg']],
    ['They met van Gaal there.', ['van Gaal']],
    ['They met Omar al-Rashidi there.', ['Omar al-Rashidi']],
    ["They met Siobhan O'Rourke and Angus McTavish there.", ["Siobhan O'Rourke", 'Angus McTavish']],
    ['They met J. R. Holm there.', ['J. R. Holm']],
    ['They met Ida May there.', ['Ida May']],
    ['They met Anna K. Lund there.', ['Anna K. Lund']],
    ['They met Ole Holm Jr. there.', ['Ole Holm Jr.']],
    ['They met Ole Holm, Jr., there.', ['Ole Holm, Jr.']],
    ['They met Ole Holm III there.', ['Ole Holm III']],
    ['They met Mia Vane-Tempest there.', ['Mia Vane-Tempest']],
    ['They met Yun-seo Baek and Kim Dae-ho there.', ['Yun-seo Baek', 'Kim Dae-ho']],
    ['They met Robert “Bob” Smith there.', ['Robert “Bob” Smith']],
    ['They met Robert "Bob" Smith there.', ['Robert "Bob" Smith']],
    ['They sued Dray & Sons there.', ['Dray & Sons']],
    ['They went to the University of Hallin there.', ['University of Hallin']],
    ['They asked the Securities and Exchange Commission.', ['Securities and Exchange Commission']],
    ['They asked the Harbour Workers’ Union.', ['Harbour Workers’ Union']],
    ['They flew to New Hallin there.', ['New Hallin']],
  ])('%s', (text, expected) => expect(texts(text)).toEqual(expected))

  it.each([
    ['They met Sen. Anna Lund there.', ['Anna Lund']],
    ['They met Mrs Lund and Dr. Holm there.', ['Lund', 'Holm']],
    ['They met Prime Minister Anna Lund there.', ['Anna Lund']],
    ['They met the Prime Minister there.', []],
    ['They met Dame Anna Lund there.', ['Anna Lund']],
    [
      'The party chose Ohrland Workers Party Chairman Bo Dore.',
      ['Ohrland Workers Party', 'Bo Dore'],
    ],
    ['They asked Secretary of State Anna Lund.', ['State', 'Anna Lund']],
    ['They asked the Refugee Council Anna Lund.', ['Refugee Council', 'Anna Lund']],
    ['They asked Mr Baker there.', ['Baker']],
    ['A singer, Anna King, met Mr King there.', ['Anna King', 'King']],
  ])('without its title: %s', (text, expected) => expect(texts(text)).toEqual(expected))

  it.each([
    'We left. Nobody came. However, it rained.',
    'On Monday it rained. In March it snowed. They met on May 3.',
    'The American said no. A Croatian won.',
    'I’m sure. Don’t go. That’s it.',
    'Yesterday the minister resigned.',
    'CHAIRMAN: no.',
  ])('is none in: %s', text => expect(texts(text)).toEqual([]))

  it('at the start of a sentence is one if the story shows it elsewhere, or in a longer name', () => {
    expect(texts('Lund left. They saw Lund.')).toEqual(['Lund', 'Lund'])
    expect(texts('Anna Lund left.')).toEqual(['Anna Lund'])
    expect(texts('Rain fell. The rain was cold.')).toEqual([])
  })

  it('in a headline is one only if the story knows it', () => {
    const text = 'Lund Tells Holm Council Of Harbour Plan\n\nMayor Anna Lund met Bo Dore on Monday.'
    expect(texts(text)).toEqual(['Lund', 'Anna Lund', 'Bo Dore'])
  })

  it('ends at a possessive and at a sign', () => {
    expect(texts('It was Anna Lund’s Volvo.')).toEqual(['Anna Lund', 'Volvo'])
    expect(texts('They met Anna Lund, Bo Dore and Ida Holm.')).toEqual([
      'Anna Lund',
      'Bo Dore',
      'Ida Holm',
    ])
  })
})

describe('a name is that of', () => {
  it.each([
    ['They met Anna Lund, 46, there.', 'person'],
    ['They met Judge Lund there.', 'person'],
    ['They met Lund, the singer, there.', 'person'],
    ['They met Lund, who left.', 'person'],
    ['They saw Lund’s wife there.', 'person'],
    ['They met the singer Lund there.', 'person'],
    ['They asked Lund Holdings there.', 'organisation'],
    ['They asked Lund & Dore there.', 'organisation'],
    ['They asked the University of Hallin there.', 'organisation'],
    ['They read the Harrow Post there.', 'organisation'],
    ['They asked NATA there.', 'organisation'],
    ['They asked Beat FM there.', 'organisation'],
    ['They live in Hallin there.', 'place'],
    ['They live on Weir Street there.', 'place'],
    ['They met Republicans there.', 'group'],
    ['They bought Lund there.', 'other'],
  ])('%s', (text, type) => expect(namesIn(text).map(([, t]) => t)).toEqual([type]))

  it('a person where its other uses say so', () => {
    expect(namesIn('They met Anna Lund, 46. They bought Lund a drink.')).toEqual([
      ['Anna Lund', 'person'],
      ['Lund', 'person'],
    ])
  })

  it('a place though a firm is named after it', () => {
    expect(namesIn('They live in Hallin. They work for Hallin Motors.')).toEqual([
      ['Hallin', 'place'],
      ['Hallin Motors', 'organisation'],
    ])
  })
})
