import { lastStartingBy, type Span } from '../span.js'
import type { Story } from '../story.js'
import type { Mark, Quotation } from '../text/marks.js'
import type { Token } from '../text/tokens.js'
import type { WordPiece } from './wordpiece.js'

/**
 * What the model is shown of one paragraph, or of a part of a very long one. Typography is taken out before the
 * model sees it: every outer quotation mark is shown as ", every inner one as ', every long dash as —, so that the
 * convention of a paper's marks cannot change what is read.
 */
export interface Block extends Span {
  readonly paragraph: number
  readonly words: readonly Token[]
  /** Word pieces, without [CLS] and [SEP]. */
  readonly ids: readonly number[]
  /** One for each piece: case of its word (lower, Title, CAPS, other) + 4 × the depth of quotation (0, 1, 2). */
  readonly types: readonly number[]
  /** For each word, the index of its first piece. */
  readonly first: readonly number[]
  /** For each word, the class of what stands before it; `gaps[words.length]` stands after the last. */
  readonly gaps: readonly number[]
  /** The outermost quotations with words in this block: words [from, to). */
  readonly quoted: readonly QuotedWords[]
}

export interface QuotedWords {
  readonly from: number
  readonly to: number
  readonly quotation: Quotation
}

export const TYPES = 12
export const GAPS = 16
/** Pieces in a block at most. */
const LONGEST_BLOCK = 320
/** Pieces shown of one word at most; only a script without spaces, or a freak, has more. */
const LONGEST_WORD = 100
/** Signs shown between two words at most: what a rule of dashes or a row of stars adds is nothing. */
const LONGEST_GAP = 8
/** The same with quotation marks, which are shown where other signs no longer are. */
const LONGEST_GAP_WITH_MARKS = 16

enum Gap {
  edge,
  space,
  stopClose,
  open,
  close,
  closeOpen,
  comma,
  stop,
  colon,
  semicolon,
  dash,
  bracket,
  inner,
  colonOpen,
  commaOpen,
  other,
}

/** What stands between two words, reduced to what matters to who says what. */
function gapClass(gap: string, edge: boolean): number {
  const signs = gap.replaceAll(' ', '')
  if (signs === '') return edge || gap === '' ? Gap.edge : Gap.space
  const closes = signs.includes('⟧')
  const opens = signs.includes('⟦')
  const c = signs[0]!
  if (closes && opens) return Gap.closeOpen
  if (closes) return /[,.!?;:…]/.test(signs) ? Gap.stopClose : Gap.close
  if (opens) return c === ':' ? Gap.colonOpen : c === ',' ? Gap.commaOpen : Gap.open
  if (/["'⟨⟩]/.test(signs)) return Gap.inner
  if (c === ',') return Gap.comma
  if (/[.!?…]/.test(c)) return Gap.stop
  if (c === ':') return Gap.colon
  if (c === ';') return Gap.semicolon
  if (/[-—]/.test(c)) return Gap.dash
  if (/[()[\]{}]/.test(c)) return Gap.bracket
  return Gap.other
}

function caseOf(word: string): number {
  const first = word[0]!
  if (first.toLowerCase() === first.toUpperCase()) return 3
  if (first === first.toLowerCase()) return 0
  return word.length > 1 && word === word.toUpperCase() ? 2 : 1
}

/** How a sign is shown: [what the word pieces are made of, what the gap is classed by]. */
function shown(c: string, mark: { side: 'open' | 'close'; inner: boolean } | 'odd' | undefined) {
  if (mark === 'odd') return ['"', '"'] as const
  if (mark !== undefined) {
    if (mark.inner) return ["'", mark.side === 'open' ? '⟨' : '⟩'] as const
    return ['"', mark.side === 'open' ? '⟦' : '⟧'] as const
  }
  if ('’‘ʼ´`'.includes(c)) return ["'", "'"] as const
  if ('–—―‒'.includes(c)) return ['—', '—'] as const
  if ('‐‑−'.includes(c)) return ['-', '-'] as const
  if (c === '…') return ['...', '.'] as const
  return [c, c] as const
}

/** Takes off the quotations that end by `position`. They nest: the innermost ends first. */
function leave(depths: Quotation[], position: number): void {
  while (depths.length > 0 && depths.at(-1)!.end <= position) depths.pop()
}

/** The blocks of a story, in order. Every word of the text is in exactly one. */
export function findBlocks(
  story: Story<'paragraphs' | 'tokens' | 'sentences' | 'marks'>,
  pieces: WordPiece,
): Block[] {
  const { text, paragraphs, tokens, sentences, marks } = story
  const shownMarks = new Map<number, { side: 'open' | 'close'; inner: boolean } | 'odd'>()
  const inMark = new Set<number>()
  const note = (mark: Mark, value: { side: 'open' | 'close'; inner: boolean } | 'odd') => {
    shownMarks.set(mark.start, value)
    for (let i = mark.start + 1; i < mark.end; i++) inMark.add(i)
  }
  for (const { open, close, level } of marks.quotations) {
    const inner = level % 2 === 1
    note(open, { side: 'open', inner })
    if (close !== undefined) note(close, { side: 'close', inner })
  }
  for (const mark of marks.odd) note(mark, 'odd')
  const outer = marks.quotations.filter(quotation => quotation.level === 0)
  const sentenceEnds = new Set(sentences.map(sentence => sentence.end))

  const blocks: Block[] = []
  let t = 0
  let q = 0
  paragraphs.forEach((paragraph, index) => {
    let draft = newDraft(index)
    /** Where the last sentence of the draft ends, to cut a long paragraph there. */
    let cut: Cut | undefined
    let gap = ''
    let signs = 0
    const depths: Quotation[] = []
    for (; t < tokens.length && tokens[t]!.start < paragraph.end; t++) {
      const token = tokens[t]!
      if (token.start > (t > 0 ? tokens[t - 1]!.end : 0)) gap += ' '
      while (q < marks.quotations.length && marks.quotations[q]!.open.start <= token.start) {
        const quotation = marks.quotations[q++]!
        leave(depths, quotation.start)
        depths.push(quotation)
      }
      leave(depths, token.start)
      const depth = Math.min(2, depths.length)
      if (token.word) {
        draft.gaps.push(gapClass(gap, draft.words.length === 0))
        gap = ''
        signs = 0
        const word = text.slice(token.start, token.end)
        const encoded = pieces.encode(word.replaceAll('’', "'"))
        draft.first.push(draft.ids.length)
        const type = caseOf(word) + 4 * depth
        if (encoded.length === 0) draft.push(pieces.unknown, type)
        for (const piece of encoded.slice(0, LONGEST_WORD)) draft.push(piece.id, type)
        draft.words.push(token)
      } else {
        for (let i = token.start; i < token.end; ) {
          const code = text.codePointAt(i)!
          const c = String.fromCodePoint(code)
          const mark = shownMarks.get(i)
          if (
            !inMark.has(i) &&
            signs < (mark === undefined ? LONGEST_GAP : LONGEST_GAP_WITH_MARKS)
          ) {
            // "--" is a dash
            const double = c === '-' && text[i + 1] === '-' && i + 1 < token.end
            const [piece, sign] = double ? (['—', '—'] as const) : shown(c, mark)
            for (const { id } of pieces.encode(piece)) draft.push(id, 3 + 4 * depth)
            gap += sign
            signs++
            if (double) i++
          }
          i += c.length
        }
      }
      if (sentenceEnds.has(token.end) && draft.ids.length <= LONGEST_BLOCK) {
        cut = { pieces: draft.ids.length, words: draft.words.length, gap }
      }
      if (draft.ids.length > LONGEST_BLOCK) {
        const at =
          cut !== undefined && cut.pieces > LONGEST_BLOCK / 3
            ? cut
            : { pieces: draft.ids.length, words: draft.words.length, gap }
        const rest = draft.cutAt(at)
        blocks.push(finish(draft, at.gap, outer))
        draft = rest
        if (at.words === 0 || rest.words.length === 0) gap = ''
        cut = undefined
      }
    }
    if (draft.words.length > 0) blocks.push(finish(draft, gap, outer))
  })
  return blocks
}

interface Cut {
  readonly pieces: number
  readonly words: number
  readonly gap: string
}

interface Draft {
  readonly paragraph: number
  words: Token[]
  ids: number[]
  types: number[]
  first: number[]
  gaps: number[]
  push(id: number, type: number): void
  /** Keeps what stands before the cut and returns the rest as a new draft. */
  cutAt(cut: Cut): Draft
}

function newDraft(paragraph: number): Draft {
  return {
    paragraph,
    words: [],
    ids: [],
    types: [],
    first: [],
    gaps: [],
    push(id, type) {
      this.ids.push(id)
      this.types.push(type)
    },
    cutAt({ pieces, words }) {
      const rest = newDraft(paragraph)
      rest.ids = this.ids.splice(pieces)
      rest.types = this.types.splice(pieces)
      rest.words = this.words.splice(words)
      rest.first = this.first.splice(words).map(k => Math.max(0, k - pieces))
      rest.gaps = this.gaps.splice(words)
      return rest
    },
  }
}

function finish(draft: Draft, gap: string, outer: readonly Quotation[]): Block {
  const { paragraph, words, ids, types, first, gaps } = draft
  const start = words[0]?.start ?? 0
  const end = words.at(-1)?.end ?? start
  gaps.push(gapClass(gap, true))
  const quoted: QuotedWords[] = []
  let from = 0
  for (
    let k = Math.max(0, lastStartingBy(outer, start));
    k < outer.length && outer[k]!.start < end;
    k++
  ) {
    const quotation = outer[k]!
    while (from < words.length && words[from]!.end <= quotation.start) from++
    let to = from
    while (to < words.length && words[to]!.start < quotation.end) to++
    if (to > from) quoted.push({ from, to, quotation })
  }
  return { paragraph, start, end, words, ids, types, first, gaps, quoted }
}

/**
 * Blocks in groups that the encoder reads together: consecutive ones, up to `limit` pieces with a separator behind
 * each (a longer block stands alone). What a window holds depends on its story alone.
 */
export function findWindows(blocks: readonly Block[], limit: number): Block[][] {
  const windows: Block[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    const length = block.ids.length + 1
    if (size + length > limit) {
      windows.push([])
      size = 1
    }
    windows.at(-1)!.push(block)
    size += length
  }
  return windows
}
