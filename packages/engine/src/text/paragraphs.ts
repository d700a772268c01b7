import type { Span } from '../span.js'
import { trim } from '../span.js'
import { stage } from '../stage.js'
import { joinsNext } from './wrapped.js'

/** A line that holds something. */
export interface Line extends Span {
  /** How many characters of white space stand before it. */
  readonly indent: number
  /** Only a plain line end stands between this line and the one before: no blank line, no page or paragraph break. */
  readonly follows: boolean
}

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g
const PLAIN_END = /^(?:\r\n|[\n\r\u0085])$/

/**
 * The text's paragraphs, white space at the edges left out, blank ones passed over. A paragraph of a press story is
 * a line. Only where the whole text is wrapped by hand, its lines broken in mid-sentence at one width, are the lines
 * of a paragraph joined; its span then takes in the line ends between them.
 */
export function findParagraphs(text: string): Span[] {
  const lines = findLines(text)
  const joins = joinsNext(text, lines)
  const paragraphs: Span[] = []
  let start = 0
  lines.forEach((line, index) => {
    if (joins[index] === true) return
    paragraphs.push({ start: lines[start]!.start, end: line.end })
    start = index + 1
  })
  return paragraphs
}

function findLines(text: string): Line[] {
  const lines: Line[] = []
  let start = 0
  let follows = false
  const take = (end: number) => {
    const line = trim(text, { start, end })
    const blank = line.end === line.start
    if (!blank)
      lines.push({ start: line.start, end: line.end, indent: line.start - start, follows })
    follows = !blank
  }
  for (const { 0: lineEnd, index } of text.matchAll(LINE_END)) {
    take(index)
    if (!PLAIN_END.test(lineEnd)) follows = false
    start = index + lineEnd.length
  }
  take(text.length)
  return lines
}

export const paragraphs = stage('paragraphs', {
  needs: [],
  gives: ['paragraphs'],
  read: story => ({ paragraphs: findParagraphs(story.text) }),
})
