import type { Span } from '../span.js'
import { trim } from '../span.js'
import { stage } from '../stage.js'

const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g

/**
 * The text's paragraphs: its lines, white space at the edges left out, blank ones passed over.
 * A paragraph of a press story is a line; nothing is joined.
 */
export function findParagraphs(text: string): Span[] {
  const paragraphs: Span[] = []
  let start = 0
  const take = (end: number) => {
    const paragraph = trim(text, { start, end })
    if (paragraph.end > paragraph.start) paragraphs.push(paragraph)
  }
  for (const match of text.matchAll(LINE_END)) {
    take(match.index)
    start = match.index + match[0].length
  }
  take(text.length)
  return paragraphs
}

export const paragraphs = stage('paragraphs', {
  needs: [],
  gives: ['paragraphs'],
  read: story => ({ paragraphs: findParagraphs(story.text) }),
})
