import type { RecordQuote, StoryRecord } from '@onrecord/engine'
import { describe, expect, it } from 'vitest'
import { type Edit, edit, editKinds } from '../../src/index.js'
import { story } from '../stories.js'
import { after, faults } from './making.js'

const text =
  `Ola Berg, 61, chairs the harbour board. “We will float her,” she said, “and by Friday.” Berg
would not say how.

“Nobody asked us,” said Tam Orrin of the pilots’ guild. Orrin added that “the tide decides 😀”.

The mayor, Ina Berg, was not there.`.replace('\n', ' ')

const { record } = story(
  { text },
  {
    entities: {
      'Ola Berg': { mentions: ['she', 'Berg#2'], gender: 'female' },
      'Tam Orrin': { mentions: ['Orrin#2'] },
      'pilots’ guild': { type: 'organisation' },
      'Ina Berg': {},
    },
    quotes: [
      {
        content: ['“We will float her,”', '“and by Friday.”'],
        cue: 'said',
        source: 'she',
        speakers: ['Ola Berg'],
      },
      {
        content: '“Nobody asked us,”',
        cue: 'said#2',
        source: 'Tam Orrin',
        speakers: ['Tam Orrin'],
        confidence: 0.4,
      },
    ],
    ages: [{ text: '61', value: 61 }],
    facts: [
      { type: 'age', args: { subject: 'Ola Berg', value: 'age 61' }, evidence: 'Ola Berg, 61,' },
      {
        type: 'member-of',
        args: { subject: 'Tam Orrin', object: 'pilots’ guild' },
        evidence: 'Tam Orrin of the pilots’ guild',
      },
    ],
  },
)
const machine: StoryRecord = {
  ...record,
  findings: [
    {
      code: 'age-mismatch',
      severity: 'warning',
      message: 'Two ages.',
      spans: [{ start: 10, end: 12 }],
    },
  ],
}
const quoteIn = (of: StoryRecord, id: string) =>
  of.quotes.find(quote => quote.id === id) as RecordQuote
const wordsOf = (spans: readonly { text: string }[]) => spans.map(span => span.text)

/** By kind: edits and what they give; edits that make no sense, and why not. */
interface Case {
  readonly says: string
  readonly edit: Edit
  readonly gives: (record: StoryRecord) => unknown
  readonly is: unknown
}
const cases: Readonly<
  Record<
    Edit['do'],
    {
      readonly good: readonly Case[]
      readonly bad: readonly (readonly [string, unknown, RegExp])[]
    }
  >
> = {
  'change-quote': {
    good: [
      {
        says: 'another speaker: sure now, and marked',
        edit: { do: 'change-quote', item: 'q2', set: { speakers: ['e1'] } },
        gives: r => quoteIn(r, 'q2'),
        is: expect.objectContaining({
          speakers: ['e1'],
          speakerConfidence: 1,
          confidence: 1,
          corrected: 'c1',
        }),
      },
      {
        says: 'a longer content: its kind goes by the marks',
        edit: {
          do: 'change-quote',
          item: 'q2',
          set: { content: [{ words: '“Nobody asked us,” said Tam Orrin of' }] },
        },
        gives: r => quoteIn(r, 'q2').kind,
        is: 'mixed',
      },
      {
        says: 'the kind that the editor says, whatever the marks say',
        edit: { do: 'change-quote', item: 'q2', set: { kind: 'indirect' } },
        gives: r => quoteIn(r, 'q2').kind,
        is: 'indirect',
      },
      {
        says: 'white space at the edges of a selection is no part of it',
        edit: { do: 'change-quote', item: 'q2', set: { source: [{ words: ' Tam Orrin ' }] } },
        gives: r => r,
        is: machine,
      },
      {
        says: 'nobody',
        edit: { do: 'change-quote', item: 'q1', set: { speakers: [], source: [] } },
        gives: r => 'speakerConfidence' in quoteIn(r, 'q1'),
        is: false,
      },
      {
        says: 'where and when it was said',
        edit: { do: 'change-quote', item: 'q1', set: { setting: { to: 'e2', time: 'v1' } } },
        gives: r => quoteIn(r, 'q1').setting,
        is: { to: 'e2', time: 'v1' },
      },
    ],
    bad: [
      ['no such quote', { do: 'change-quote', item: 'q9', set: {} }, /no q9/],
      ['no such speaker', { do: 'change-quote', item: 'q1', set: { speakers: ['e9'] } }, /no e9/],
      ['no content', { do: 'change-quote', item: 'q1', set: { content: [] } }, /content/],
      [
        'a content over two paragraphs',
        { do: 'change-quote', item: 'q1', set: { content: [{ start: 60, end: 140 }] } },
        /end of a paragraph/,
      ],
      [
        'half a character',
        {
          do: 'change-quote',
          item: 'q1',
          set: { content: [{ start: 10, end: text.indexOf('😀') + 1 }] },
        },
        /cuts a character/,
      ],
      [
        'behind the end',
        { do: 'change-quote', item: 'q1', set: { content: [{ start: 10, end: 9999 }] } },
        /no span of the text/,
      ],
      [
        'only white space',
        { do: 'change-quote', item: 'q1', set: { cue: [{ words: ' ', nth: 3 }] } },
        /white space/,
      ],
      [
        'words that stand twice',
        { do: 'change-quote', item: 'q1', set: { cue: [{ words: 'said' }] } },
        /in 2 places/,
      ],
      [
        'words that are not there',
        { do: 'change-quote', item: 'q1', set: { cue: [{ words: 'quipped' }] } },
        /not in the text/,
      ],
      ['an unknown field', { do: 'change-quote', item: 'q1', set: { speaker: 'e1' } }, /speaker/],
    ],
  },
  'add-quote': {
    good: [
      {
        says: 'in its place of reading, under an id of its own',
        edit: {
          do: 'add-quote',
          content: [{ words: 'the tide decides' }],
          cue: [{ words: 'added' }],
          source: [{ words: 'Orrin', nth: 2 }],
          speakers: ['e2'],
        },
        gives: r => r.quotes.map(({ id, kind }) => `${id} ${kind}`),
        is: ['q1 direct', 'q2 direct', 'q3 direct'],
      },
      {
        says: 'indirect before the others',
        edit: { do: 'add-quote', content: [{ words: 'chairs the harbour board' }] },
        gives: r => r.quotes.map(({ id, kind }) => `${id} ${kind}`),
        is: ['q3 indirect', 'q1 direct', 'q2 direct'],
      },
      {
        says: 'one that is there already is as the editor says',
        edit: { do: 'add-quote', content: [{ words: '“Nobody asked us,”' }], speakers: ['e4'] },
        gives: r => r.quotes.map(({ id, speakers }) => [id, ...speakers]),
        is: [
          ['q1', 'e1'],
          ['q2', 'e4'],
        ],
      },
      {
        says: 'inside another',
        edit: { do: 'add-quote', content: [{ words: 'float her' }] },
        gives: r => quoteIn(r, 'q3').within,
        is: 'q1',
      },
    ],
    bad: [
      ['without content', { do: 'add-quote', content: [] }, /content/],
      [
        'words told twice',
        { do: 'add-quote', content: [{ words: 'float her' }, { words: 'her,' }] },
        /told twice/,
      ],
    ],
  },
  'change-entity': {
    good: [
      {
        says: 'type and name',
        edit: { do: 'change-entity', item: 'e3', set: { type: 'group', name: ' Pilots’ Guild ' } },
        gives: r => r.entities[2],
        is: expect.objectContaining({
          id: 'e3',
          type: 'group',
          name: 'Pilots’ Guild',
          corrected: 'c1',
        }),
      },
      {
        says: 'a gender that the text does not say',
        edit: { do: 'change-entity', item: 'e1', set: { gender: null } },
        gives: r => 'gender' in r.entities[0]!,
        is: false,
      },
    ],
    bad: [
      ['an empty name', { do: 'change-entity', item: 'e1', set: { name: '  ' } }, /name/],
      ['a type that is none', { do: 'change-entity', item: 'e1', set: { type: 'robot' } }, /type/],
      ['a quote', { do: 'change-entity', item: 'q1', set: {} }, /id of an entity/],
    ],
  },
  'add-entity': {
    good: [
      {
        says: 'named after its mention',
        edit: { do: 'add-entity', type: 'organisation', mentions: [{ words: 'harbour board' }] },
        gives: r => r.entities.at(-1),
        is: expect.objectContaining({ id: 'e5', name: 'harbour board', type: 'organisation' }),
      },
      {
        says: 'someone who is there already gets the mention',
        edit: {
          do: 'add-entity',
          type: 'person',
          mentions: [{ words: 'Ina Berg' }, { words: 'The mayor' }],
        },
        gives: r => wordsOf(r.entities[3]!.mentions),
        is: ['The mayor', 'Ina Berg'],
      },
    ],
    bad: [
      [
        'mentions of two',
        {
          do: 'add-entity',
          type: 'person',
          mentions: [{ words: 'Ina Berg' }, { words: 'Ola Berg' }],
        },
        /merge those first/,
      ],
      ['without mentions', { do: 'add-entity', type: 'person', mentions: [] }, /mentions/],
    ],
  },
  mention: {
    good: [
      {
        says: 'of another: who spoke under it changes too',
        edit: { do: 'mention', of: 'e4', span: { words: 'she' } },
        gives: r => [wordsOf(r.entities[3]!.mentions), quoteIn(r, 'q1').speakers],
        is: [['she', 'Ina Berg'], ['e4']],
      },
      {
        says: 'of nobody',
        edit: { do: 'mention', of: null, span: { words: 'she' } },
        gives: r => wordsOf(r.entities[0]!.mentions),
        is: ['Ola Berg', 'Berg'],
      },
      {
        says: 'a new one, in its form',
        edit: { do: 'mention', of: 'e4', span: { words: 'The mayor' }, form: 'description' },
        gives: r => r.entities[3]!.mentions.map(({ form }) => form),
        is: ['description', 'name'],
      },
    ],
    bad: [
      [
        'the only one of another',
        { do: 'mention', of: 'e1', span: { words: 'Ina Berg' } },
        /only mention of Ina Berg/,
      ],
    ],
  },
  'change-value': {
    good: [
      {
        says: 'another reading, inferred by nobody',
        edit: { do: 'change-value', item: 'v1', set: { type: 'number', value: { min: 60 } } },
        gives: r => r.values[0],
        is: expect.objectContaining({ type: 'number', value: { min: 60 }, corrected: 'c1' }),
      },
    ],
    bad: [
      [
        'what its type cannot come to',
        { do: 'change-value', item: 'v1', set: { type: 'date' } },
        /61 is no date/,
      ],
      [
        'money without amount',
        { do: 'change-value', item: 'v1', set: { type: 'money', value: { currency: 'GBP' } } },
        /no money/,
      ],
    ],
  },
  'add-value': {
    good: [
      {
        says: 'behind the one that ends before it',
        edit: { do: 'add-value', type: 'date', span: { words: 'Friday' }, value: '2026-03-13' },
        gives: r => r.values.map(({ id, value }) => [id, value]),
        is: [
          ['v1', 61],
          ['v2', '2026-03-13'],
        ],
      },
    ],
    bad: [
      [
        'no date',
        { do: 'add-value', type: 'date', span: { words: 'Friday' }, value: 'soon' },
        /no date/,
      ],
    ],
  },
  'change-fact': {
    good: [
      {
        says: 'about somebody else, and a claim',
        edit: {
          do: 'change-fact',
          item: 'f1',
          set: { args: { subject: 'e4', value: 'v1' }, saidBy: 'q2' },
        },
        gives: r => r.facts[0],
        is: expect.objectContaining({
          args: { subject: 'e4', value: 'v1' },
          saidBy: 'q2',
          confidence: 1,
        }),
      },
    ],
    bad: [
      [
        'about nobody',
        { do: 'change-fact', item: 'f1', set: { args: { subject: 'e9' } } },
        /no e9/,
      ],
      ['without words', { do: 'change-fact', item: 'f1', set: { evidence: [] } }, /evidence/],
    ],
  },
  'add-fact': {
    good: [
      {
        says: 'with plain words',
        edit: {
          do: 'add-fact',
          type: 'role',
          args: { subject: 'e4', title: 'mayor' },
          evidence: [{ words: 'The mayor, Ina Berg' }],
        },
        gives: r => r.facts[2],
        is: expect.objectContaining({
          id: 'f3',
          args: { subject: 'e4', title: 'mayor' },
          confidence: 1,
          corrected: 'c1',
        }),
      },
    ],
    bad: [
      [
        'a type that is none',
        { do: 'add-fact', type: 'fibbed', args: { subject: 'e1' }, evidence: [{ words: '61' }] },
        /type/,
      ],
    ],
  },
  'change-finding': {
    good: [
      {
        says: 'how bad it is',
        edit: { do: 'change-finding', item: 'n1', set: { severity: 'note' } },
        gives: r => r.findings[0]!.severity,
        is: 'note',
      },
    ],
    bad: [
      ['no such finding', { do: 'change-finding', item: 'n2', set: { severity: 'note' } }, /no n2/],
    ],
  },
  'add-finding': {
    good: [
      {
        says: 'behind the others',
        edit: {
          do: 'add-finding',
          code: 'two-bergs',
          severity: 'note',
          message: 'Two people named Berg.',
          spans: [{ words: 'Ina Berg' }],
        },
        gives: r => r.findings.map(({ code }) => code),
        is: ['age-mismatch', 'two-bergs'],
      },
    ],
    bad: [
      [
        'a code that is none',
        { do: 'add-finding', code: 'Two Bergs', severity: 'note', message: 'x', spans: [] },
        /words-in-small-letters/,
      ],
    ],
  },
  merge: {
    good: [
      {
        says: 'two people are one: all that was the second’s is the first’s',
        edit: { do: 'merge', items: ['e1', 'e2'] },
        gives: r => [
          r.entities.length,
          wordsOf(r.entities[0]!.mentions),
          quoteIn(r, 'q2').speakers,
          r.facts[1]!.args,
        ],
        is: [
          3,
          ['Ola Berg', 'she', 'Berg', 'Tam Orrin', 'Orrin'],
          ['e1'],
          { subject: 'e1', object: 'e3' },
        ],
      },
      {
        says: 'a fact between the two goes',
        edit: { do: 'merge', items: ['e2', 'e3'] },
        gives: r => r.facts.map(({ id }) => id),
        is: ['f1'],
      },
      {
        says: 'two quotes are one',
        edit: { do: 'merge', items: ['q2', 'q1'] },
        gives: r => r.quotes.map(({ id, content, speakers }) => [id, content.length, ...speakers]),
        is: [['q2', 3, 'e2']],
      },
    ],
    bad: [
      [
        'a person and a quote',
        { do: 'merge', items: ['e1', 'q1'] },
        /Entities are merged with entities/,
      ],
      ['one alone', { do: 'merge', items: ['e1'] }, /items/],
    ],
  },
  split: {
    good: [
      {
        says: 'one person is two; what was said under a name goes with it',
        edit: { do: 'split', item: 'e1', off: [{ words: 'she' }, { words: 'Berg', nth: 2 }] },
        gives: r => [
          r.entities.map(({ id, name }) => `${id} ${name}`),
          quoteIn(r, 'q1').speakers,
          r.facts[0]!.args.subject,
        ],
        is: [
          ['e1 Ola Berg', 'e2 Tam Orrin', 'e3 pilots’ guild', 'e4 Ina Berg', 'e5 Berg'],
          ['e5'],
          'e1',
        ],
      },
      {
        says: 'one quote is two: the second carries on the first',
        edit: { do: 'split', item: 'q1', off: [{ words: '“and by Friday.”' }] },
        gives: r =>
          r.quotes.map(({ id, content, continues, speakers }) => [
            id,
            wordsOf(content),
            continues,
            ...speakers,
          ]),
        is: [
          ['q1', ['“We will float her,”'], undefined, 'e1'],
          ['q3', ['“and by Friday.”'], 'q1', 'e1'],
          ['q2', ['“Nobody asked us,”'], undefined, 'e2'],
        ],
      },
    ],
    bad: [
      [
        'all of it',
        { do: 'split', item: 'e4', off: [{ words: 'Ina Berg' }] },
        /Nothing would be left/,
      ],
      [
        'what is not in it',
        { do: 'split', item: 'q2', off: [{ words: 'the tide' }] },
        /not all within/,
      ],
      [
        'a mention of nobody',
        { do: 'split', item: 'e1', off: [{ words: 'harbour' }] },
        /no mention of Ola Berg/,
      ],
      ['a fact', { do: 'split', item: 'f1', off: [{ words: '61' }] }, /cannot/],
    ],
  },
  delete: {
    good: [
      {
        says: 'a quote',
        edit: { do: 'delete', item: 'q1' },
        gives: r => r.quotes.map(({ id }) => id),
        is: ['q2'],
      },
      {
        says: 'a person, with the facts about them; their quotes are nobody’s',
        edit: { do: 'delete', item: 'e2' },
        gives: r => [r.facts.map(({ id }) => id), quoteIn(r, 'q2').speakers],
        is: [['f1'], []],
      },
      {
        says: 'a value, with the fact that rests on it',
        edit: { do: 'delete', item: 'v1' },
        gives: r => r.facts.map(({ id }) => id),
        is: ['f2'],
      },
      {
        says: 'a fact',
        edit: { do: 'delete', item: 'f1' },
        gives: r => r.facts.map(({ id }) => id),
        is: ['f2'],
      },
      { says: 'a finding', edit: { do: 'delete', item: 'n1' }, gives: r => r.findings, is: [] },
    ],
    bad: [['what is not there', { do: 'delete', item: 'v7' }, /no v7/]],
  },
  accept: {
    good: [
      {
        says: 'a doubtful quote is sure',
        edit: { do: 'accept', item: 'q2' },
        gives: r => quoteIn(r, 'q2'),
        is: expect.objectContaining({ confidence: 1, speakerConfidence: 1, corrected: 'c1' }),
      },
      {
        says: 'a fact is sure',
        edit: { do: 'accept', item: 'f1' },
        gives: r => r.facts[0]!.confidence,
        is: 1,
      },
    ],
    bad: [['what has no confidence', { do: 'accept', item: 'e1' }, /no confidence/]],
  },
  check: {
    good: [
      {
        says: 'all quotes are sure',
        edit: { do: 'check' },
        gives: r => r.quotes.map(({ confidence }) => confidence),
        is: [1, 1],
      },
    ],
    bad: [['one quote alone', { do: 'check', quotes: ['q1'] }, /1 not seen/]],
  },
}

describe.each(editKinds)('%s', name => {
  const { good, bad } = cases[name]
  it.each(good.map(one => [one.says, one] as const))('%s', (_, one) => {
    const corrected = after(machine, one.edit)
    expect(one.gives(corrected)).toEqual(one.is)
    expect(faults(corrected)).toEqual([])
  })
  it.each(bad)('not %s', (_, told, why) => {
    expect(() => after(machine, edit.parse(told))).toThrow(why)
  })
})

describe('quotes that carry on others', () => {
  const split: Edit = { do: 'split', item: 'q1', off: [{ words: '“and by Friday.”' }] }
  it('have the speaker of what they carry on', () => {
    const corrected = after(machine, split, {
      do: 'change-quote',
      item: 'q1',
      set: { speakers: ['e4'] },
    })
    expect(quoteIn(corrected, 'q3').speakers).toEqual(['e4'])
  })
  it('carry nothing on once they are somebody else’s', () => {
    const corrected = after(machine, split, {
      do: 'change-quote',
      item: 'q3',
      set: { speakers: ['e4'] },
    })
    expect(quoteIn(corrected, 'q3').continues).toBe(undefined)
    expect(quoteIn(corrected, 'q1').speakers).toEqual(['e1'])
  })
  it('carry on nothing when that is deleted', () => {
    const corrected = after(machine, split, { do: 'delete', item: 'q1' })
    expect(quoteIn(corrected, 'q3').continues).toBe(undefined)
    expect(faults(corrected)).toEqual([])
  })
})

it('an edit of no known name says which there are', () => {
  expect(() => edit.parse({ do: 'improve', item: 'q1' })).toThrow(/change-quote, add-quote/)
})
