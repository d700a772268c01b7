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
import { isBlank, isWordCharacter, mayOpenAfter, type Side, sideOf } from './sides.js'

/** A character (or two) that may be a quotation mark, with what can be said of it without its partner. */
export interface Candidate extends Span {
  readonly kind: Kind
  /** What the characters around it allow. */
  readonly side: Side
  /** What its own form says where it has one: “ opens. */
  readonly shape: 'open' | 'close' | undefined
  /** White space stands on both sides. */
  readonly loose: boolean
  /** It may be no mark at all: an apostrophe at a word’s edge, feet, inches. */
  readonly doubtful: boolean
}

/** Every candidate has every field: texts with a million of them are read too. */
export const candidate = (
  start: number,
  end: number,
  kind: Kind,
  side: Side,
  { shape, loose, doubtful }: Partial<Pick<Candidate, 'shape' | 'loose' | 'doubtful'>> = NOTHING,
): Candidate => ({
  start,
  end,
  kind,
  side,
  shape,
  loose: loose === true,
  doubtful: doubtful === true,
})

const NOTHING = {}
const OPENS = { shape: 'open' } as const
const CLOSES = { shape: 'close' } as const

/** What stands next to a run of marks that touch: characters ('' at the paragraph’s edge), and what they say. */
interface Neighbours {
  readonly before: string
  readonly after: string
  readonly side: Side
  readonly loose: boolean
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
    const before = start > paragraph.start ? characterBefore(text, start) : ''
    const after = i < paragraph.end ? String.fromCodePoint(text.codePointAt(i)!) : ''
    const side = sideOf(before, after)
    const neighbours = { before, after, side, loose: isBlank(before) && isBlank(after) }
    if (isEmptyPair(text, { start, end: i }, neighbours)) {
      found.push(candidate(start, start + 1, 'straight', 'open'))
      found.push(candidate(start + 1, i, 'straight', 'close'))
      continue
    }
    for (let at = start; at < i; ) {
      const end = at + lengthOf(text, at, { start, end: i }, neighbours)
      const mark = readMark(text, at, end, neighbours)
      if (mark !== undefined) found.push(mark)
      at = end
    }
  }
  return found
}

function characterBefore(text: string, i: number): string {
  const code = text.codePointAt(i - 2) ?? 0
  return code > 0xffff ? String.fromCodePoint(code) : text[i - 1]!
}

/** `alt=""`: nothing stands between the two. */
const isEmptyPair = (text: string, { start, end }: Span, { before, side }: Neighbours) =>
  end - start === 2 && text.startsWith('""', start) && mayOpenAfter(before) && side !== 'open'

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
  neighbours: Neighbours,
): Candidate | undefined {
  const { before, side, loose } = neighbours
  switch (text[start]) {
    case '“':
      return candidate(start, end, 'double', side, OPENS)
    case '‟':
      return candidate(start, end, 'double', 'open', OPENS)
    case '”':
      // ”…” is how some papers write; there the closing form opens
      return side === 'open' || before === ''
        ? candidate(start, end, 'double', 'open', CLOSES)
        : candidate(start, end, 'double', 'close', { doubtful: followsFeet(text, start) })
    case '„':
      return candidate(start, end, 'low', 'open', OPENS)
    case '«':
      return candidate(start, end, 'guillemets', side, OPENS)
    case '‹':
      return candidate(start, end, 'chevrons', side, OPENS)
    case '»':
      return candidate(start, end, 'guillemets', side, CLOSES)
    case '›':
      return candidate(start, end, 'chevrons', side, CLOSES)
    case '"':
    case '＂':
    case '″':
      return candidate(start, end, 'straight', side, { loose, doubtful: mayMeasure(text, start) })
    case '‚':
      // elsewhere it is a comma
      return side === 'open' ? candidate(start, end, 'low-single', side, OPENS) : undefined
    case '`':
      if (end - start === 2) return candidate(start, end, 'apostrophes', 'open', OPENS)
      return isWordCharacter(before)
        ? undefined
        : candidate(start, end, 'straight-single', 'open', OPENS)
    case '´':
      return end - start === 2 ? candidate(start, end, 'apostrophes', 'close') : undefined
  }
  if (end - start === 2) {
    return text[start] === '‘'
      ? candidate(start, end, 'apostrophes', 'open', OPENS)
      : candidate(start, end, 'apostrophes', side, { loose, doubtful: mayMeasure(text, start) })
  }
  return readSingle(text, start, neighbours)
}

/** The same for ' ’ ‘, each of which is most often an apostrophe. */
function readSingle(
  text: string,
  start: number,
  { before, after, side, loose }: Neighbours,
): Candidate | undefined {
  const end = start + 1
  const alone = !MARKS.has(text[start - 1] ?? '') && !MARKS.has(text[end] ?? '')
  if (alone && isWordCharacter(before) && isWordCharacter(after)) return undefined
  if (endsAnd(text, start) || isFeet(text, start, end)) return undefined
  const c = text[start]!
  const elision = !isWordCharacter(before) && beginsElision(text, end)
  if (elision && (c === '’' || !mayBeginTitle(text, end))) return undefined
  const doubtful = mayCutShort(text, start, end) || mayMeasure(text, start)
  if (c === "'") {
    return candidate(start, end, 'straight-single', side, { loose, doubtful: elision || doubtful })
  }
  if (c === '’') {
    // ’…’ as ”…”, where nothing speaks against it
    if (side === 'open')
      return candidate(start, end, 'single', side, { shape: 'close', doubtful: true })
    return isBlank(before) ? undefined : candidate(start, end, 'single', 'close', { doubtful })
  }
  return candidate(start, end, 'single', side, { shape: 'open', doubtful: elision })
}
