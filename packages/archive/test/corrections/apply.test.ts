import type { StoryRecord } from '@onrecord/engine'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Misfit } from '../../src/corrections/misfit.js'
import {
  applyCorrections,
  type Correction,
  type Edit,
  edit,
  makeCorrection,
  sha256,
} from '../../src/index.js'
import { sampleStories, story } from '../stories.js'
import { faults, make } from './making.js'

const records = sampleStories()
  .map(one => one.record)
  .filter(record => record.quotes.length > 3 && record.facts.length > 1)

/** A number that becomes an item, a span or a choice of whatever record it meets. */
interface Dice {
  readonly kind: number
  readonly a: number
  readonly b: number
  readonly c: number
}
const dice: fc.Arbitrary<Dice> = fc.record({
  kind: fc.nat(17),
  a: fc.nat(9999),
  b: fc.nat(9999),
  c: fc.nat(9999),
})

function editOf(record: StoryRecord, { kind, a, b, c }: Dice): Edit | undefined {
  const { quotes, entities, values, facts, findings, story } = record
  const one = <T>(all: readonly T[], k: number): T | undefined => all[k % Math.max(1, all.length)]
  const quote = one(quotes, a)?.id
  const entity = one(entities, a)?.id
  const other = one(entities, b)?.id ?? 'e1'
  const start = (b * 7) % story.text.length
  const span = { start, end: Math.min(story.text.length, start + 1 + (c % 60)) }
  const told: unknown = [
    { do: 'change-quote', item: quote, set: { speakers: [other] } },
    { do: 'change-quote', item: quote, set: { content: [span] } },
    { do: 'change-quote', item: quote, set: { source: [span], cue: [] } },
    { do: 'change-quote', item: quote, set: { kind: 'mixed', setting: { to: other } } },
    { do: 'add-quote', content: [span], speakers: [other] },
    { do: 'change-entity', item: entity, set: { name: `Name ${c}`, type: 'group' } },
    { do: 'add-entity', type: 'person', mentions: [span] },
    { do: 'mention', of: c % 3 ? other : null, span: one(one(entities, a)?.mentions ?? [], c) },
    { do: 'mention', of: entity, span },
    { do: 'merge', items: [entity, other] },
    { do: 'merge', items: [quote, one(quotes, b)?.id] },
    { do: 'split', item: entity, off: one(entities, a)?.mentions.slice(1, 2) },
    { do: 'split', item: quote, off: one(quotes, a)?.content.slice(-1) },
    { do: 'add-value', type: 'age', span, value: c % 99 },
    { do: 'add-fact', type: 'role', args: { subject: entity, title: 'skipper' }, evidence: [span] },
    {
      do: 'change-fact',
      item: one(facts, a)?.id,
      set: { args: { subject: other, object: entity } },
    },
    { do: 'delete', item: one([...quotes, ...entities, ...values, ...facts], a)?.id },
    { do: c % 2 ? 'accept' : 'delete', item: c % 2 ? quote : findings.length ? 'n1' : 'f1' },
  ][kind]
  const bare = JSON.parse(JSON.stringify(told), (name, value) =>
    name !== '' && value && typeof value === 'object' && 'text' in value
      ? { start: value.start, end: value.end }
      : value,
  )
  const read = edit.safeParse(bare)
  return read.success ? read.data : undefined
}

/** Whatever of the dice makes sense, done one after another. */
function throwAll(machine: StoryRecord, all: readonly Dice[]) {
  const corrections: Correction[] = []
  let record = machine
  for (const one of all) {
    const told = editOf(record, one)
    if (!told) continue
    const number = corrections.length + 1
    try {
      const made = makeCorrection({ key: `c${number}`, number }, told, record, machine)
      corrections.push(JSON.parse(JSON.stringify(made.correction)))
      record = made.record
    } catch (error) {
      if (!(error instanceof Misfit)) throw error
    }
    expect(faults(record), JSON.stringify(told)).toEqual([])
  }
  return { corrections, record }
}

const runs = fc.record({
  which: fc.nat(records.length - 1),
  throws: fc.array(dice, { minLength: 1, maxLength: 12 }),
  undone: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
})
const settings = { numRuns: 80, seed: 20261130 }

/** The same record under other ids, as another reading may give them. */
const renumbered = (record: StoryRecord): StoryRecord =>
  JSON.parse(JSON.stringify(record), (name, value) =>
    typeof value === 'string' && /^[qevf]\d+$/.test(value) && name !== 'text'
      ? `${value[0]}${Number(value.slice(1)) + 40}`
      : value,
  )

/** The same record of a text with a paragraph put before it. */
function moved(record: StoryRecord, put: string): StoryRecord {
  const shifted: StoryRecord = JSON.parse(JSON.stringify(record), (name, value) =>
    (name === 'start' || name === 'end') && typeof value === 'number' ? value + put.length : value,
  )
  const text = put + record.story.text
  return { ...shifted, story: { ...shifted.story, text, sha256: sha256(text) } }
}

describe('any corrections, any of them undone', () => {
  it('keep every invariant, and are the same done again from what is kept', () => {
    let made = 0
    const kinds = new Set<string>()
    fc.assert(
      fc.property(runs, ({ which, throws, undone }) => {
        const machine = records[which]!
        const { corrections, record } = throwAll(machine, throws)
        made += corrections.length
        for (const one of corrections) kinds.add(one.edit.do)
        const again = applyCorrections(machine, corrections)
        expect(again.record).toEqual(record)
        expect([...again.outcomes.values()].filter(one => one.state === 'conflict')).toEqual([])
        const left = corrections.filter((_, k) => !undone[k])
        const part = applyCorrections(machine, left)
        expect(faults(part.record)).toEqual([])
        expect([...part.outcomes.keys()]).toEqual(left.map(one => one.key))
      }),
      settings,
    )
    expect(made).toBeGreaterThan(200)
    expect(kinds.size).toBeGreaterThan(10)
  })

  it('all undone, the record is the machine’s', () => {
    for (const record of records) expect(applyCorrections(record, []).record).toBe(record)
  })

  it('mean the same in a reading with other ids', () => {
    fc.assert(
      fc.property(runs, ({ which, throws }) => {
        const machine = records[which]!
        const { corrections, record } = throwAll(machine, throws)
        const other = applyCorrections(renumbered(machine), corrections)
        expect([...other.outcomes.values()]).toEqual([
          ...applyCorrections(machine, corrections).outcomes.values(),
        ])
        expect(JSON.stringify(other.record)).toBe(JSON.stringify(renumbered(record)))
      }),
      settings,
    )
  })

  it('mean the same in a text with a new beginning, or are in conflict there', () => {
    let conflicts = 0
    let all = 0
    fc.assert(
      fc.property(runs, ({ which, throws }) => {
        const machine = records[which]!
        const { corrections } = throwAll(machine, throws)
        const put = 'Corrected on Friday: the tide was low.\n\n'
        const there = applyCorrections(moved(machine, put), corrections)
        expect(faults(there.record)).toEqual([])
        const fit = corrections.filter(({ key }) => there.outcomes.get(key)!.state !== 'conflict')
        all += corrections.length
        conflicts += corrections.length - fit.length
        expect(there.record).toEqual(moved(applyCorrections(machine, fit).record, put))
      }),
      settings,
    )
    expect(conflicts / all).toBeLessThan(0.05)
  })

  it('keep every invariant in a reading that found less and other things', () => {
    fc.assert(
      fc.property(runs, fc.nat(3), ({ which, throws }, drop) => {
        const machine = records[which]!
        const { corrections } = throwAll(machine, throws)
        const gone = machine.quotes
          .filter((_, k) => k % 4 === drop)
          .map(({ id }): Edit => ({ do: 'delete', item: id }))
        const other = make(machine, [
          ...gone,
          {
            do: 'split',
            item: machine.entities.find(one => one.mentions.length > 2)!.id,
            off: [machine.entities.find(one => one.mentions.length > 2)!.mentions[1]!].map(
              ({ start, end }) => ({ start, end }),
            ),
          },
        ]).record
        const there = applyCorrections(renumbered(other), corrections)
        expect(faults(there.record)).toEqual([])
        expect(there.outcomes.size).toBe(corrections.length)
      }),
      { ...settings, numRuns: 60 },
    )
  })
})

describe('another reading', () => {
  const text =
    '“We will float her,” said Ola Berg. “We must,” she added. Tam Orrin said that it was too late, and that “nobody” had asked.'
  const read = (speaker: string, ...more: string[]) =>
    story(
      { text },
      {
        entities: { 'Ola Berg': { mentions: ['she'] }, 'Tam Orrin': {} },
        quotes: [
          {
            content: '“We will float her,”',
            cue: 'said',
            source: 'Ola Berg',
            speakers: [speaker],
            confidence: 0.7,
          },
          ...more.map(content => ({ content, speakers: ['Tam Orrin'], kind: 'mixed' as const })),
        ],
      },
    ).record
  const late = 'that it was too late, and that “nobody” had asked'
  const outcomes = (machine: StoryRecord, edits: Edit[], now: StoryRecord) => [
    ...applyCorrections(now, make(machine, edits).corrections).outcomes.values(),
  ]
  const speaker = (id: string): Edit => ({
    do: 'change-quote',
    item: 'q1',
    set: { speakers: [id] },
  })

  it('that is right now fulfils a correction, and nothing changes', () => {
    const now = read('Ola Berg')
    const { corrections } = make(read('Tam Orrin'), [speaker('e1')])
    expect(applyCorrections(now, corrections).record).toBe(now)
    expect(outcomes(read('Tam Orrin'), [speaker('e1')], now)).toEqual([{ state: 'fulfilled' }])
  })

  it('that found the quote that was added fulfils that; what was deleted and is not there too', () => {
    const add: Edit = {
      do: 'add-quote',
      content: [{ words: late }],
      speakers: ['e2'],
      kind: 'mixed',
    }
    expect(outcomes(read('Ola Berg'), [add], read('Ola Berg', late))).toEqual([
      { state: 'fulfilled' },
    ])
    const gone: Edit = { do: 'delete', item: 'q2' }
    expect(outcomes(read('Ola Berg', late), [gone], read('Ola Berg'))).toEqual([
      { state: 'fulfilled' },
    ])
  })

  it('that makes no such quote is a conflict, with the reason', () => {
    const edits: Edit[] = [{ do: 'change-quote', item: 'q2', set: { kind: 'indirect' } }]
    expect(outcomes(read('Ola Berg', late), edits, read('Ola Berg'))).toEqual([
      { state: 'conflict', reason: `The record does not have the quote “${late}”.` },
    ])
  })

  it('that says something else of what was accepted is a conflict', () => {
    const edits: Edit[] = [{ do: 'accept', item: 'q1' }]
    expect(outcomes(read('Ola Berg'), edits, read('Tam Orrin'))).toMatchObject([
      { state: 'conflict' },
    ])
    expect(outcomes(read('Ola Berg'), edits, read('Ola Berg'))).toEqual([{ state: 'applied' }])
  })

  it('with other quotes than were checked is a conflict', () => {
    expect(outcomes(read('Ola Berg'), [{ do: 'check' }], read('Ola Berg', late))).toEqual([
      { state: 'conflict', reason: expect.stringContaining('1 not seen, 0 changed') },
    ])
  })

  it('a correction that rests on an undone one is in conflict, and right again when that is done again', () => {
    const machine = read('Ola Berg')
    const { corrections } = make(machine, [
      { do: 'add-quote', content: [{ words: late }] },
      { do: 'change-quote', item: 'q2', set: { speakers: ['e2'] } },
    ])
    const [, second] = corrections
    const alone = applyCorrections(machine, [second!])
    expect(alone.record).toBe(machine)
    expect(alone.outcomes.get('c2')).toMatchObject({ state: 'conflict' })
    expect(applyCorrections(machine, corrections).record.quotes[1]!.speakers).toEqual(['e2'])
  })
})
