import { describe, expect, it } from 'vitest'
import { headlineQuotes } from '../../../src/stages/findings/headline-quote.js'
import { sameQuoteTwice } from '../../../src/stages/findings/two-speakers.js'
import { unsourcedQuotes } from '../../../src/stages/findings/unsourced.js'
import { type Built, build, shown } from './story.js'

const lines = (...paragraphs: string[]) => paragraphs.join('\n\n')

const SEEN = '“We will never leave this cold town again.”'
const alone = (before: string, after: string, more: Built['quotes'] = []) =>
  build(lines('Ferry sold', before, SEEN, after, 'The end came soon.'), {
    quotes: [{ content: SEEN }, ...more],
    people: [['Lund']],
  })
const PLAIN = 'Lund came to the hall.'

describe('a quote of nobody', () => {
  it('stands between paragraphs without any', () =>
    expect(shown(unsourcedQuotes, alone(PLAIN, 'Nobody laughed.'))).toEqual([
      `note: Nobody is said to have said this. [${SEEN}]`,
    ]))

  it.each<[string, ReturnType<typeof build>]>([
    [
      'a quote beside it has a speaker',
      alone('“It is over,” said Lund.', 'Nobody laughed.', [
        { content: '“It is over,”', source: 'Lund', by: 0 },
      ]),
    ],
    ['one of a block', alone('“Lund came here by night in the winter.', 'Nobody laughed.')],
    ['a colon leads to it', alone('Then Lund rose and said:', 'Nobody laughed.')],
    ['an interview', alone('Q. Will you leave, Lund?', 'Nobody laughed.')],
    [
      'a part of a sentence',
      build(
        lines('Ferry sold', PLAIN, 'They sang “the old song of the people’s pier” again.', PLAIN),
        {
          quotes: [{ content: '“the old song of the people’s pier”' }],
        },
      ),
    ],
    [
      'a short cry',
      build(lines('Ferry sold', PLAIN, '“Never again!”', PLAIN), {
        quotes: [{ content: '“Never again!”' }],
      }),
    ],
    [
      'a pull quote',
      build(lines('Ferry sold', PLAIN, SEEN, PLAIN, 'They sat down.', `${SEEN} Lund sat down.`), {
        quotes: [{ content: SEEN }, { content: `${SEEN}@2`, source: 'Lund' }],
      }),
    ],
    [
      'the headline',
      build(lines(SEEN, PLAIN, 'They sat.', PLAIN), {
        quotes: [{ content: SEEN }],
        meta: { title: SEEN },
      }),
    ],
    [
      'one that goes on',
      build(lines('Ferry sold', PLAIN, SEEN, PLAIN), {
        quotes: [{ content: SEEN, more: { continues: 0 } }],
      }),
    ],
    [
      'a name behind it',
      build(lines('Ferry sold', PLAIN, `${SEEN} - Ada Lund, 34`, PLAIN), {
        quotes: [{ content: SEEN }],
      }),
    ],
  ])('not: %s', (_, story) => expect(shown(unsourcedQuotes, story)).toEqual([]))
})

const LONG = 'We never sold this old harbour to anybody from the capital city council.'

describe('one quote of two people', () => {
  const twice = (first: string, second: string, people: string[][], by: [number, number]) =>
    build(lines(`“${LONG}” said ${first}.`, 'It rained.', `“${LONG}” said ${second}.`), {
      people,
      quotes: [
        { content: `“${LONG}”`, source: first, by: by[0] },
        { content: `“${LONG}”@2`, source: second, by: by[1] },
      ],
    })

  it('is told with both places', () =>
    expect(
      shown(sameQuoteTwice, twice('Anna Lund', 'Bo Dore', [['Anna Lund'], ['Bo Dore']], [0, 1])),
    ).toEqual([
      `warning: The same words are given to Bo Dore here and to Anna Lund there. [“${LONG}”] [“${LONG}”]`,
    ]))

  it.each<[string, ReturnType<typeof build>]>([
    ['one person', twice('Anna Lund', 'Lund', [['Anna Lund', 'Lund']], [0, 0])],
    ['likely one person', twice('Anna Lund', 'Mrs Lund', [['Anna Lund'], ['Mrs Lund']], [0, 1])],
    [
      'a short one',
      build(lines('“No comment,” said Anna Lund.', 'It rained.', '“No comment,” said Bo Dore.'), {
        people: [['Anna Lund'], ['Bo Dore']],
        quotes: [
          { content: '“No comment,”', source: 'Anna Lund', by: 0 },
          { content: '“No comment,”@2', source: 'Bo Dore', by: 1 },
        ],
      }),
    ],
  ])('not: %s', (_, story) => expect(shown(sameQuoteTwice, story)).toEqual([]))
})

describe('a quote of the headline', () => {
  const find = (headline: string, body: string, meta: Built['meta'] = { title: headline }) =>
    shown(headlineQuotes, build(lines(headline, 'By Norah Vint', body, 'It rained.'), { meta }))

  it.each<[string, string, string, string]>([
    [
      'that is worded differently',
      'Lund: ‘They will sell the sea’',
      'Lund said: “They’ll sell the tide, and the pier.”',
      "warning: The headline's ‘They will sell the sea’ is “They’ll sell the tide” in the story. [‘They will sell the sea’] [They’ll sell the tide]",
    ],
    [
      'that leaves out a not',
      'Lund: "I was asked to slow down"',
      '"I was not asked to slow down," said Lund.',
      'warning: The headline\'s "I was asked to slow down" is “I was not asked to slow down” in the story. ["I was asked to slow down"] [I was not asked to slow down]',
    ],
    [
      'that is nowhere',
      '“I laughed for a year”, says Lund',
      '“It was a comedy,” said Lund.',
      "warning: The headline's “I laughed for a year” is nowhere in the story. [“I laughed for a year”]",
    ],
    [
      'that nobody need have spoken: a note',
      'Mayor ‘refuses to sell the old harbour’',
      'She has refused to sell the pretty harbour.',
      "note: The headline's ‘refuses to sell the old harbour’ is “refused to sell the pretty harbour” in the story. [‘refuses to sell the old harbour’] [refused to sell the pretty harbour]",
    ],
    [
      'that leaves words out',
      '‘We sold the harbour cheaply’: Lund',
      '‘We sold the old stone harbour cheaply,’ said Lund.',
      "note: The headline's ‘We sold the harbour cheaply’ leaves words out of “We sold the old stone harbour cheaply” and does not show it. [‘We sold the harbour cheaply’] [We sold the old stone harbour cheaply]",
    ],
  ])('%s', (_, headline, body, found) => expect(find(headline, body)).toEqual([found]))

  it('is found without a title', () =>
    expect(
      find('“I laughed for a year”, says Lund', '“It was a comedy,” said Lund.', {}),
    ).toHaveLength(1))

  it('is found in a title that the text does not hold, with no place of its own', () =>
    expect(
      headlineQuotes(
        build('Nobody came.\n\nIt rained.', {
          meta: { title: '“I laughed for a year”, says Lund' },
        }),
      ),
    ).toMatchObject([{ code: 'headline-quote-absent', spans: [] }]))

  it.each([
    ['the same', 'Lund: ‘They will sell the sea’', '“They will sell the sea,” said Lund.'],
    [
      'without its articles',
      '‘We sold pier and harbour’',
      '‘We sold the pier and the harbour,’ said Lund.',
    ],
    ['contracted', 'Lund: ‘They will sell the sea’', '“They’ll sell the sea,” said Lund.'],
    [
      'without marks in the body',
      'Lund: ‘They will sell the sea’',
      'They will sell the sea, said Lund.',
    ],
    [
      'an ellipsis',
      '‘We sold … the harbour’',
      '‘We sold it all, and even the harbour,’ said Lund.',
    ],
    [
      'another form of a word',
      'Mayor ‘refuses to sell the harbour’',
      'She has refused to sell the harbour.',
    ],
    ['a work', 'Nobody liked “Nine Lamps for Aldous”', 'The film was liked by few.'],
    ['a few words', '‘Terror plot’ foiled', 'The police were busy.'],
    ['a title', 'Praise for “Nine Lamps”', 'The film was liked.'],
  ])('not: %s', (_, headline, body) => expect(find(headline, body)).toEqual([]))
})
