import type { Span, TextSpan } from '@onrecord/engine'
import type { Cell } from '../cell.js'
import { type Lookup, nameOf } from '../page/lookup.js'

/** A flat table of one kind of a record's items, without the story's columns. */
export interface Table {
  readonly columns: readonly string[]
  rows(lookup: Lookup): readonly (readonly Cell[])[]
}

/** Several pieces of text in one cell. */
export const words = (pieces: readonly TextSpan[]): string =>
  pieces.map(({ text }) => text).join(' … ')

/** Several entities in one cell. */
export const names = (lookup: Lookup, ids: readonly string[]): string =>
  ids.map(id => nameOf(lookup, id)).join('; ')

/** The first and the last offset of several spans, in two cells. */
export const reach = (spans: readonly Span[]): readonly [Cell, Cell] =>
  spans.length === 0
    ? [undefined, undefined]
    : [
        spans.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY),
        spans.reduce((most, { end }) => Math.max(most, end), 0),
      ]

/** "12-20; 41-44": each span, its end exclusive. */
export const spansOf = (spans: readonly Span[]): string =>
  spans.map(({ start, end }) => `${start}-${end}`).join('; ')
