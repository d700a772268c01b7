import type { Span, StoryRecord, TextSpan } from '@onrecord/engine'
import { type Lookup, lookUp, nameOf } from './lookup.js'

/**
 * What a cell holds; undefined where nothing is known. A column of strings may hold numbers too (`values.value`), which
 * CSV writes as numbers and Parquet as strings; a Date is an instant and stands in a column of timestamps.
 */
export type Cell = string | number | boolean | Date | undefined

/** integer: up to 2^31, as offsets and counts are. */
export type CellType = 'string' | 'integer' | 'double' | 'boolean' | 'timestamp'

/** A column: its name and type, and how its cell is made from an item and from the record that it stands in. */
export interface Column<Item> {
  readonly name: string
  readonly type: CellType
  readonly of: (item: Item, lookup: Lookup) => Cell
}

/** A flat table of one kind of a record's items. Every row begins with its story's id, title, outlet and date. */
export interface Table {
  /** What a row is, in a word, for help: "a quote". */
  readonly row: string
  readonly columns: readonly { readonly name: string; readonly type: CellType }[]
  /** The rows of one record, in the record's order; none where it holds nothing of the kind. */
  rows(record: StoryRecord): readonly (readonly Cell[])[]
}

/** `published` is as the story states it. */
const STORY = ['id', 'title', 'outlet', 'published'] as const

/** A table of the items that `items` finds; one that a record has none of gives no row. */
export function table<Item>(
  row: string,
  items: (lookup: Lookup) => readonly Item[],
  columns: readonly Column<Item>[],
): Table {
  return {
    row,
    columns: [
      ...STORY.map(name => ({ name: name === 'id' ? 'story' : name, type: 'string' as const })),
      ...columns.map(({ name, type }) => ({ name, type })),
    ],
    rows(record) {
      const lookup = lookUp(record)
      const story = STORY.map(name => record.story[name])
      return items(lookup).map(item => [...story, ...columns.map(({ of }) => of(item, lookup))])
    },
  }
}

type Of<Item> = Column<Item>['of']
const column =
  (type: CellType) =>
  <Item>(name: string, of: Of<Item>): Column<Item> => ({ name, type, of })

export const string = column('string')
export const integer = column('integer')
export const double = column('double')
export const boolean = column('boolean')
export const timestamp = column('timestamp')

/** `start` and `end`: the first and the last offset of an item's words, in UTF-16 code units. Empty where it has none. */
export const reach = <Item>(spans: (item: Item) => readonly Span[]): readonly Column<Item>[] => [
  integer('start', item =>
    spans(item).reduce<number | undefined>(
      (least, { start }) => Math.min(least ?? start, start),
      undefined,
    ),
  ),
  integer('end', item =>
    spans(item).reduce<number | undefined>(
      (most, { end }) => Math.max(most ?? end, end),
      undefined,
    ),
  ),
]

/** Several pieces of text in one cell: "We will … not go". */
export const words = (pieces: readonly TextSpan[]): string =>
  pieces.map(({ text }) => text).join(' … ')

/** Several entities in one cell: "Ida Marsh; Lev Tollen". */
export const names = (lookup: Lookup, ids: readonly string[]): string =>
  ids.map(id => nameOf(lookup, id)).join('; ')

/** "12-20; 41-44": each span, its end exclusive. */
export const spansOf = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join('; ')
