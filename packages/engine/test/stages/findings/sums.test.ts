import { describe, expect, it } from 'vitest'
import type { RecordFinding } from '../../../src/record.js'
import { headlineNumbers } from '../../../src/stages/findings/headline-number.js'
import { furtherSums } from '../../../src/stages/findings/sum-of-further.js'
import { hurtSums } from '../../../src/stages/findings/sum-of-hurt.js'
import { includedSums } from '../../../src/stages/findings/sum-of-includes.js'
import { listSums } from '../../../src/stages/findings/sum-of-list.js'
import { shareSums } from '../../../src/stages/findings/sum-of-shares.js'
import { voteSums } from '../../../src/stages/findings/sum-of-votes.js'
import type { Rule } from '../../../src/stages/findings/types.js'
import { type Built, build, number } from './story.js'

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .flatMap((word, n) =>
      n < 2
        ? []
        : [
            [word, n],
            [word.replace(/^./, c => c.toUpperCase()), n],
          ],
    ),
)

/** A story whose numbers, in digits or in words from two to twelve, are values. */
function numbered(text: string, more: Built = {}) {
  const found = new Set(text.match(/\d[\d,]*(?:\.\d+)?(?: per cent)?|\p{L}+/gu))
  const values = [...found].flatMap((words): NonNullable<Built['values']>[number][] => {
    const n = Object.hasOwn(WORDS, words)
      ? WORDS[words]!
      : Number.parseFloat(words.replaceAll(',', ''))
    if (Number.isNaN(n)) return []
    return words.endsWith('cent')
      ? [[words, { type: 'percent', value: n, stated: { number: n } }]]
      : [number(words, n)]
  })
  return build(text, { ...more, values })
}
const messages = (found: readonly RecordFinding[]) =>
  found.map(({ severity, message }) => `${severity}: ${message}`)
const sums = (rule: Rule, text: string, more: Built = {}) => messages(rule(numbered(text, more)))

describe('parts that do not come to their total', () => {
  it.each<[string, number, number, Built?]>([
    [
      'He has 17 goals: nine with his left foot, five with his right and four with his head.',
      18,
      17,
    ],
    ['They took 12 medals: seven gold, two silver and four bronze.', 13, 12],
    ['Police held 12 people, seven women and four men, on Friday.', 11, 12],
    ['Police held 12 people (seven women and four men).', 11, 12],
    ['Police held 12 people – seven women, three men and a boy – on Friday.', 11, 12],
    ['The club sold 30 shirts: 10 shirts on Friday, 12 on Saturday and 11 on Sunday.', 33, 30],
    [
      'They split 2,500 marls: 1,000 each to Anna and Bo, and 750 to Cy.',
      2750,
      2500,
      { people: [['Anna'], ['Bo'], ['Cy']] },
    ],
  ])('%s', (text, parts, total, more) =>
    expect(sums(listSums, text, more)).toEqual([
      `warning: The parts come to ${parts.toLocaleString('en')}, not ${total.toLocaleString('en')}.`,
    ]),
  )

  it('tells where the total and its parts are', () => {
    const story = numbered('Police held 12 people, seven women and four men, on Friday.')
    const [{ spans }] = listSums(story) as [RecordFinding]
    expect(spans.map(s => story.text.slice(s.start, s.end))).toEqual(['12', 'seven', 'four'])
  })

  it.each(
    [
      'He has 18 goals: nine with his left foot, five with his right and four with his head.',
      'Police held 12 people, seven women, four men and a boy, on Friday.',
      'Police held 12 people, including seven women and four men, on Friday.',
      'Police held about 12 people: seven women and four men.',
      'It left in three streams: 310,000 in cheques, 205,000 in cash and 125,000 in loans.',
      'It lasted 20 days: 12 goals and four cards.',
      'They were 12 people: seven women, three men and the driver.',
      'They were 12 people: seven women, three men and others.',
      'There were 12 rooms: seven on Friday, three on Saturday.',
      'Read pages 12: seven, nine and eleven.',
      'It made 40 marls: 10 more than in May and 12 more than in June.',
      'They came in 12 cars, seven hours and four minutes late.',
      'He scored nine times, five from the spot and two with his head.',
    ].filter(text => text !== ''),
  )('not: %s', text => expect(sums(listSums, text)).toEqual([]))
})

describe('more votes than members', () => {
  it.each([
    ['It passed by 61 votes to 58, with three abstentions in a house of 121.', 122, 121],
    ['It passed by 8 to 7, with one abstention, in a chamber of 15 members.', 16, 15],
    ['The 99-member chamber passed it by 61 to 40.', 101, 99],
  ])('%s', (text, votes, members) =>
    expect(sums(voteSums, text)).toEqual([
      `warning: The votes come to ${votes}, more than the ${members} that there are.`,
    ]),
  )

  it.each([
    'It passed by 61 votes to 58 in a house of 121.',
    'It passed by 61 votes to 58, with two abstentions in a house of 121.',
    'It passed by 61 votes to 58, with three abstentions.',
    'The line from 61 to 58 is in a house of 12.',
  ])('not: %s', text => expect(sums(voteSums, text)).toEqual([]))
})

describe('shares of a whole', () => {
  const sellers = (a: number, b: number, c: number, who = 'The sellers are') =>
    `${who} the Lunds, who hold ${a} per cent; Dore & Co, with ${b} per cent; and a trust, with ${c} per cent.`

  it.each([
    [sellers(40, 35, 30), 'warning: These shares come to 105 per cent, not 100.'],
    [sellers(40, 35, 20), 'note: These shares come to 95 per cent, not 100.'],
  ])('%s', (text, found) => expect(sums(shareSums, text)).toEqual([found]))

  it.each([
    sellers(40, 35, 25),
    sellers(20, 15, 10),
    sellers(40, 35, 20, 'The largest owners are'),
    sellers(40, 35, 20, 'In the poll came'),
    sellers(60, 30, 20, 'Unlike last year the owners are'),
  ])('not: %s', text => expect(sums(shareSums, text)).toEqual([]))
})

describe('a list of what a total includes', () => {
  const flats = (parts: string) => `The 142 flats were approved. They include ${parts}.`

  it('is a note', () =>
    expect(sums(includedSums, flats('96 flats for sale, 30 for rent and 12 for staff'))).toEqual([
      'note: These come to 138, not 142.',
    ]))

  it.each([
    flats('96 flats for sale, 30 for rent and 16 for staff'),
    flats('96 garages for sale, 30 for rent and 12 for staff'),
    flats('16 flats for sale, 30 for rent and 12 for staff'),
    flats('96 flats for sale and 30 for rent'),
  ])('not: %s', text => expect(sums(includedSums, text)).toEqual([]))
})

describe('an amount and a further one', () => {
  const pay = (total: string) => `They pay 6,500 now and a further 800 next year. ${total}`

  it('that do not come to the total of the next sentence', () =>
    expect(sums(furtherSums, pay('The total is 6,800.'))).toEqual([
      'note: These come to 7,300, not 6,800.',
    ]))

  it.each([
    'The total is 7,300.',
    'It was 6,800 then.',
    'The total is 6,800 or 6,900.',
    'It rained.',
  ])('not: %s', total => expect(sums(furtherSums, pay(total))).toEqual([]))
})

describe('people hurt', () => {
  const crash = (treated: string) => `The crash injured 14 people. ${treated}`

  it('are fewer than those treated and taken away', () =>
    expect(
      sums(hurtSums, crash('Nine people were treated there and six were taken to hospital.')),
    ).toEqual(['note: These come to 15, more than the 14 who were hurt.']))

  it.each([
    crash('Nine people were treated there and five were taken to hospital.'),
    crash('Nine people were treated there, six of whom were taken to hospital.'),
    crash('In all 15 were hurt. Nine were treated there and six were taken to hospital.'),
    'Nine people were treated there and six were taken to hospital.',
  ])('not: %s', text => expect(sums(hurtSums, text)).toEqual([]))
})

describe('a number in the headline', () => {
  const story = (headline: string, body: string) =>
    sums(headlineNumbers, `${headline}\n\n${body}\n\nIt rained.`, { meta: { title: headline } })

  it('that the body has otherwise', () =>
    expect(story('40 homes flooded', 'Some streets and 14 homes were flooded on Friday.')).toEqual([
      'warning: The headline has 40 homes, the story 14.',
    ]))

  it.each([
    [
      'Ferry with 221 passengers sinks',
      'The ferry had 212 passengers.',
      'warning: The headline has 221 passengers, the story 212.',
    ],
    [
      '40 people hurt',
      'It struck a bank, injuring 14 people.',
      'warning: The headline has 40 hurt, the story 14.',
    ],
    [
      'Ferry sinks: 40 killed',
      'In all 14 people were killed.',
      'warning: The headline has 40 dead, the story 14.',
    ],
    [
      '40 hurt in fog',
      'It struck a bank, injuring 14 people. “In all 40 people were hurt,” the police said.',
      'note: The headline has 40 hurt, the story 14.',
    ],
  ])('%s / %s', (headline, body, found) => expect(story(headline, body)).toEqual([found]))

  it.each([
    ['Bank to shut 40 branches', 'It shuts 14 branches in the north. It shuts 26 in the south.'],
    ['40 hurt in fog', 'In all 40 were hurt, and 14 killed.'],
    ['40 hurt in fog', 'It struck a bank, and 40 people were treated; the wave injured 14 there.'],
    ['40 hurt in fog', 'It struck a bank. “In all 14 people were hurt,” the police said.'],
    ['40 homes flooded', 'In all 40 homes were flooded, 14 homes of them badly.'],
    ['300 homes flooded', 'In all 312 homes were flooded.'],
    ['40 homes flooded', 'In all 14 people were hurt.'],
    ['12 homes flooded', 'There seven homes were flooded, and here five homes.'],
    ['40 homes flooded', 'On Friday another 14 homes were flooded.'],
    ['About 40 homes flooded', 'In all 14 homes were flooded.'],
    ['10 things to know', 'There are two things to know.'],
    ['Homes flooded', 'In all 14 homes were flooded.'],
  ])('not: %s / %s', (headline, body) => expect(story(headline, body)).toEqual([]))
})
