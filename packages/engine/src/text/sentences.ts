import type { Span } from '../span.js'
import { trim } from '../span.js'
import { stage } from '../stage.js'

const END = /[.!?…]+["”’'»)\]]*(?=\s|$)/gu
const ABBREVIATION =
  /(?:^|[\s("“‘'])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr|Rev|Hon|vs|v|Inc|Ltd|Co|No|Jan|Feb|Aug|Sept|Oct|Nov|Dec|e\.g|i\.e|U\.S|a\.m|p\.m)\.$/

/** The sentences of one paragraph, in order. */
export function findSentences(text: string, paragraph: Span): Span[] {
  const within = text.slice(paragraph.start, paragraph.end)
  const sentences: Span[] = []
  let start = 0
  for (const match of within.matchAll(END)) {
    const end = match.index + match[0].length
    const rest = within.slice(end, end + 4).trimStart()
    if (rest !== '' && /^[\p{Ll}]/u.test(rest)) continue
    if (match[0] === '.' && ABBREVIATION.test(within.slice(Math.max(0, end - 8), end))) continue
    sentences.push(trim(text, { start: paragraph.start + start, end: paragraph.start + end }))
    start = end
  }
  const last = trim(text, { start: paragraph.start + start, end: paragraph.end })
  if (last.end > last.start) sentences.push(last)
  return sentences
}

export const sentences = stage('sentences', {
  needs: ['paragraphs'],
  gives: ['sentences'],
  read: story => ({ sentences: story.paragraphs.flatMap(p => findSentences(story.text, p)) }),
})
