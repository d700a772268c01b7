import type {
  EntityType,
  RecordEntity,
  RecordFact,
  RecordQuote,
  RecordValue,
  StoryRecord,
} from '@onrecord/engine'
import { fakeRecord } from '../fixtures/fake-reader.mjs'

/** Builds the parts of a record over one text, found by their words; ids are given. */
export function over(text: string) {
  const at = (words: string, nth = 1) => {
    let start = -1
    for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
    if (start < 0) throw new Error(`The story has no ${words}`)
    return { start, end: start + words.length, text: words }
  }
  return {
    at,
    entity: (id: string, type: EntityType, name: string): RecordEntity => ({
      id,
      type,
      name,
      mentions: [{ ...at(name), form: 'name' }],
    }),
    value: (
      id: string,
      words: string,
      type: RecordValue['type'],
      value: RecordValue['value'],
      more: Partial<RecordValue> = {},
    ): RecordValue => {
      const { start, end } = at(words)
      return { id, type, span: { start, end }, value, stated: {}, ...more }
    },
    fact: (
      type: RecordFact['type'],
      args: RecordFact['args'],
      evidence: string,
      more: Partial<RecordFact> = {},
    ): RecordFact => ({ id: 'f1', type, args, evidence: [at(evidence)], confidence: 0.9, ...more }),
    quote: (
      id: string,
      content: string,
      speakers: readonly string[],
      more: Partial<RecordQuote> = {},
    ): RecordQuote => ({
      id,
      kind: 'direct',
      content: [at(content)],
      cue: [],
      source: [],
      speakers,
      ...(speakers.length > 0 && { speakerConfidence: 0.9 }),
      confidence: 0.9,
      ...more,
    }),
    record: (parts: Partial<StoryRecord>): StoryRecord => ({
      ...fakeRecord({ id: 'a', text: '' }),
      story: { id: 'a', text, language: 'en', sha256: '0'.repeat(64) },
      ...parts,
      facts: (parts.facts ?? []).map((fact, i) => ({ ...fact, id: `f${i + 1}` })),
    }),
  }
}

const TEXT = `Tollen label goes to Harrow Group

VERRAN, Tuesday 10 March 2026

Tollen Records, founded by Ida Marsh and Lev Tollen in 1994, was sold to Harrow Group for $3bn last month.

“We never wanted to grow old in it,” Marsh, 61, the label’s president, told the Courier in Verran on Friday. Her actor husband Sten Aker, who wrote the musical Salt Years, may join the board.

“He was born in Ardesk,” said Lev Tollen of Mr Aker.

The premiere of Salt Years is at the Grand Quay in Verran on 2 April. Ola Brenn was not asked.
`

const { at, entity, value, fact, quote, record } = over(TEXT)

/** A record with something of everything. All of it is invented. */
export const rich: StoryRecord = {
  ...record({
    entities: [
      entity('e1', 'organisation', 'Tollen Records'),
      entity('e2', 'person', 'Ida Marsh'),
      entity('e3', 'person', 'Lev Tollen'),
      entity('e4', 'organisation', 'Harrow Group'),
      entity('e5', 'person', 'Sten Aker'),
      entity('e6', 'work', 'Salt Years'),
      entity('e7', 'place', 'Verran'),
      entity('e8', 'place', 'Ardesk'),
      entity('e9', 'organisation', 'Courier'),
      entity('e10', 'event', 'The premiere of Salt Years'),
      entity('e11', 'place', 'Grand Quay'),
      entity('e12', 'person', 'Ola Brenn'),
    ],
    values: [
      value('v1', 'Tuesday 10 March 2026', 'date', '2026-03-10'),
      value('v2', '1994', 'date', '1994'),
      value('v3', '$3bn', 'money', { amount: 3_000_000_000, currency: 'USD' }),
      value('v4', 'last month', 'date', '2026-02', { inferred: { year: 2026, month: 2 } }),
      value('v5', '61', 'age', 61),
      value('v6', 'Friday', 'date', '2026-03-06', { inferred: { year: 2026, month: 3, day: 6 } }),
      value('v7', '2 April', 'date', '2026-04-02', {
        stated: { month: 4, day: 2 },
        inferred: { year: 2026, basis: 'published' },
      }),
    ],
    quotes: [
      quote('q1', '“We never wanted to grow old in it,”', ['e2'], {
        source: [at('Marsh, 61, the label’s president,')],
        cue: [at('told')],
        setting: { to: 'e9', place: 'e7', time: 'v6' },
      }),
      quote('q2', '“He was born in Ardesk,”', ['e3'], { speakerConfidence: 0.55 }),
    ],
    facts: [
      fact('founded', { subject: 'e2', object: 'e1', time: 'v2' }, 'founded by Ida Marsh'),
      fact('founded', { subject: 'e3', object: 'e1', time: 'v2' }, 'founded by Ida Marsh'),
      fact(
        'acquired',
        { buyer: 'e4', target: 'e1', seller: 'e2', price: 'v3', time: 'v4' },
        'was sold to Harrow Group for $3bn',
      ),
      fact('age', { subject: 'e2', value: 'v5' }, 'Marsh, 61'),
      fact(
        'role',
        { subject: 'e2', title: 'president', organisation: 'e1' },
        'the label’s president',
      ),
      fact('role', { subject: 'e5', title: 'actor' }, 'actor husband Sten Aker'),
      fact('family', { subject: 'e5', object: 'e2', relation: 'husband' }, 'Her actor husband'),
      fact('created', { subject: 'e5', object: 'e6', as: 'wrote' }, 'wrote the musical', {
        confidence: 0.55,
      }),
      fact('born', { subject: 'e5', place: 'e8' }, 'He was born in Ardesk', { saidBy: 'q2' }),
      fact('held', { event: 'e10', place: 'e11', time: 'v7' }, 'is at the Grand Quay'),
      fact('located-in', { subject: 'e11', object: 'e7' }, 'Grand Quay in Verran'),
    ],
    findings: [
      { code: 'b', severity: 'note', message: 'A note.', spans: [] },
      {
        code: 'a',
        severity: 'error',
        message: '“Marsh” is 61 and 62.',
        spans: [at('Marsh, 61'), at('He was born')],
      },
    ],
  }),
  story: {
    id: 'tollen',
    text: TEXT,
    title: 'Tollen label goes to Harrow Group',
    outlet: 'The Ardesk Courier',
    published: '2026-03-10',
    language: 'en',
    sha256: '0'.repeat(64),
  },
}
