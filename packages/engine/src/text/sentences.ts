import { isSpace, type Span, trim } from '../span.js'
import { stage } from '../stage.js'
import { endsSentence } from './stops.js'

const STOPS = new Set([...'.!?…‽'])
const CLOSERS = new Set([...'"”’\'»›)]}″´'])

/**
 * The sentences of one paragraph, in order: together they hold all of it but white space. A sentence ends behind a
 * stop and the marks and brackets that close there; what comes after the last one, a headline without a stop for
 * instance, is a sentence too. A quotation’s sentences are told apart as any others; `"Is it over?" she asked.` is
 * one. Takes time linear in the paragraph.
 */
export function findSentences(text: string, paragraph: Span): Span[] {
  const sentences: Span[] = []
  let start = paragraph.start
  let words = 0
  const take = (end: number) => {
    const sentence = trim(text, { start, end })
    if (sentence.end > sentence.start) sentences.push(sentence)
    start = end
    words = 0
  }
  let inWord = false
  for (let i = paragraph.start; i < paragraph.end; ) {
    const c = text[i]!
    if (!STOPS.has(c)) {
      const space = isSpace(c.charCodeAt(0))
      if (!space && !inWord) words++
      inWord = !space
      i++
      continue
    }
    const stop = { start: i, end: skipStops(text, i, paragraph.end) }
    const end = skipClosers(text, stop.end, paragraph.end)
    const next = skipSpace(text, end, paragraph.end)
    const within = { text, start, stop, end, next, limit: paragraph.end, words }
    if (next > end && next < paragraph.end && endsSentence(within)) take(end)
    if (next > end) inWord = false
    i = next
  }
  take(paragraph.end)
  return sentences
}

/** The end of a run of stops; the dots of “. . .” are one run. */
function skipStops(text: string, from: number, limit: number): number {
  let i = from + 1
  while (i < limit) {
    if (STOPS.has(text[i]!)) i++
    else if (isSpacedDot(text, i, limit)) i += 2
    else break
  }
  return i
}

const isSpacedDot = (text: string, i: number, limit: number) =>
  text[i - 1] === '.' &&
  isSpace(text.charCodeAt(i)) &&
  i + 1 < limit &&
  text[i + 1] === '.' &&
  (i + 2 >= limit || /[\s.”"’')\]]/.test(text[i + 2]!))

/** The end of the marks and brackets that close behind a stop, those of « Oui. » included. */
function skipClosers(text: string, from: number, limit: number): number {
  let i = from
  while (i < limit) {
    if (CLOSERS.has(text[i]!)) i++
    else if (isSpacedGuillemet(text, i, limit)) i += 2
    else break
  }
  return i
}

const isSpacedGuillemet = (text: string, i: number, limit: number) =>
  i + 1 < limit &&
  isSpace(text.charCodeAt(i)) &&
  text[i + 1] === '»' &&
  (i + 2 >= limit || isSpace(text.charCodeAt(i + 2)))

function skipSpace(text: string, from: number, limit: number): number {
  let i = from
  while (i < limit && isSpace(text.charCodeAt(i))) i++
  return i
}

export const sentences = stage('sentences', {
  needs: ['paragraphs'],
  gives: ['sentences'],
  read: story => ({ sentences: story.paragraphs.flatMap(p => findSentences(story.text, p)) }),
})
