import { describe, expect, it } from 'vitest'
import { normalWords } from '../../src/verify/index.js'

const forms = (text: string) => normalWords(text).map(({ form }) => form)
const keys = (text: string) => normalWords(text).map(({ key }) => key)

describe('the same word in other letters', () => {
  it.each([
    ['don’t', "don't"],
    ['DON`T', "don't"],
    ['WE', 'we'],
    ['three', '3'],
    ['1,000', '1000'],
    ['1,000', 'a thousand'],
    ['£3m', '3 million pounds'],
    ['£3 million', '3,000,000 pounds'],
    ['$2.5bn', '2.5 billion dollars'],
    ['three per cent', '3%'],
    ['3 percent', '3 per cent'],
    ['50.5%', '50.50 per cent'],
    ['twenty-one', '21'],
    ['one hundred and five', '105'],
    ['two thousand three hundred and four', '2304'],
    ['two dozen', '24'],
    ['second', '2nd'],
    ['twenty-first', '21st'],
    ['U.S.', 'US'],
    ['p.m.', 'pm'],
    ['govern-\nment', 'government'],
    ['co\u00adoperate', 'cooperate'],
    ['ﬁnd', 'find'],
    ['R&D', 'R and D'],
    ['ministers’', 'ministers'],
  ])('%j is %j', (a, b) => {
    expect(forms(a)).toEqual(forms(b))
  })

  it.each([
    ['café', 'cafe'],
    ['cafe\u0301', 'café'],
    ['Åsa', 'Asa'],
  ])('%j has the key of %j', (a, b) => {
    expect(keys(a)).toEqual(keys(b))
  })
})

describe('another word', () => {
  it.each([
    ['do not', 'don’t'],
    ['colour', 'color'],
    ['3', '3rd'],
    ['3', '3%'],
    ['£3', '$3'],
    ['£3m', '£3bn'],
    ['1990s', '1990'],
    ['16.03.2026', '16.03'],
    ['its', 'it’s'],
    ['a pound', 'one pound'],
    ['café', 'cafe'],
    ['well-known', 'wellknown'],
    ['five and six', '11'],
    ['2024 twelve', '2036'],
    ['G7', '7'],
  ])('%j is not %j', (a, b) => {
    expect(forms(a)).not.toEqual(forms(b))
  })
})

it('gives each word its span, a quantity one for all of it', () => {
  const text = ' “They’ve lost £3 million,” he  said: 5\u00a0per cent. '
  expect(normalWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'They’ve',
    'lost',
    '£3 million',
    'he',
    'said',
    '5\u00a0per cent',
  ])
})

it('says which words a hyphen ties, and which a line end broke', () => {
  expect(normalWords('well-known co-\noperative')).toMatchObject([
    { form: 'well' },
    { form: 'known', linked: true },
    { form: 'cooperative', broken: true },
  ])
})

it.each(['', ' ', '…', '“”', '$', '\ud800'])('finds no word in %j', text => {
  expect(normalWords(text)).toEqual([])
})
