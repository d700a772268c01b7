import type { WordRange } from '../../models/attributions.js'
import type { Block } from '../../models/view.js'
import { isSpace, lastStartingBy, type Span } from '../../span.js'
import type { MarkLayer, Quotation } from '../../text/marks.js'

/** Signs that belong to the words before them when a closing mark follows: “…,” and “…?!” and “… –” */
const BEFORE_CLOSING = new Set([...'.,;:!?…–—-'])

/** Where the marks of a text open and close, to look up by position. */
export interface MarkIndex {
  readonly quotations: readonly Quotation[]
  /** Outermost quotations, sorted and apart. */
  readonly outer: readonly Quotation[]
  /** Start of an opening mark by its end; end of a closing mark by its start. */
  readonly opens: ReadonlyMap<number, number>
  readonly closes: ReadonlyMap<number, number>
}

export function indexMarks(marks: MarkLayer): MarkIndex {
  const opens = new Map<number, number>()
  const closes = new Map<number, number>()
  for (const { open, close } of marks.quotations) {
    opens.set(open.end, open.start)
    if (close !== undefined) closes.set(close.start, close.end)
  }
  const outer = marks.quotations.filter(quotation => quotation.level === 0)
  return { quotations: marks.quotations, outer, opens, closes }
}

/** The spans of word ranges in a block; ranges with no word between them become one span. */
export function rangesToSpans(block: Block, ranges: readonly WordRange[]): Span[] {
  const spans: { start: number; end: number }[] = []
  let reached = -1
  for (const { from, to } of ranges) {
    const start = block.words[from]!.start
    const end = block.words[to - 1]!.end
    if (from === reached) spans.at(-1)!.end = end
    else spans.push({ start, end })
    reached = to
  }
  return spans
}

/**
 * The content with the quotation marks at its edges, and the signs before a closing mark. A mark is taken in only if
 * it touches the content (white space as in « … » aside).
 */
export function withMarks(text: string, content: Span, index: MarkIndex): Span {
  let { start, end } = content
  for (;;) {
    let at = start
    while (at > 0 && isBlank(text, at - 1)) at--
    const open = index.opens.get(start) ?? index.opens.get(at)
    if (open === undefined) break
    start = open
  }
  for (;;) {
    let at = end
    while (!index.closes.has(at) && (BEFORE_CLOSING.has(text[at] ?? '') || isBlank(text, at))) at++
    const close = index.closes.get(at)
    if (close === undefined) break
    end = close
  }
  return { start, end }
}

const LINE_END = /[\n\r\v\f\u0085\u2028\u2029]/

/** White space within a line. */
const isBlank = (text: string, at: number) =>
  isSpace(text.charCodeAt(at)) && !LINE_END.test(text[at]!)

/** A quotation that runs on into the next paragraph and ends where this content does: its last stop belongs to it. */
export function toParagraphEnd(content: Span, index: MarkIndex): Span {
  const k = lastStartingBy(index.outer, content.end)
  const quotation = index.outer[k]
  if (quotation === undefined || quotation.close !== undefined || quotation.end < content.end)
    return content
  return quotation.end - content.end <= 3 ? { start: content.start, end: quotation.end } : content
}
