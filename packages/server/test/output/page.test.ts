import type { RecordFact, RecordQuote, RecordValue, StoryRecord } from '@onrecord/engine'
import { describe, expect, test } from 'vitest'
import { mdWriter } from '../../src/output/md.js'
import { textWriter } from '../../src/output/text.js'
import { columnsOf } from '../../src/output/width.js'
import { over, rich } from './record.js'

const text = (record: StoryRecord, options: { columns?: number; all?: boolean } = {}) =>
  textWriter({ columns: 80, color: false, ...options }).record(record)

/** The page below the story. */
const below = (record: StoryRecord, options = {}) => {
  const page = text(record, options)
  return page.slice(page.search(/^(People|Groups|Organisations|Works|Events|Places|Timeline)$/m))
}

test('a record with something of everything', () => {
  expect(below(rich)).toBe(`People
  Ida Marsh, 61 · president, Tollen Records · 1 quote
    husband: Sten Aker
    founded Tollen Records, 1994
    sold Tollen Records to Harrow Group for $3bn, February 2026 (inferred)
    ¹ “We never wanted to grow old in it,”
  Lev Tollen · 1 quote
    founded Tollen Records, 1994
    ² “He was born in Ardesk,” (speaker 55%)
  Sten Aker · actor
    husband of Ida Marsh
    born in Ardesk, according to Lev Tollen ²
    perhaps wrote Salt Years (55% sure)
  Also named: Ola Brenn

Organisations
  Tollen Records
    president: Ida Marsh
    founded by Ida Marsh and Lev Tollen, 1994
    bought by Harrow Group from Ida Marsh for $3bn, February 2026 (inferred)
  Harrow Group
    bought Tollen Records from Ida Marsh for $3bn, February 2026 (inferred)
  Also named: Courier

Works
  Salt Years
    perhaps by Sten Aker (wrote) (55% sure)

Events
  The premiere of Salt Years
    held: Grand Quay, 2 April 2026 (year inferred)

Places
  Grand Quay
    held here: The premiere of Salt Years, 2 April 2026 (year inferred)
    in Verran
  Also named: Verran, Ardesk

Timeline
  1994           Ida Marsh and Lev Tollen founded Tollen Records
  February 2026  Harrow Group bought Tollen Records from Ida Marsh for $3bn
                 (“last month”, inferred)
  6 March 2026   Ida Marsh: “We never wanted to grow old in it,” ¹ (“Friday”,
                 inferred)
  2 April 2026   The premiere of Salt Years, Grand Quay (“2 April”, year
                 inferred)

Findings
  Error: “Marsh” is 61 and 62.
    line 7  Marsh, 61
    line 9  He was born
  Note: A note.

2 quotes, 2 speakers. 11 facts.
`)
})

test('a quote tells to whom, where and when it was said', () => {
  expect(text(rich)).toContain(
    `    ¹ Ida Marsh (Marsh, 61, the label’s president,) · to Courier, in Verran, 6
      March 2026 (inferred) · direct, 90% sure; speaker 90%`,
  )
})

test('the same as Markdown', () => {
  const page = mdWriter().record(rich)
  expect(page).toContain(`<b>Ida Marsh</b>, 61 · president, Tollen Records · 1 quote

- husband: Sten Aker
- founded Tollen Records, 1994
- sold Tollen Records to Harrow Group for \\$3bn, February 2026 (inferred)
- ¹ “We never wanted to grow old in it,”
`)
  expect(page).toContain(
    '> - ¹ <b>Ida Marsh</b> (Marsh, 61, the label’s president,) · to Courier, in Verran, 6 March 2026 (inferred) · direct, 90% sure; speaker 90%',
  )
  expect(page).toContain(`## Timeline

- <b>1994</b>: Ida Marsh and Lev Tollen founded Tollen Records
`)
  expect(page).toContain('- error: “Marsh” is 61 and 62.\n  - line 7: Marsh, 61\n')
  const content = (page: string) => page.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  for (const [, line] of below(rich).matchAll(/^ {2,4}(\S.*)$/gm)) {
    expect(content(page.replace(/<\/?[bi]>/g, ''))).toContain(content(line!))
  }
})

test('empty parts are left out', () => {
  const { record } = over('It rained.')
  expect(text(record({}))).toBe(`a\n${'─'.repeat(80)}\n\nIt rained.\n\nNo quotes heard.\n`)
})

describe('facts in words', () => {
  const WORDS = 'Ada Fenn, Jo Marsh, Ola Brenn, Torvane, Salt, the gala, Orm, in 2019, 24, $3m.'
  const { at, entity, value, fact, quote, record } = over(WORDS)
  const entities = [
    entity('e1', 'person', 'Ada Fenn'),
    entity('e2', 'person', 'Jo Marsh'),
    entity('e3', 'organisation', 'Torvane'),
    entity('e4', 'work', 'Salt'),
    entity('e5', 'event', 'the gala'),
    entity('e6', 'place', 'Orm'),
    entity('e7', 'person', 'Ola Brenn'),
  ]
  const values = [
    value('v1', '2019', 'date', '2019'),
    value('v2', '24', 'age', { min: 20, max: 29 }),
    value('v3', '$3m', 'money', { amount: 3_000_000 }),
  ]
  const page = (
    facts: readonly [RecordFact['type'], RecordFact['args'], Partial<RecordFact>?][],
    quotes: readonly RecordQuote[] = [],
  ) =>
    below(
      record({
        entities,
        values,
        quotes,
        facts: facts.map(([type, args, more]) => fact(type, args, 'Ada Fenn', more)),
      }),
    )

  test.each<[RecordFact['type'], RecordFact['args'], readonly string[]]>([
    ['age', { subject: 'e1', value: 'v2' }, ['  Ada Fenn, 20–29\n']],
    ['role', { subject: 'e1', title: 'pilot' }, ['  Ada Fenn · pilot\n']],
    [
      'role',
      { subject: 'e1', title: 'Mrs Gale', work: 'e4' },
      ['  Ada Fenn · Mrs Gale, Salt\n', '    Mrs Gale: Ada Fenn\n'],
    ],
    [
      'member-of',
      { subject: 'e1', object: 'e3' },
      ['    member of Torvane\n', '    members: Ada Fenn\n'],
    ],
    [
      'family',
      { subject: 'e1', object: 'e2', relation: 'aunt' },
      ['    aunt of Jo Marsh\n', '    aunt: Ada Fenn\n'],
    ],
    ['founded', { object: 'e3', time: 'v1' }, ['    founded, 2019\n', '2019  Torvane founded\n']],
    ['acquired', { seller: 'e1', target: 'e3' }, ['    sold Torvane\n', '    sold by Ada Fenn\n']],
    [
      'acquired',
      { buyer: 'e1', target: 'e3', price: 'v3' },
      ['    bought Torvane for $3m\n', '    bought by Ada Fenn for $3m\n'],
    ],
    ['created', { subject: 'e1', object: 'e4' }, ['    created Salt\n', '    by Ada Fenn\n']],
    [
      'released',
      { work: 'e4', platform: 'cinemas', time: 'v1' },
      ['    released on cinemas, 2019\n', '2019  Salt released on cinemas\n'],
    ],
    ['held', { event: 'e5', time: 'v1' }, ['    held, 2019\n']],
    ['attended', { subject: 'e1', event: 'e5' }, ['    attended the gala\n']],
    ['hosted', { subject: 'e1', event: 'e5', as: 'chair' }, ['    hosted by Ada Fenn as chair\n']],
    ['took-part', { subject: 'e1', event: 'e5' }, ['    took part: Ada Fenn\n']],
    ['located-in', { subject: 'e3', object: 'e6' }, ['    in Orm\n']],
    ['died', { subject: 'e1', place: 'e6', time: 'v1' }, ['    died in Orm, 2019\n']],
    ['married', { subject: 'e1', object: 'e2', time: 'v1' }, ['    married Jo Marsh, 2019\n']],
    ['won', { subject: 'e1', object: 'the cup', value: 'v3' }, ['    won the cup, $3m\n']],
    ['charged', { subject: 'e1', object: 'theft' }, ['    charged with theft\n']],
    ['appointed', { subject: 'e1', object: 'e3' }, ['    appointed: Ada Fenn\n']],
    ['left', { subject: 'e1', object: 'e3' }, ['    left Torvane\n', '    left by Ada Fenn\n']],
    // What its form does not foresee is said all the same.
    ['age', { subject: 'e1', time: 'v1' }, ['    age, 2019\n']],
    ['sang' as RecordFact['type'], { subject: 'e1', key: 'C' }, ['    sang, key C\n']],
  ])('%s %j', (type, args, lines) => {
    for (const line of lines) expect(page([[type, args]])).toContain(line)
  })

  test('several that differ in one argument are told together, one told twice once', () => {
    const told = page([
      ['attended', { subject: 'e1', event: 'e5' }],
      ['attended', { subject: 'e2', event: 'e5' }],
      ['attended', { subject: 'e7', event: 'e5' }],
      ['attended', { subject: 'e1', event: 'e5' }],
    ])
    expect(told).toContain('    attended by Ada Fenn, Jo Marsh and Ola Brenn\n')
    expect(told.match(/attended the gala/g)).toHaveLength(3)
  })

  test('what is not alike is told apart', () => {
    const told = page([
      ['founded', { subject: 'e1', object: 'e3', time: 'v1' }],
      ['founded', { subject: 'e2', object: 'e3' }],
    ])
    expect(told).toContain('    founded by Ada Fenn, 2019\n    founded by Jo Marsh\n')
  })

  test('a city has no line for one born there', () => {
    expect(page([['born', { subject: 'e1', place: 'e6' }]])).toContain('Places\n  Orm\n')
  })

  test('a person without a name is told of beneath those who have one', () => {
    const husband = {
      ...entity('e8', 'person', 'the gala'),
      mentions: [{ ...at('the gala'), form: 'description' as const }],
    }
    const people = [...entities, husband]
    const family = fact('family', { subject: 'e8', object: 'e1', relation: 'husband' }, 'Ada Fenn')
    const told = below(record({ entities: people, facts: [family] }))
    expect(told).toContain('  Ada Fenn\n    husband: the gala\n  Also')
    const died = fact('died', { subject: 'e8', place: 'e6' }, 'Ada Fenn')
    expect(below(record({ entities: people, facts: [family, died] }))).toContain(
      '  the gala\n    husband of Ada Fenn\n    died in Orm\n',
    )
  })

  test('two ages, a claimed or a doubtful one are not set beside the name', () => {
    const other = { ...values[1]!, id: 'v9', value: 31 }
    const facts = [
      fact('age', { subject: 'e1', value: 'v2' }, 'Ada Fenn'),
      fact('age', { subject: 'e1', value: 'v9' }, 'Ada Fenn'),
      fact('age', { subject: 'e2', value: 'v2' }, 'Ada Fenn', { confidence: 0.5 }),
      fact('role', { subject: 'e2', title: 'pilot' }, 'Ada Fenn', { saidBy: 'q1' }),
    ]
    const said = quote('q1', 'Jo Marsh', [])
    const told = below(record({ entities, values: [...values, other], facts, quotes: [said] }))
    expect(told).toContain('  Ada Fenn\n    aged 20–29\n    aged 31\n')
    expect(told).toContain(
      '  Jo Marsh\n    pilot, as said in ¹\n    perhaps aged 20–29 (50% sure)\n',
    )
  })
})

describe('the timeline', () => {
  test('dates of which no fact tells have the words around them', () => {
    const { value, record } = over(
      'First here. The hull was laid in 1931 and sank. Then peace.\n\nBorn 1950\n\nIn 1940 it rose',
    )
    const values = [
      value('v1', '1931', 'date', '1931'),
      value('v2', '1950', 'date', '1950'),
      value('v3', '1940', 'date', '1940'),
    ]
    expect(below(record({ values }))).toBe(`Timeline
  1931  The hull was laid in 1931 and sank.
  1940  In 1940 it rose

No quotes heard.
`)
  })

  test('a period has no place beside the date in it, unless something is told of it', () => {
    const { value, fact, record } = over('It stood before 1931. It ran until 1940.')
    const values = [
      value('v1', '1931', 'date', '1931'),
      value('v2', 'before 1931', 'date', { end: '1931' }, { stated: { relation: 'before' } }),
      value('v3', 'until 1940', 'date', { end: '1940' }, { stated: { relation: 'until' } }),
    ]
    const told = below(record({ values }))
    expect(told.match(/It stood before 1931/g)).toHaveLength(1)
    expect(told).not.toContain('It ran')
    const facts = [fact('held', { event: 'The feast', time: 'v3' }, 'It ran')]
    expect(below(record({ values, facts }))).toContain('The feast')
  })

  test('far words are left out', () => {
    const long = `${'word '.repeat(100)}in 1931 and ${'again '.repeat(100)}`
    const { value, record } = over(long)
    const told = below(record({ values: [value('v1', '1931', 'date', '1931')] }))
    expect(told).toMatch(/^Timeline\n {2}1931 {2}…word /)
    expect(told).toContain('again…\n')
    expect(told.length).toBeLessThan(300)
  })

  test.each([
    [{ year: 2026, basis: 'published' }, { month: 3 }, '(“then”, year inferred)'],
    [{ year: 2026, basis: 'published' }, { shift: 'last' }, '(“then”, inferred)'],
    [{ basis: 'published' }, { unit: 'week' }, '(“then”, inferred)'],
    [{}, { month: 3 }, 'then it sank.\n'],
  ])('of %j inferred it says so', (inferred, stated, words) => {
    const { value, record } = over('Only then it sank.')
    const values = [value('v1', 'then', 'date', '2026-03', { inferred, stated })]
    expect(below(record({ values }))).toContain(words)
  })

  test('the words of the date stand out, and the date is faint where it is inferred', () => {
    const { value, record } = over('Only then it sank.')
    const dated = (more: Partial<RecordValue>) =>
      record({ values: [value('v1', 'then', 'date', '2026-03', more)] })
    const colored = (record: StoryRecord) => textWriter({ columns: 80, color: true }).record(record)
    expect(colored(dated({}))).toContain('  March 2026  Only \x1b[1mthen\x1b[22m it sank.\n')
    expect(colored(dated({ inferred: { year: 2026 } }))).toContain('  \x1b[2mMarch 2026\x1b[22m  ')
    expect(mdWriter().record(dated({}))).toContain('- <b>March 2026</b>: Only <b>then</b> it sank.')
  })

  test('other readings of a date are told', () => {
    const { value, record } = over('It sank on 4/5/18 at noon.')
    const values = [
      value('v1', '4/5/18', 'date', '2018-05-04', { readings: ['2018-05-04', '2018-04-05'] }),
    ]
    expect(below(record({ values }))).toContain(
      '  4 May 2018  It sank on 4/5/18 at noon. (“4/5/18”, or 5 April 2018)\n',
    )
  })

  test('sums, spans of time and dates of no known form have no place in it', () => {
    const { value, record } = over('They paid three marls for a week, that summer.')
    const values = [
      value('v1', 'three', 'number', 3),
      value('v2', 'a week', 'duration', 'P1W'),
      value('v3', 'that summer', 'date', 'XXXX-SU'),
    ]
    expect(text(record({ values }))).not.toContain('Timeline')
  })

  test('a time of no known day has a place where something happened at it', () => {
    const { value, fact, record } = over('It sank at 9am. It sailed at 6am.')
    const values = [value('v1', '9am', 'time', 'T09:00'), value('v2', '6am', 'time', 'T06:00')]
    const facts = [fact('held', { event: 'The feast', time: 'v2' }, 'It sailed')]
    expect(below(record({ values, facts }))).toMatch(/^Timeline\n {2}06:00 {2}The feast\n\nNo/)
  })

  test('two dates of one sentence that come to the same are told once', () => {
    const { value, record } = over('On Friday, 6 March, it sank.')
    const values = [
      value('v1', 'Friday', 'date', '2026-03-06'),
      value('v2', '6 March', 'date', '2026-03-06'),
    ]
    expect(below(record({ values })).match(/it sank/g)).toHaveLength(1)
  })

  test('one date in several wordings is one', () => {
    const { value, record } = over('It sank in 1931. The year 1931 saw more.')
    const again = { ...value('v2', '1931', 'date', '1931'), span: { start: 26, end: 30 } }
    const told = below(record({ values: [value('v1', '1931', 'date', '1931'), again] }))
    expect(told).toContain('  1931  It sank in 1931.\n        The year 1931 saw more.\n')
  })
})

describe('long stories', () => {
  const names = Array.from(
    { length: 40 },
    (_, i) => `Person${String.fromCharCode(65 + (i % 26))}${i}`,
  )
  const years = Array.from({ length: 40 }, (_, i) => `${1900 + i}`)
  const { entity, value, quote, record } = over(
    `${names.join(', ')} spoke.\n${years.map(year => `It was ${year} then.`).join('\n')}`,
  )
  const quotes = names.flatMap((name, i) =>
    Array.from({ length: i % 9 }, (_, k) => quote(`q${i * 9 + k + 1}`, name, [`e${i + 1}`])),
  )
  const long = record({
    entities: names.map((name, i) => entity(`e${i + 1}`, 'person', name)),
    values: years.map((year, i) => value(`v${i + 1}`, year, 'date', year)),
    quotes,
    findings: Array.from({ length: 40 }, () => ({
      code: 'a',
      severity: 'note' as const,
      message: 'Odd.',
      spans: [],
    })),
  })

  test('lists are cut, who said most first', () => {
    const page = below(long)
    expect(page).toMatch(
      /^People\n {2}PersonI8 · 8 quotes\n(?: {4}\S+ PersonI8\n){5} {4}… and 3 more\n/,
    )
    expect(page).toContain('\n  … and 23 more\n')
    expect(page).toContain('1919  It was 1919 then.\n  … and 20 more\n')
    expect(page).toContain('  Note: Odd.\n  … and 10 more\n')
    expect(page).toMatch(/\nShortened; --all shows everything\.\n$/)
  })

  test('quotes without a speaker stand below the people, cut short as well', () => {
    const nobody = quotes.slice(0, 9).map(quote => ({ ...quote, speakers: [] }))
    const page = below({ ...long, quotes: [...nobody, ...quotes.slice(9)] })
    expect(page).toMatch(
      /\n {2}… and 2\d more\n {2}Speaker not resolved · 9 quotes\n(?: {4}\S+ Person.*\n){5} {4}… and 4 more\n/,
    )
  })

  test('--all shows them whole', () => {
    const page = below(long, { all: true })
    expect(page).not.toContain('more')
    expect(page).not.toContain('Shortened')
    for (const name of names) expect(page).toContain(name)
    expect(page).toContain('1939  It was 1939 then.')
    expect(mdWriter({ all: true }).record(long)).toContain('<b>1939</b>')
  })

  test('a list that is one too long is not cut: the line would be as long', () => {
    const few = { ...long, quotes: quotes.filter(({ speakers }) => speakers[0] === 'e7') }
    expect(below(few)).not.toMatch(/PersonG6 · 6 quotes\n(?: {4}.*\n){5} {4}…/)
  })

  test.each([20, 41, 100])('no line is wider than %i columns', columns => {
    for (const record of [long, rich]) {
      for (const line of text(record, { columns, all: true }).split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(columns)
      }
    }
  })
})

describe('nothing of a story acts', () => {
  const evil = '\x1b[2J\x9b31m\u202e\n# <b>x</b>'
  const { entity, value, fact, quote, record } = over(`${evil} 1931 was ${evil} so.`)
  const evilRecord = record({
    entities: [
      entity('e1', 'person', evil),
      entity('e2', 'organisation', evil),
      entity('e3', 'event', evil),
    ],
    values: [
      value('v1', '1931', 'date', '1931', { inferred: { year: 1931 } }),
      value('v2', evil, 'date', evil),
    ],
    quotes: [
      quote('q1', evil, ['e1'], { setting: { to: 'e2', event: 'e3', place: 'e3', time: 'v2' } }),
    ],
    facts: [
      fact('role', { subject: 'e1', title: evil, organisation: 'e2' }, 'was', { saidBy: 'q1' }),
      fact('held', { event: 'e3', place: evil, time: 'v2' }, 'was', { confidence: 0.1 }),
      fact('founded', { subject: evil, object: 'e2', time: 'v1' }, 'was'),
    ],
    findings: [{ code: 'a', severity: 'error', message: evil, spans: [{ start: 0, end: 12 }] }],
  })

  test('on a terminal', () => {
    expect(text(evilRecord)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
  })

  test('as Markdown', () => {
    const page = mdWriter().record(evilRecord)
    expect(page).not.toMatch(/(?<!\\)<b>x/)
    expect(page.match(/^#+ .*$/gm)).toEqual([
      '# a',
      '## People',
      '## Organisations',
      '## Events',
      '## Timeline',
      '## Findings',
    ])
  })
})
