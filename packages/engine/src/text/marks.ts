import type { Span } from '../span.js'
import { isSpace } from '../span.js'
import { stage } from '../stage.js'

/** The conventions told apart. Marks of one family pair only with each other. */
export type MarkFamily = 'double' | 'straight' | 'apostrophes' | 'single' | 'straight-single' | 'guillemets' | 'low'

/** A quotation mark: one character, or two where two stand for one ('' and ``). */
export interface Mark extends Span {
  readonly family: MarkFamily
  readonly side: 'open' | 'close'
}

/** Words between marks, within one paragraph. The span takes in the marks. */
export interface Quotation extends Span {
  readonly open: Mark
  /** None where the quotation runs on into the next paragraph. */
  readonly close: Mark | undefined
  /** 0 for a quotation that stands in no other, 1 for one inside it, … */
  readonly level: number
}

export interface MarkLayer {
  /** Paired marks in order; nested ones follow the one they stand in. */
  readonly quotations: readonly Quotation[]
  /** Marks without a partner: read as if they were not there. */
  readonly odd: readonly Mark[]
}

interface Candidate extends Span {
  family: MarkFamily
  /** What the characters around it allow. */
  side: 'open' | 'close' | 'either'
}

const ELISIONS = /^(?:em|tis|twas|til|till|n|cause|bout|round|cos|cuz|ere|gainst)(?![\p{L}\p{N}])/iu
const DECADE = /^\d0s?(?![\p{L}\p{N}])/u
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u
const OPENS_AFTER = new Set([...'([{<-–—―/:;=*|•…'])

const isWordCharacter = (c: string) => c !== '' && WORD_CHARACTER.test(c)
const isBlank = (c: string) => c === '' || isSpace(c.charCodeAt(0))

/**
 * The characters of one paragraph that may be quotation marks. Apostrophes within words, elisions (’tis, ’90s),
 * feet and inches are left out as far as their neighbours tell.
 */
function findCandidates(text: string, paragraph: Span): Candidate[] {
  const found: Candidate[] = []
  const at = (i: number) => (i >= paragraph.start && i < paragraph.end ? text[i]! : '')
  for (let i = paragraph.start; i < paragraph.end; i++) {
    const c = text[i]!
    const add = (length: number, family: MarkFamily, side: Candidate['side']) => {
      found.push({ start: i, end: i + length, family, side })
      i += length - 1
    }
    switch (c) {
      case '“':
      case '‟':
      case '”':
        add(1, 'double', c !== '”' ? 'open' : opensLikely(at(i - 1), at(i + 1)) ? 'either' : 'close')
        break
      case '„':
        add(1, 'low', 'open')
        break
      case '«':
      case '‹':
        add(1, 'guillemets', 'open')
        break
      case '»':
      case '›':
        add(1, 'guillemets', 'close')
        break
      case '"':
      case '＂': {
        const side = sideOf(at(i - 1), at(i + 1))
        add(1, 'straight', side)
        break
      }
      case '`':
        if (at(i + 1) === '`') add(2, 'apostrophes', 'open')
        else if (!isWordCharacter(at(i - 1))) add(1, 'straight-single', 'open')
        break
      case '´':
        if (at(i + 1) === '´') add(2, 'apostrophes', 'close')
        break
      case "'":
      case '’':
      case '‘': {
        if (at(i + 1) === c || (c !== '‘' && at(i + 1) === "'" && at(i) === "'")) {
          const side = c === '‘' ? 'open' : sideOf(at(i - 1), at(i + 2))
          add(2, 'apostrophes', side)
          break
        }
        const before = at(i - 1)
        const after = at(i + 1)
        if (isWordCharacter(before) && isWordCharacter(after)) break
        const rest = text.slice(i + 1, Math.min(i + 12, paragraph.end))
        if (!isWordCharacter(before) && (ELISIONS.test(rest) || DECADE.test(rest))) break
        if (c === '‘') add(1, 'single', 'open')
        else if (c === '’') {
          if (!isBlank(before)) add(1, 'single', 'close')
        } else {
          const side = sideOf(before, after)
          if (side === 'open' && isBlank(after)) break
          add(1, 'straight-single', side)
        }
        break
      }
    }
  }
  return found
}

/** ”…” is how some papers write; there the closing mark opens. */
const opensLikely = (before: string, after: string) => isBlank(before) && !isBlank(after)

/** Which side a mark without a direction of its own is on, by its neighbours. */
function sideOf(before: string, after: string): Candidate['side'] {
  const opens = isBlank(before) || OPENS_AFTER.has(before) || '“‘«„"'.includes(before)
  const closes = isBlank(after) || '.,;:!?)]}…-–—”’»'.includes(after)
  if (opens && !isBlank(after) && !(closes && !isBlank(before))) return 'open'
  if (closes && !isBlank(before)) return 'close'
  return 'either'
}

/** “…" and "…” are typing slips that readers do not see. */
const isDouble = (family: MarkFamily) =>
  family === 'double' || family === 'straight' || family === 'low'

const isSingle = (family: MarkFamily) => family === 'single' || family === 'straight-single'

/** The paired marks of one paragraph, and those left over. */
function pairMarks(text: string, candidates: readonly Candidate[]) {
  const pairs: { open: Mark; close: Mark }[] = []
  const odd: Mark[] = []
  const stack: Mark[] = []
  const pairsWith = (open: Mark, family: MarkFamily) =>
    open.family === family || (isDouble(open.family) && isDouble(family))
  const openIndex = (family: MarkFamily) => {
    for (let k = stack.length - 1; k >= 0; k--) if (pairsWith(stack[k]!, family)) return k
    return -1
  }
  const drop = (from: number) => {
    for (const mark of stack.splice(from)) if (!isSingle(mark.family)) odd.push(mark)
  }
  candidates.forEach((candidate, index) => {
    const { start, end, family } = candidate
    const k = openIndex(family)
    const side = candidate.side === 'either' ? (k >= 0 ? 'close' : 'open') : candidate.side
    // „…“: the closing mark looks like an opening one
    const lowClose = text[start] === '“' && stack.some(open => open.family === 'low')
    if (side === 'open' && !lowClose) {
      stack.push({ start, end, family, side })
      return
    }
    const mark: Mark = { start, end, family, side: 'close' }
    const partner = lowClose ? stack.findLastIndex(open => open.family === 'low') : k
    if (partner < 0) {
      if (isInches(text, start)) return
      if (!isSingle(family)) odd.push(mark)
      return
    }
    if (isInches(text, start) && closesLater(candidates, index)) return
    if (isSingle(family) && isPossessive(text, mark, candidates, index)) return
    drop(partner + 1)
    pairs.push({ open: stack.pop()!, close: mark })
  })
  return { pairs, odd, open: stack }
}

const isInches = (text: string, start: number) =>
  /\d/.test(text[start - 1] ?? '') && ['"', "'"].includes(text[start]!)

/** Is the next mark of the same family one that closes? */
function closesLater(candidates: readonly Candidate[], index: number): boolean {
  const next = candidates.slice(index + 1).find(c => c.family === candidates[index]!.family)
  return next !== undefined && next.side === 'close'
}

/** “the players’ bus”: an apostrophe after s, before a space, while a better closing mark comes before the next opening one. */
function isPossessive(
  text: string,
  mark: Mark,
  candidates: readonly Candidate[],
  index: number,
): boolean {
  if (text[mark.start - 1] !== 's' && text[mark.start - 1] !== 'S') return false
  if (!/^\s+[\p{L}\p{N}]/u.test(text.slice(mark.end, mark.end + 8))) return false
  return closesLater(candidates, index)
}

/** The quotation marks of a text, paragraph by paragraph. Never throws; what does not pair is `odd`. */
export function findMarks(text: string, paragraphs: readonly Span[]): MarkLayer {
  const quotations: Quotation[] = []
  const odd: Mark[] = []
  const all = paragraphs.map(paragraph => findCandidates(text, paragraph))
  paragraphs.forEach((paragraph, index) => {
    const candidates = all[index]!
    if (candidates.length === 0) return
    const { pairs, odd: unpaired, open } = pairMarks(text, candidates)
    const here: { open: Mark; close: Mark | undefined; start: number; end: number }[] = pairs.map(
      pair => ({ ...pair, start: pair.open.start, end: pair.close.end }),
    )
    // a quote over several paragraphs: marks open each and close only the last
    const next = all[index + 1]?.[0]
    const nextParagraph = paragraphs[index + 1]
    for (const mark of open) {
      const runsOn =
        next !== undefined &&
        nextParagraph !== undefined &&
        next.start === nextParagraph.start &&
        next.family === mark.family &&
        next.side !== 'close' &&
        !here.some(pair => pair.start < mark.start && mark.start < pair.end)
      if (runsOn) here.push({ open: mark, close: undefined, start: mark.start, end: paragraph.end })
      else if (!isSingle(mark.family)) unpaired.push(mark)
    }
    here.sort((a, b) => a.start - b.start || b.end - a.end)
    const enclosing: Span[] = []
    for (const pair of here) {
      while (enclosing.length > 0 && enclosing.at(-1)!.end <= pair.start) enclosing.pop()
      quotations.push({ ...pair, level: enclosing.length })
      enclosing.push(pair)
    }
    odd.push(...unpaired.sort((a, b) => a.start - b.start))
  })
  return { quotations, odd }
}

export const marks = stage('marks', {
  needs: ['paragraphs'],
  gives: ['marks'],
  read: story => ({ marks: findMarks(story.text, story.paragraphs) }),
})
