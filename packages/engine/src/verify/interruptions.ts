import type { Span } from '../span.js'
import { findMarks } from '../text/marks.js'
import { findParagraphs } from '../text/paragraphs.js'
import type { Zone } from './align.js'
import type { NormalWord } from './types.js'

const CUES = new Set(
  (
    'said says say saying told tells added adds asked asks replied replies explained explains continued continues insisted ' +
    'insists argued argues warned warns claimed claims stressed stresses noted notes recalled recalls declared declares ' +
    'announced wrote writes shouted laughed joked conceded admitted admits acknowledged observed remarked commented stated ' +
    'according answered concluded suggested vowed promised pledged complained testified tweeted posted'
  ).split(' '),
)
/** An attribution between two quotations has at most so many words. */
const MOST_WORDS = 16
/** How far round the words looked at marks are read, in code units, to the line’s end. */
const MARGIN = 4000

/**
 * Where words interrupt a quotation, as ranges of words: from a closing mark to the next opening one, if what stands
 * between reads as one attribution: one verb of saying, few words. “We will,” *she said,*
 * “appeal”. Not “We will,” she said. Berg said: “No” (two attributions), nor titles in marks with other words between.
 */
export function findInterruptions(
  text: string,
  words: readonly NormalWord[],
  from: number,
  to: number,
): Zone[] {
  if (to <= from) return []
  const start = lineStart(text, words[from]!.start)
  const end = lineEnd(text, words[to - 1]!.end)
  const part = text.slice(start, end)
  if (!/["“”«»‘’„]/.test(part)) return []
  const outer = findMarks(part, findParagraphs(part)).quotations.filter(({ level }) => level === 0)
  const zones: Zone[] = []
  outer.forEach((quotation, index) => {
    const next = outer[index + 1]
    if (next === undefined || quotation.close === undefined) return
    const between = { start: quotation.end + start, end: next.start + start }
    const zone = wordsIn(words, between)
    const count = zone.to - zone.from
    if (count === 0 || count > MOST_WORDS) return
    const cues = words.slice(zone.from, zone.to).filter(({ key }) => CUES.has(key)).length
    if (cues === 1) zones.push(zone)
  })
  return zones
}

function wordsIn(words: readonly NormalWord[], { start, end }: Span): Zone {
  const from = firstFrom(words, start)
  let to = from
  while (to < words.length && words[to]!.end <= end && to - from <= MOST_WORDS) to++
  return { from, to }
}

/** Index of the first word that starts at or behind a position. */
export function firstFrom(words: readonly NormalWord[], position: number): number {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.start < position) low = middle + 1
    else high = middle
  }
  return low
}

function lineStart(text: string, at: number): number {
  const floor = Math.max(0, at - MARGIN)
  const found = text.lastIndexOf('\n', at)
  return found < floor ? floor : found + 1
}

function lineEnd(text: string, at: number): number {
  const ceiling = Math.min(text.length, at + MARGIN)
  for (let i = at; i < ceiling; i++) if (text.charCodeAt(i) === 10) return i
  return ceiling
}
