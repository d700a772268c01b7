import type { RecordQuote, Span, StoryRecord } from '@onrecord/engine'
import { UNSURE } from '@onrecord/server/page'

/** What is marked in a text. draft: a span that an editor is setting; found: what a link leads to. */
export type MarkKind =
  | 'content'
  | 'cue'
  | 'source'
  | 'mention'
  | 'value'
  | 'finding'
  | 'found'
  | 'draft'

export interface Mark extends Span {
  readonly kind: MarkKind
  /** The item whose it is: q3, e1, v2; '' for none. */
  readonly item: string
  readonly doubtful?: boolean
}

/** What of a record is marked. */
export interface Layers {
  readonly quotes: boolean
  readonly people: boolean
  readonly values: boolean
}

export const isDoubtful = ({ confidence, speakers, speakerConfidence = 1 }: RecordQuote): boolean =>
  confidence < UNSURE || (speakers.length > 0 && speakerConfidence < UNSURE)

/** The marks of a record, in the order of the text; at one place the longer first. */
export function marksOf(record: StoryRecord, layers: Layers): Mark[] {
  const marks: Mark[] = []
  if (layers.quotes)
    for (const quote of record.quotes)
      for (const kind of ['content', 'cue', 'source'] as const)
        for (const { start, end } of quote[kind])
          marks.push({ start, end, kind, item: quote.id, doubtful: isDoubtful(quote) })
  if (layers.people)
    for (const { id, mentions } of record.entities)
      for (const { start, end } of mentions) marks.push({ start, end, kind: 'mention', item: id })
  if (layers.values)
    for (const { id, span } of record.values)
      marks.push({ start: span.start, end: span.end, kind: 'value', item: id })
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Characters that a block has at most: a paragraph that is longer is set in pieces, so that pages stay quick. */
const LONGEST = 4_000

/** Paragraphs as they are set: each whole, or one that is very long in pieces, cut between words where there are any. */
export function blocksOf(text: string, paragraphs: readonly Span[]): Span[] {
  return paragraphs.flatMap(({ start, end }) => {
    const blocks: Span[] = []
    for (let from = start; from < end; ) {
      const to = end - from <= LONGEST ? end : cutAt(text, from + LONGEST)
      blocks.push({ start: from, end: to })
      from = to
    }
    return blocks
  })
}

/** A place to cut at or a little before `at`: behind a space, else between characters. */
function cutAt(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at - 1)
  if (space > at - LONGEST / 2) return space + 1
  return /[\udc00-\udfff]/.test(text[at]!) ? at - 1 : at
}

/** The marks of each block, in their order. */
export function marksIn(blocks: readonly Span[], marks: readonly Mark[]): Mark[][] {
  const inBlocks: Mark[][] = blocks.map(() => [])
  let first = 0
  for (const mark of marks) {
    while (first < blocks.length && blocks[first]!.end <= mark.start) first++
    for (let k = first; k < blocks.length && blocks[k]!.start < mark.end; k++)
      inBlocks[k]!.push(mark)
  }
  return inBlocks
}

/** A stretch of text all of which has the same marks, the shortest first. */
export interface Run extends Span {
  readonly marks: readonly Mark[]
  /** A character that would turn the direction or act as control: shown by its name. */
  readonly control?: string
}

const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/** A block in runs: every mark is a whole number of them, however marks overlap. */
export function runsOf(text: string, block: Span, marks: readonly Mark[]): Run[] {
  const edges = new Set([block.start, block.end])
  for (const { start, end } of marks) {
    if (start > block.start) edges.add(start)
    if (end < block.end) edges.add(end)
  }
  const controls = new Set<number>()
  for (const { index } of text.slice(block.start, block.end).matchAll(CONTROL)) {
    const at = block.start + index
    controls.add(at)
    edges.add(at)
    if (at + 1 < block.end) edges.add(at + 1)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const runs: Run[] = []
  const open: Mark[] = []
  let next = 0
  for (const [k, start] of cuts.slice(0, -1).entries()) {
    for (let j = open.length - 1; j >= 0; j--) if (open[j]!.end <= start) open.splice(j, 1)
    for (; next < marks.length && marks[next]!.start <= start; next++)
      if (marks[next]!.end > start) open.push(marks[next]!)
    const here = [...open].sort((a, b) => a.end - a.start - (b.end - b.start))
    const control = controls.has(start) ? nameOf(text[start]!) : undefined
    runs.push({ start, end: cuts[k + 1]!, marks: here, ...(control && { control }) })
  }
  return runs
}

const nameOf = (char: string): string =>
  `U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`
