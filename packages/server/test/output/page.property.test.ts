import { FACT_TYPES, type RecordFact } from '@onrecord/engine'
import { tables } from '@onrecord/formats'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvWriter } from '../../src/output/csv.js'
import { mdWriter } from '../../src/output/md.js'
import { textWriter } from '../../src/output/text.js'
import { columnsOf } from '../../src/output/width.js'
import { rich } from './record.js'

const ids = fc.constantFrom(
  ...rich.entities.map(({ id }) => id),
  ...rich.values.map(({ id }) => id),
  'e99',
  '',
  'plain words',
  '\x1b[2J\n',
  '漢字'.repeat(30),
)
const names = fc.constantFrom(
  ...'subject object title organisation work relation as event place time value price'.split(' '),
  ...'buyer target seller platform constructor toString'.split(' '),
)

const fact = fc.record({
  id: fc.constant('f1'),
  type: fc.constantFrom<string>(...FACT_TYPES, 'constructor', 'sang') as fc.Arbitrary<
    RecordFact['type']
  >,
  args: fc.dictionary(names, ids, { maxKeys: 5, noNullPrototype: true }),
  evidence: fc.constant(rich.facts[0]!.evidence),
  confidence: fc.constantFrom(0.3, 0.9),
})
const said = fc.constantFrom({}, { saidBy: 'q1' }, { saidBy: 'q99' })

const record = fc
  .array(
    fc.tuple(fact, said).map(([fact, said]): RecordFact => ({ ...fact, ...said })),
    { maxLength: 12 },
  )
  .map(facts => ({ ...rich, facts }))

test('whatever the facts hold, there is a page of it that is not too wide and does not act', () => {
  fc.assert(
    fc.property(record, fc.integer({ min: 20, max: 90 }), (record, columns) => {
      const page = textWriter({ columns, color: false }).record(record)
      expect(page).not.toMatch(/undefined|\[object|[\0-\x09\x0b-\x1f]/)
      for (const line of page.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(columns)
      expect(mdWriter().record(record)).not.toMatch(/undefined|\[object|\x1b/)
    }),
  )
})

test('every fact has its row', () => {
  fc.assert(
    fc.property(record, record => {
      for (const name of tables) expect(csvWriter(name).record(record)).not.toContain('undefined')
      const rows = csvWriter('facts').record(record).split('\r\n')
      expect(rows).toHaveLength(record.facts.length + 1)
    }),
  )
})
