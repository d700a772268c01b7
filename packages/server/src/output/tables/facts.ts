import { nameOf } from '../page/lookup.js'
import { names, reach, spansOf, type Table, words } from './table.js'

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
export const factsTable: Table = {
  columns: [
    'fact',
    'type',
    ...ARGUMENTS,
    'arguments',
    'said_by',
    'speakers',
    'evidence',
    'confidence',
    'start',
    'end',
    'spans',
  ],
  rows: lookup =>
    lookup.record.facts.map(({ id, type, args, evidence, saidBy, confidence }) => {
      const quote = saidBy === undefined ? undefined : lookup.quotes.get(saidBy)
      return [
        id,
        type,
        ...ARGUMENTS.map(arg => (args[arg] === undefined ? undefined : nameOf(lookup, args[arg]))),
        Object.entries(args)
          .map(([arg, value]) => `${arg}=${value}`)
          .join('; '),
        saidBy,
        quote === undefined ? '' : names(lookup, lookup.record.quotes[quote]!.speakers),
        words(evidence),
        confidence,
        ...reach(evidence),
        spansOf(evidence),
      ]
    }),
}
