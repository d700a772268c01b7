import { describe, expect, it } from 'vitest'
import { ageConflicts } from '../../../src/stages/findings/age.js'
import { ageAgainstBirth } from '../../../src/stages/findings/birth.js'
import { type Built, build, shown } from './story.js'

const age = (words: string, value: number) =>
  [words, { type: 'age', value, stated: { number: value } }] as const
const date = (words: string, value: string) => [words, { type: 'date', value, stated: {} }] as const
const of = (value: string, evidence: string, who = 0, saidBy?: number) => ({
  type: 'age' as const,
  of: who,
  value,
  evidence,
  ...(saidBy === undefined ? {} : { saidBy }),
})

describe('two ages of one person', () => {
  const two = (first: string, second: string, a: [string, number], b: [string, number]) =>
    build(`${first} It rained. ${second}`, {
      people: [['Bo Dore', 'Dore']],
      values: [age(...a), age(...b)],
      facts: [of(a[0], first), of(b[0], second)],
    })

  it.each([
    [
      'years apart',
      two('Bo Dore, 65, came.', 'Dore, 56, left.', ['65', 65], ['56', 56]),
      'warning: Bo Dore is 65 in one place and 56 in another. [56] [65]',
    ],
    [
      'as an adjective',
      two('Bo Dore (65) came.', 'The 56-year-old Dore left.', ['65', 65], ['56-year-old', 56]),
      'warning: Bo Dore is 65 in one place and 56 in another. [56-year-old] [65]',
    ],
    [
      'one year apart: a note',
      two('Bo Dore, 65, came.', 'Dore, 66, left.', ['65', 65], ['66', 66]),
      'note: Bo Dore is 65 in one place and 66 in another. [66] [65]',
    ],
    [
      'behind what he is',
      two(
        'Bo Dore, the secretary, is 65.',
        'Dore, a 56-year-old, left.',
        ['65', 65],
        ['56-year-old', 56],
      ),
      'warning: Bo Dore is 65 in one place and 56 in another. [56-year-old] [65]',
    ],
  ])('%s', (_, story, found) => expect(shown(ageConflicts, story)).toEqual([found]))

  it.each<[string, string, string[]]>([
    [
      'right behind the name, in words that others are said to have said',
      'Dore, 56, was chosen, the board said.',
      ['warning: Bo Dore is 65 in one place and 56 in another. [56] [65]'],
    ],
    ['within marks', '“Dore, 56, was chosen,” the board said.', []],
    ['as a claim', 'Dore is 56, the board said.', []],
  ])('claimed %s', (_, words, found) => {
    const story = build(`Bo Dore, 65, came. It rained. ${words}`, {
      people: [['Bo Dore', 'Dore']],
      values: [age('65', 65), age('56', 56)],
      facts: [of('65', 'Bo Dore, 65'), of('56', words, 0, 0)],
    })
    expect(shown(ageConflicts, story)).toEqual(found)
  })

  it.each([
    ['the same', two('Bo Dore, 65, came.', 'Dore, aged 65, left.', ['65', 65], ['aged 65', 65])],
    [
      'with the name only within what is said',
      two(
        'Bo Dore, 65, came.',
        '“I owe Dore,” the 56-year-old told us.',
        ['65', 65],
        ['56-year-old', 56],
      ),
    ],
    [
      'without the name beside one',
      two('Bo Dore, 65, came.', 'The 56-year-old left.', ['65', 65], ['56-year-old', 56]),
    ],
    ['when', two('Bo Dore, 65, came.', 'Dore was 19 when he left.', ['65', 65], ['19', 19])],
    [
      'at another time, behind it',
      two('Bo Dore, 65, came.', 'Dore, 19 at his arrest, fled.', ['65', 65], ['19', 19]),
    ],
    ['then', two('Bo Dore, 65, came.', 'Dore, then 19, left.', ['65', 65], ['19', 19])],
    [
      'at the time',
      two('Bo Dore, 65, came.', 'Dore, 19 at the time, left.', ['65', 65], ['19', 19]),
    ],
    [
      'at the age of',
      two('Bo Dore, 65, came.', 'Dore left at the age of 19.', ['65', 65], ['age of 19', 19]),
    ],
    [
      'a year before it',
      two('Bo Dore, 65, came.', 'In 1986 Dore, 25, left.', ['65', 65], ['25', 25]),
    ],
    [
      'a son of one name',
      two('Bo Dore, 65, came.', 'Bo Dore, his son, 36, left.', ['65', 65], ['36', 36]),
    ],
    [
      'what somebody says',
      build('Bo Dore, 65, came. “Dore, 56, is old,” she said.', {
        people: [['Bo Dore', 'Dore']],
        values: [age('65', 65), age('56', 56)],
        quotes: [{ content: '“Dore, 56, is old,”' }],
        facts: [of('65', 'Bo Dore, 65'), of('56', 'Dore, 56', 0, 0)],
      }),
    ],
    [
      'a surname that two share',
      build('Bo Dore, 65, came with Ada Dore. Dore, 56, left.', {
        people: [['Bo Dore', 'Dore'], ['Ada Dore']],
        values: [age('65', 65), age('56', 56)],
        facts: [of('65', 'Bo Dore, 65'), of('56', 'Dore, 56')],
      }),
    ],
  ])('not: %s', (_, story) => expect(shown(ageConflicts, story)).toEqual([]))
})

describe('an age that the date of birth rules out', () => {
  const life = (
    text: string,
    ages: [string, number],
    born: [string, string],
    died?: [string, string],
  ) =>
    build(text, {
      meta: { published: '2026-03-14' },
      people: [['Ada Holm', 'Holm', 'She']],
      values: [age(...ages), date(...born), ...(died === undefined ? [] : [date(...died)])],
      facts: [
        of(ages[0], text),
        { type: 'born', of: 0, value: born[0], as: 'time', evidence: text },
        ...(died === undefined
          ? []
          : [{ type: 'died' as const, of: 0, value: died[0], as: 'time', evidence: text }]),
      ],
    } satisfies Built)

  it('at death, where no fact says whose age it is', () =>
    expect(
      shown(
        ageAgainstBirth,
        build('Ada Holm, who has died aged 88, was born on 2 May 1938. Bo Dore died aged 12.', {
          meta: { published: '2026-03-14' },
          people: [['Ada Holm'], ['Bo Dore']],
          values: [age('aged 88', 88), age('aged 12', 12), date('2 May 1938', '1938-05-02')],
          facts: [{ type: 'born', of: 0, value: '2 May 1938', as: 'time', evidence: 'Ada Holm' }],
        }),
      ),
    ).toEqual([
      'warning: By the date of birth Ada Holm was 87 at death, not 88. [aged 88] [2 May 1938]',
    ]))

  it.each([
    'Ada Holm, the baker, has died aged 88',
    'Ada Holm died on Tuesday, aged 88',
    'Ada Holm died at home aged 88',
  ])('at death, without a fact: %s', words => {
    const story = build(`${words}. She was born on 2 May 1938.`, {
      meta: { published: '2026-03-14' },
      people: [['Ada Holm']],
      values: [age('aged 88', 88), date('2 May 1938', '1938-05-02')],
      facts: [
        {
          type: 'born',
          of: 0,
          value: '2 May 1938',
          as: 'time',
          evidence: 'She was born on 2 May 1938',
        },
      ],
    })
    expect(shown(ageAgainstBirth, story)).toEqual([
      'warning: By the date of birth Ada Holm was 87 at death, not 88. [aged 88] [2 May 1938]',
    ])
  })

  it('not of a parent whose child died', () => {
    const story = build('Bo, son of Ada Holm, has died aged 95. She was born on 2 May 1938.', {
      meta: { published: '2026-03-14' },
      people: [['Ada Holm']],
      values: [age('aged 95', 95), date('2 May 1938', '1938-05-02')],
      facts: [
        {
          type: 'born',
          of: 0,
          value: '2 May 1938',
          as: 'time',
          evidence: 'She was born on 2 May 1938',
        },
      ],
    })
    expect(shown(ageAgainstBirth, story)).toEqual([])
  })

  it.each([
    [
      'at death',
      life(
        'Ada Holm, who has died aged 88, was a baker. She was born on 2 May 1938 and died on 10 March 2026.',
        ['aged 88', 88],
        ['2 May 1938', '1938-05-02'],
        ['10 March 2026', '2026-03-10'],
      ),
      'warning: By the date of birth Ada Holm was 87 at death, not 88. [aged 88] [2 May 1938]',
    ],
    [
      'now',
      life('Ada Holm, 46, is a baker. She was born in 1971.', ['46', 46], ['1971', '1971']),
      'warning: By the date of birth Ada Holm was 54 or 55 when this was published, not 46. [46] [1971]',
    ],
  ])('%s', (_, story, found) => expect(shown(ageAgainstBirth, story)).toEqual([found]))

  it.each([
    ['it fits', life('Ada Holm, 54, came. She was born in 1971.', ['54', 54], ['1971', '1971'])],
    [
      'it fits too',
      life('Ada Holm, 55, came. She was born in 1971.', ['55', 55], ['1971', '1971']),
    ],
    [
      'the birthday has just been',
      life(
        'Ada Holm, 54, came. She was born on 1 March 1971.',
        ['54', 54],
        ['1 March 1971', '1971-03-01'],
      ),
    ],
    [
      'a death long ago',
      life('Ada Holm died aged 60. She was born in 1938.', ['aged 60', 60], ['1938', '1938']),
    ],
    [
      'another time',
      life('Ada Holm was 19 when she left. She was born in 1938.', ['19', 19], ['1938', '1938']),
    ],
  ])('not: %s', (_, story) => expect(shown(ageAgainstBirth, story)).toEqual([]))
})
