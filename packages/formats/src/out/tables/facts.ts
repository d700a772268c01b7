import type { RecordFact } from '@onrecord/engine'
import { nameOf } from './lookup.js'
import { double, names, reach, spansOf, string, table, words } from './table.js'

/** The arguments of all types of facts: a column each. */
const ARGUMENTS = [
  'subject',
  'object',
  'relation',
  'title',
  'organisation',
  'work',
  'buyer',
  'target',
  'seller',
  'price',
  'as',
  'event',
  'place',
  'time',
  'platform',
  'value',
]

/**
 * A row a fact. Each argument has a column with its words; `arguments` has all of them with their ids
 * ("subject=e1; object=e2"). `said_by` is the quote whose claim it is, `speakers` who says so. Start and end are the first
 * and last offset of the evidence, `spans` all of it.
 */
export const factsTable = table<RecordFact>('a fact', ({ record }) => record.facts, [
  string('fact', ({ id }) => id),
  string('type', ({ type }) => type),
  ...ARGUMENTS.map(name =>
    string<RecordFact>(name, ({ args }, lookup) =>
      Object.hasOwn(args, name) ? nameOf(lookup, args[name]!) : undefined,
    ),
  ),
  string('arguments', ({ args }) =>
    Object.entries(args)
      .map(([arg, value]) => `${arg}=${value}`)
      .join('; '),
  ),
  string('said_by', ({ saidBy }) => saidBy),
  string('speakers', ({ saidBy }, lookup) => {
    const quote = saidBy === undefined ? undefined : lookup.quotes.get(saidBy)
    return quote === undefined ? '' : names(lookup, lookup.record.quotes[quote]!.speakers)
  }),
  string('evidence', ({ evidence }) => words(evidence)),
  double('confidence', ({ confidence }) => confidence),
  ...reach<RecordFact>(({ evidence }) => evidence),
  string('spans', ({ evidence }) => spansOf(evidence)),
])
