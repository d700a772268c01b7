import type { Span } from '@onrecord/engine'
import { type Phrase, part } from './phrase.js'

/** Code units looked at on either side. */
const REACH = 60

const BREAK = /[\n\r\v\f\u0085\u2028\u2029]/
const SENTENCE = /(?:^|\s)\p{Ll}/u

const SENTENCE_END = /[.!?]["'”’»)\]]*\s+(?=\S)/g

/**
 * The words around a span: its sentence where that is short, else as much of it as is near, with … where words are left
 * out; the span stands out. Never past the line. Empty where that is no sentence, as in a date line: no word of it has a small initial.
 */
export function excerptOf(text: string, { start, end }: Span): Phrase {
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const head = headOf(before, start > REACH)
  const tail = tailOf(after, end + REACH < text.length)
  if (!SENTENCE.test(head + tail)) return []
  return [part(head.trimStart()), part(text.slice(start, end), 'name'), part(tail.trimEnd())]
}

function headOf(before: string, cut: boolean): string {
  const line = before.split(BREAK)
  const words = line.at(-1)!
  const ends = [...words.matchAll(SENTENCE_END)]
  const last = ends.at(-1)
  if (last) return words.slice(last.index + last[0].length)
  // The match asks for a letter behind the space, and the span is that letter.
  if (/[.!?]["'”’»)\]]*\s+$/.test(words)) return ''
  return cut && line.length === 1 ? `…${words.replace(/^\S*\s+/, '')}` : words
}

function tailOf(after: string, cut: boolean): string {
  const line = after.split(BREAK)
  const words = line[0]!
  const sentence = /[.!?]["'”’»)\]]*(?=\s|$)/.exec(words)
  if (sentence) return words.slice(0, sentence.index + sentence[0].length)
  return cut && line.length === 1 ? `${words.replace(/(?<!\s)\s+\S*$/, '')}…` : words
}
