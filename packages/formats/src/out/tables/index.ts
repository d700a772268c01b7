import type { StoryRecord } from '@onrecord/engine'
import type { OutFormat, OutOptions } from '../out.js'
import { factsTable } from './facts.js'
import { findingsTable } from './findings.js'
import { mentionsTable } from './mentions.js'
import { peopleTable } from './people.js'
import { quotesTable } from './quotes.js'
import { storiesTable } from './stories.js'
import type { Table } from './table.js'
import { valuesTable } from './values.js'

const TABLES = {
  quotes: quotesTable,
  people: peopleTable,
  values: valuesTable,
  facts: factsTable,
  findings: findingsTable,
  mentions: mentionsTable,
  stories: storiesTable,
} satisfies Record<string, Table>

export type TableName = keyof typeof TABLES

/** The names of all tables; the first is the one that is written unless another is named. */
export const tables = Object.keys(TABLES) as readonly TableName[]

export const tableOf = (name: TableName = 'quotes'): Table => TABLES[name]

export interface TableOptions extends OutOptions {
  /** Unless told: quotes. */
  readonly table?: TableName
}

/** A form that holds one table a file. */
export interface TableFormat extends OutFormat {
  write(
    records: AsyncIterable<StoryRecord>,
    options?: TableOptions,
  ): AsyncIterable<string | Uint8Array>
}
