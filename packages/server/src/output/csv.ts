import { row } from './cell.js'
import { lookUp } from './page/lookup.js'
import { factsTable } from './tables/facts.js'
import { findingsTable } from './tables/findings.js'
import { peopleTable } from './tables/people.js'
import { quotesTable } from './tables/quotes.js'
import type { Table } from './tables/table.js'
import { valuesTable } from './tables/values.js'
import type { Writer } from './writer.js'

const TABLES = {
  quotes: quotesTable,
  people: peopleTable,
  values: valuesTable,
  facts: factsTable,
  findings: findingsTable,
} satisfies Record<string, Table>

export type TableName = keyof typeof TABLES
export const tables = Object.keys(TABLES) as readonly TableName[]

const STORY = ['story', 'title', 'outlet', 'published']

/**
 * One table of all stories, as RFC 4180 has it: a header, commas, CRLF. Each row starts with its story; one that holds
 * nothing of the kind has no row. Several names are parted by "; ", several pieces of text by " … ".
 */
export function csvWriter(name: TableName = 'quotes'): Writer {
  const table: Table = TABLES[name]
  return {
    start: row([...STORY, ...table.columns]),
    record(record) {
      const { id, title, outlet, published } = record.story
      return table
        .rows(lookUp(record))
        .map(cells => row([id, title, outlet, published, ...cells]))
        .join('')
    },
    end: '',
  }
}
