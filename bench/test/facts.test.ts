import { SCHEMA, type StoryRecord } from '@onrecord/engine'
import { describe, expect, test } from 'vitest'
import { factCases, factTable } from '../src/eval/facts.js'
import { parseFactCases } from '../src/fact-cases.js'
import { isRight, type ReadFact } from '../src/scores/fact-right.js'
import { calls, isAt, plainWords } from '../src/scores/fact-words.js'
import { factRow, scoreFacts } from '../src/scores/facts.js'
import { readFacts } from '../src/scores/read-facts.js'

const TEXT =
  'The label, which Ada Fenn and her partner Jo Marsh sold to Torvane for $3bn in 2019, is in Brell Street, Orm. ' +
  '“I wed Jo in 2001,” Ms Fenn told MPs on Friday.'

const parse = (lines: string, text = TEXT) =>
  parseFactCases(`=== some-case · business\n${text}\n${lines}`, 'some.txt')[0]!

/** What a test calls somebody or something: all names of an entity. */
const who = (...forms: string[]) => ({ forms })
const at = (words: string) => {
  const start = TEXT.indexOf(words)
  return { span: { start, end: start + words.length } }
}
const ada = who('Ada Fenn', 'her', 'Ms Fenn')
const jo = who('Jo Marsh', 'Jo')
const label = who('The label, which Ada Fenn and her partner Jo Marsh sold', 'the label')

describe('the form of cases', () => {
  test('a case has a name, a genre, a text and lines', () => {
    const source = `=== brell-sale · business
@published 2026-03-09
The label was sold to Torvane.

Ada Fenn left it in May.
- acquired buyer=Torvane target=label|The label
~ left subject=Ada Fenn ?time=May by=Torvane

=== nobody · opinion
Nothing.
- none
`
    expect(parseFactCases(source, 'some.txt')).toEqual([
      {
        name: 'brell-sale',
        genre: 'business',
        published: '2026-03-09',
        text: 'The label was sold to Torvane.\n\nAda Fenn left it in May.',
        lines: [
          {
            line: 'acquired buyer=Torvane target=label|The label',
            wanted: true,
            types: ['acquired'],
            args: {
              buyer: { words: ['Torvane'], optional: false },
              target: { words: ['label', 'The label'], optional: false },
            },
          },
          {
            line: 'left subject=Ada Fenn ?time=May by=Torvane',
            wanted: false,
            types: ['left'],
            args: {
              subject: { words: ['Ada Fenn'], optional: false },
              time: { words: ['May'], optional: true },
            },
            by: { words: ['Torvane'], optional: false },
          },
        ],
      },
      { name: 'nobody', genre: 'opinion', text: 'Nothing.', lines: [] },
    ])
  })

  test.each([
    ['=== Bad Name\nx\n- none', 'expected "=== name · genre"'],
    ['=== a · b\n- none', 'case "a": no text'],
    ['=== a · b\nx', 'no facts'],
    ['=== a · b\nx\n- sacked subject=x', 'what is "sacked"?'],
    ['=== a · b\nx\n- age subject=x price=x', '"age" has no price'],
    ['=== a · b\nx\n- age subject=Ada', 'the text has no "Ada"'],
    ['=== a · b\nx\n- age', 'wants nothing'],
    ['=== a · b\nx\n- age subject=x\n- none', '"- none" beside facts'],
    ['=== a · b\nx\n- setting to=x', 'which quote?'],
    ['=== a · b\nx\n- setting quote="y" to=x', 'the text has no "y"'],
    ['=== a · b\nx\n- none\n\n=== a · b\nx\n- none', 'two cases are called "a"'],
  ])('%j', (source, message) => {
    expect(() => parseFactCases(source, 'some.txt')).toThrow(message)
  })
})

describe('words', () => {
  test.each([
    ['The  Label’s', 'label'],
    ['Ms Fenn', 'fenn'],
    ['“Torvane,”', 'torvane'],
    ['the', 'the'],
    ['his late wife', 'late wife'],
  ])('%j without what never counts', (words, plain) => {
    expect(plainWords(words).join(' ')).toBe(plain)
  })

  test.each([
    ['Judge Ola Berg', 'Ola Berg'],
    ['his wife Ola Berg', 'Ola Berg'],
    ['Dame Ola Berg', 'Ola Berg'],
    ['the London premiere of Night Train', 'premiere'],
    ['premiere', 'London premiere'],
    ['The label, which they sold', 'label'],
    ['her', 'her'],
  ])('%j calls %j', (form, wanted) => {
    expect(calls(form, wanted)).toBe(true)
  })

  test.each([
    ['University of Orm', 'Orm'],
    ['Ola Berg’s mother Ida Berg', 'Ola Berg'],
    ['Ola', 'Ola Berg'],
    ['Friends of Ola Berg', 'Ola Berg'],
    ['Ola Berg’s friend Jo Marsh', 'Friend Marsh'],
    ['the premiere’s host', 'premiere'],
    ['ex-wife', 'wife'],
    ['world premiere', 'London premiere'],
    ['Wife', 'wives'],
  ])('%j does not call %j', (form, wanted) => {
    expect(calls(form, wanted)).toBe(false)
  })

  test('a span is at words of the text, whole ones, wherever they stand', () => {
    const text = 'At 24, in 2024, the 24 of them.'
    const spanOf = (start: number, end: number) => isAt(text, { start, end }, '24')
    expect([spanOf(3, 5), spanOf(0, 4), spanOf(20, 22), spanOf(10, 14), spanOf(5, 9)]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
  })
})

describe('a fact is right', () => {
  const sale = {
    type: 'acquired',
    args: { buyer: who('Torvane'), target: label, seller: ada, price: at('$3bn') },
  }
  const wed = { type: 'married', args: { subject: ada, object: jo, time: at('in 2001') } }
  const said = { ...wed, by: ['Ada Fenn', 'Ms Fenn'] }

  test.each<[string, ReadFact, string]>([
    [
      'with all arguments',
      sale,
      '- acquired buyer=Torvane target=label seller=Ada Fenn price=$3bn',
    ],
    [
      'an optional one given',
      sale,
      '- acquired buyer=Torvane target=label seller=Ada Fenn ?price=$3bn',
    ],
    [
      'an optional one not given',
      { type: 'married', args: { subject: ada, object: jo } },
      '- married subject=Ada Fenn object=Jo Marsh ?time=2001',
    ],
    [
      'by any of the words',
      sale,
      '- acquired buyer=Torvane target=Brell|label seller=Ada Fenn price=$3bn',
    ],
    [
      'the inverse of married',
      said,
      '- married subject=Jo Marsh object=Ada Fenn time=2001 by=Ada Fenn',
    ],
    [
      'the inverse of a partner',
      { type: 'family', args: { subject: ada, object: jo, relation: who('partner') } },
      '- family subject=Jo Marsh object=Ada Fenn relation=partner',
    ],
    ['a type of several', said, '- born|married subject=Ada Fenn object=Jo time=2001 by=Ms Fenn'],
    ['a claim that may be one', wed, '- married subject=Ada Fenn object=Jo time=2001 ?by=Ada Fenn'],
    [
      'an argument that the table does not have',
      { type: 'founded', args: { subject: ada, object: label, time: at('2019') } },
      '- founded subject=Ada Fenn object=label',
    ],
  ])('%s', (_, fact, line) => {
    expect(isRight(TEXT, fact, parse(line).lines[0]!)).toBe(true)
  })

  test.each<[string, ReadFact, string]>([
    ['another type', sale, '- founded subject=Ada Fenn object=label'],
    ['another seller', sale, '- acquired buyer=Torvane target=label seller=Jo Marsh price=$3bn'],
    ['another time', said, '- married subject=Ada Fenn object=Jo ?time=2019 by=Ada Fenn'],
    [
      'an argument that the line does not have',
      sale,
      '- acquired buyer=Torvane target=label price=$3bn',
    ],
    [
      'one missing',
      { type: 'acquired', args: { buyer: who('Torvane'), target: label } },
      '- acquired buyer=Torvane target=label seller=Ada Fenn',
    ],
    [
      'the inverse of a wife',
      { type: 'family', args: { subject: ada, object: jo, relation: who('wife') } },
      '- family subject=Jo Marsh object=Ada Fenn relation=wife',
    ],
    ['the story’s for a claim', wed, '- married subject=Ada Fenn object=Jo time=2001 by=Ada Fenn'],
    ['a claim for the story’s', said, '- married subject=Ada Fenn object=Jo time=2001'],
    ['another’s claim', said, '- married subject=Ada Fenn object=Jo time=2001 ?by=MPs'],
  ])('not %s', (_, fact, line) => {
    expect(isRight(TEXT, fact, parse(line).lines[0]!)).toBe(false)
  })
})

/** Counts of all types together. */
const total = (lines: string, read: readonly ReadFact[]) => {
  const score = scoreFacts(parse(lines), read)
  const { n, read: judged, P, R, ...rest } = factTable('dev', [score]).rows.total!
  return { n, judged, P, R, nearly: rest['lenient R'], misses: score.misses }
}
const sold = (seller: ReadFact['args'][string]): ReadFact => ({
  type: 'acquired',
  args: { buyer: who('Torvane'), target: label, seller, price: at('$3bn') },
})
const SALES =
  '- acquired buyer=Torvane target=label seller=Ada Fenn price=$3bn\n' +
  '- acquired buyer=Torvane target=label seller=Jo Marsh price=$3bn'

describe('the score of a case', () => {
  test('each line is found once; a second fact that says the same is not counted', () => {
    expect(total(SALES, [sold(ada), sold(ada)])).toEqual({
      n: 2,
      judged: 1,
      P: 100,
      R: 50,
      nearly: 50,
      misses: ['some-case: missed acquired buyer=Torvane target=label seller=Jo Marsh price=$3bn'],
    })
  })

  test('without the seller it is nearly right, and false', () => {
    const { buyer, target } = sold(ada).args as Record<string, ReadFact['args'][string]>
    const fact = { type: 'acquired', args: { buyer: buyer!, target: target! } }
    expect(total(SALES, [fact])).toMatchObject({ n: 2, judged: 1, P: 0, R: 0, nearly: 50 })
  })

  test('a ~ line takes what it has, with more arguments too, and nothing else', () => {
    const role = (subject: ReadFact['args'][string]): ReadFact => ({
      type: 'role',
      args: { subject, title: who('boss') },
    })
    expect(total('- none\n~ role subject=Ada Fenn', [role(ada), role(jo)])).toEqual({
      n: 0,
      judged: 1,
      P: 0,
      R: undefined,
      nearly: undefined,
      misses: ['some-case: false role subject=Jo Marsh title=boss'],
    })
  })

  test('places: a step left out, and those of what has no name, are not counted', () => {
    const place = (subject: ReadFact['args'][string], object: string): ReadFact => ({
      type: 'located-in',
      args: { subject, object: who(object) },
    })
    const lines =
      '- located-in subject=Torvane object=Brell Street\n- located-in subject=Brell Street object=Orm'
    const read = [
      place(who('Torvane'), 'Brell Street'),
      place(who('Torvane'), 'Orm'),
      place(who('The label'), 'Orm'),
      place(who('Orm'), 'Brell Street'),
    ]
    expect(total(lines, read)).toMatchObject({ n: 2, judged: 2, P: 50, R: 50 })
  })

  test('a setting belongs to the quote that holds the words', () => {
    const content = [at('“I wed Jo in 2001,”').span]
    const setting: ReadFact = {
      type: 'setting',
      args: { to: who('MPs'), time: at('Friday') },
      content,
    }
    const line = '- setting quote="I wed" to=MPs time=Friday'
    expect(total(line, [setting])).toMatchObject({ P: 100, R: 100 })
    expect(total(line, [{ ...setting, args: { to: who('MPs') } }])).toMatchObject({
      R: 0,
      nearly: 100,
    })
    expect(total(line, [{ ...setting, content: [at('The label').span] }])).toMatchObject({
      nearly: 0,
    })
    const carriedOn = { ...setting, content: [at('The label').span], continues: true }
    expect(total(line, [setting, carriedOn])).toMatchObject({ judged: 1, P: 100 })
  })

  test('a fact that fits a line of several types counts in the row of the first', () => {
    const { types } = scoreFacts(parse('- hosted|attended subject=Ada Fenn event=label'), [
      { type: 'attended', args: { subject: ada, event: label } },
    ])
    expect([...types]).toEqual([['hosted', { n: 1, read: 1, right: 1, nearly: 1 }]])
  })

  test('nothing read and nothing wanted leaves the shares blank', () => {
    expect(factRow({ n: 0, read: 0, right: 0, nearly: 0 })).toMatchObject({
      P: undefined,
      R: undefined,
    })
  })
})

describe('the set', () => {
  const dev = factCases('dev')
  const held = factCases('held')

  test('has 150 cases in each half, a fifth of them without facts', () => {
    for (const half of [dev, held]) {
      expect(half).toHaveLength(150)
      const empty = half.filter(({ lines }) => !lines.some(({ wanted }) => wanted))
      expect(empty.length).toBeGreaterThanOrEqual(30)
      expect(empty.length).toBeLessThanOrEqual(36)
    }
  })

  test('has every type in both halves, about as often', () => {
    const times = (half: typeof dev) => {
      const counts: Record<string, number> = {}
      for (const { types } of half.flatMap(({ lines }) => lines.filter(line => line.wanted)))
        counts[types[0]!] = (counts[types[0]!] ?? 0) + 1
      return counts
    }
    const [inDev, inHeld] = [times(dev), times(held)]
    expect(Object.keys(inDev).sort()).toEqual(Object.keys(inHeld).sort())
    expect(Object.keys(inDev)).toHaveLength(22)
    for (const [type, n] of Object.entries(inDev)) {
      expect(Math.abs(n - inHeld[type]!), type).toBeLessThanOrEqual(4)
    }
  })

  test('has no full name in both halves', () => {
    const names = (half: typeof dev) =>
      new Set(
        half.flatMap(({ text }) => text.match(/\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+)+/gu) ?? []),
      )
    const shared = [...names(dev)].filter(name => names(held).has(name))
    expect(shared).toEqual([])
  })
})

describe('what the scorer sees of a record', () => {
  const span = (words: string) => ({ ...at(words).span, text: words })
  const entity = (id: string, name: string, ...others: string[]) => ({
    id,
    type: 'person' as const,
    name,
    mentions: [name, ...others].map(words => ({ ...span(words), form: 'name' as const })),
  })
  const record: StoryRecord = {
    schema: SCHEMA,
    story: { id: 's', text: TEXT, language: 'en', sha256: '' },
    reader: { version: '0', models: [] },
    quotes: [
      {
        id: 'q1',
        kind: 'direct',
        content: [span('“I wed Jo in 2001,”')],
        cue: [span('told')],
        source: [span('Ms Fenn')],
        speakers: ['e1'],
        setting: { to: 'e3', time: 'v2' },
        confidence: 0.9,
      },
      {
        ...{ id: 'q2', kind: 'indirect', cue: [], source: [], speakers: [], confidence: 0.5 },
        content: [span('Orm')],
        setting: {},
      },
    ],
    entities: [
      entity('e1', 'Ada Fenn', 'Ms Fenn'),
      entity('e2', 'Jo Marsh', 'Jo'),
      entity('e3', 'MPs'),
    ],
    values: [
      { id: 'v1', type: 'date', span: at('in 2001').span, value: '2001', stated: {} },
      { id: 'v2', type: 'date', span: at('Friday').span, value: '2026-03-06', stated: {} },
    ],
    facts: [
      {
        id: 'f1',
        type: 'married',
        args: { subject: 'e1', object: 'e2', time: 'v1' },
        evidence: [span('I wed Jo in 2001')],
        saidBy: 'q1',
        confidence: 0.9,
      },
      {
        id: 'f2',
        type: 'role',
        args: { subject: 'e1', title: 'MP' },
        evidence: [],
        confidence: 0.5,
      },
    ],
    findings: [],
  }

  test('arguments by what they are called or where they stand, claims by their speakers, settings that say something', () => {
    expect(readFacts(record)).toEqual([
      {
        type: 'married',
        args: {
          subject: who('Ada Fenn', 'Ms Fenn'),
          object: who('Jo Marsh', 'Jo'),
          time: at('in 2001'),
        },
        by: ['Ada Fenn', 'Ms Fenn', 'Ms Fenn'],
      },
      { type: 'role', args: { subject: who('Ada Fenn', 'Ms Fenn'), title: who('MP') } },
      {
        type: 'setting',
        args: { to: who('MPs'), time: at('Friday') },
        content: [span('“I wed Jo in 2001,”')],
        continues: false,
      },
    ])
  })
})
