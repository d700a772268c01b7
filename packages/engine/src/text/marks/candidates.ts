import type { Span } from '../../span.js'
import {
  beginsElision,
  endsAnd,
  followsFeet,
  isFeet,
  mayBeginTitle,
  mayCutShort,
  mayMeasure,
} from './apostrophes.js'
import type { Kind } from './kinds.js'
import { isBlank, isWordCharacter, type Side, sideOf } from './sides.js'

/** A character (or two) that may be a quotation mark, with what can be said of it without its partner. */
export interface Candidate extends Span {
  readonly kind: Kind
  /** What the characters around it allow. */
  readonly side: Side
  /** What its own form says where it has one: “ opens. */
  readonly shape?: 'open' | 'close'
  /** White space stands on both sides. */
  readonly loose?: boolean
  /** It may be no mark at all: an apostrophe at a word’s edge, feet, inches. */
  readonly doubtful?: boolean
}

/** The characters next to a run of marks that touch; '' at the paragraph’s edge. */
interface Neighbours {
  readonly before: string
  readonly after: string
}

const MARKS = new Set([...'“”‟„«»‹›"＂″`´\'’‘‚‛'])

/**
 * The characters of one paragraph that may be quotation marks, in order. Apostrophes within words, elisions (’tis,
 * ’90s) and feet are left out as far as their neighbours tell. Marks that touch share their neighbours: in
 * `"I'm 'in'" she said` both of the last close. Takes time linear in the paragraph.
 */
export function findCandidates(text: string, paragraph: Span): Candidate[] {
  const found: Candidate[] = []
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (!MARKS.has(text[i]!)) continue
    const start = i
    while (i < paragraph.end && MARKS.has(text[i]!)) i++
    const neighbours = {
      before: start > paragraph.start ? characterBefore(text, start) : '',
      after: i < paragraph.end ? String.fromCodePoint(text.codePointAt(i)!) : '',
    }
    for (let at = start; at < i; ) {
      const end = at + lengthOf(text, at, { start, end: i }, neighbours)
      const candidate = readMark(text, at, end, neighbours)
      if (candidate !== undefined) found.push(candidate)
      at = end
    }
  }
  return found
}

function characterBefore(text: string, i: number): string {
  const code = text.codePointAt(i - 2) ?? 0
  return code > 0xffff ? String.fromCodePoint(code) : text[i - 1]!
}

/** Two like apostrophes are one mark; of three the odd one is the inner. */
function lengthOf(text: string, at: number, run: Span, { before }: Neighbours): 1 | 2 {
  const c = text[at]!
  if (!"'’‘`´".includes(c) || at + 1 >= run.end || text[at + 1] !== c) return 1
  const first = at === run.start || text[at - 1] !== c
  if (!first || isBlank(before)) return 2
  let end = at + 2
  while (end < run.end && text[end] === c) end++
  return (end - at) % 2 === 0 ? 2 : 1
}

/** The mark from `start` to `end`; none where it is surely something else. */
function readMark(
  text: string,
  start: number,
  end: number,
  { before, after }: Neighbours,
): Candidate | undefined {
  const at = { start, end }
  const side = sideOf(before, after)
  const loose = isBlank(before) && isBlank(after)
  switch (text[start]) {
    case '“':
      return { ...at, kind: 'double', side, shape: 'open' }
    case '‟':
      return { ...at, kind: 'double', side: 'open', shape: 'open' }
    case '”':
      // ”…” is how some papers write; there the closing form opens
      return side === 'open' || before === ''
        ? { ...at, kind: 'double', side: 'open', shape: 'close' }
        : { ...at, kind: 'double', side: 'close', doubtful: followsFeet(text, start) }
    case '„':
      return { ...at, kind: 'low', side: 'open', shape: 'open' }
    case '«':
      return { ...at, kind: 'guillemets', side, shape: 'open' }
    case '‹':
      return { ...at, kind: 'chevrons', side, shape: 'open' }
    case '»':
      return { ...at, kind: 'guillemets', side, shape: 'close' }
    case '›':
      return { ...at, kind: 'chevrons', side, shape: 'close' }
    case '"':
    case '＂':
    case '″':
      return { ...at, kind: 'straight', side, loose, doubtful: mayMeasure(text, start) }
    case '‚':
      // elsewhere it is a comma
      return side === 'open' ? { ...at, kind: 'low-single', side, shape: 'open' } : undefined
    case '`':
      if (end - start === 2) return { ...at, kind: 'apostrophes', side: 'open', shape: 'open' }
      return isWordCharacter(before)
        ? undefined
        : { ...at, kind: 'straight-single', side: 'open', shape: 'open' }
    case '´':
      return end - start === 2 ? { ...at, kind: 'apostrophes', side: 'close' } : undefined
  }
  if (end - start === 2) {
    return text[start] === '‘'
      ? { ...at, kind: 'apostrophes', side: 'open', shape: 'open' }
      : { ...at, kind: 'apostrophes', side, loose, doubtful: mayMeasure(text, start) }
  }
  return readSingle(text, start, { before, after })
}

/** The same for ' ’ ‘, each of which is most often an apostrophe. */
function readSingle(
  text: string,
  start: number,
  { before, after }: Neighbours,
): Candidate | undefined {
  const end = start + 1
  const at = { start, end }
  if (isWordCharacter(before) && isWordCharacter(after)) return undefined
  if (endsAnd(text, start) || isFeet(text, start, end)) return undefined
  const c = text[start]!
  const elision = !isWordCharacter(before) && beginsElision(text, end)
  if (elision && (c === '’' || !mayBeginTitle(text, end))) return undefined
  const side = sideOf(before, after)
  const doubtful = mayCutShort(text, start, end) || mayMeasure(text, start)
  if (c === "'") {
    const loose = isBlank(before) && isBlank(after)
    return { ...at, kind: 'straight-single', side, loose, doubtful: elision || doubtful }
  }
  if (c === '’') {
    // ’…’ as ”…”, where nothing speaks against it
    if (side === 'open') return { ...at, kind: 'single', side, shape: 'close', doubtful: true }
    return isBlank(before) ? undefined : { ...at, kind: 'single', side: 'close', doubtful }
  }
  return { ...at, kind: 'single', side, shape: 'open', doubtful: elision }
}
