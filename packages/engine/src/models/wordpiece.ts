/** One piece of a word: its id in the vocabulary, and the characters of the input it stands for. */
export interface Piece {
  readonly id: number
  readonly start: number
  readonly end: number
}

/** WordPiece as BERT's uncased vocabularies have it, with the offsets of every piece in the input. */
export interface WordPiece {
  /** Pieces of a text, offsets in UTF-16 units into it. Never throws; what the vocabulary lacks is [UNK]. */
  encode(text: string): Piece[]
  readonly unknown: number
  readonly cls: number
  readonly sep: number
  readonly size: number
}

const LONGEST_WORD = 100
const PUNCTUATION = /[\p{P}$+<=>^`|~]/u
const CJK =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u
// unassigned characters stay, as [UNK]: which they are depends on the platform's version of Unicode
const DROPPED = /[\u0000\ufffd\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u
const WHITE = /[\t\n\r\p{Z}]/u
const ACCENT = /\p{Mn}/u

enum Kind {
  letter,
  white,
  alone,
  dropped,
}

const asciiKinds = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)))

function kindOf(c: string): Kind {
  if (WHITE.test(c)) return Kind.white
  if (DROPPED.test(c)) return Kind.dropped
  if (PUNCTUATION.test(c) || CJK.test(c)) return Kind.alone
  return Kind.letter
}

const kindAt = (c: string) => asciiKinds[c.charCodeAt(0)] ?? kindOf(c)

/**
 * BERT's two steps, written out so that every piece keeps its place: split at white space and punctuation while
 * lower-casing and taking accents off, then the longest piece first (Wu et al. 2016; Devlin et al. 2018).
 * `vocabulary` is vocab.txt: one piece a line, its id the line's number from zero.
 */
export function wordPiece(vocabulary: string): WordPiece {
  const ids = new Map<string, number>()
  vocabulary
    .trimEnd()
    .split(/\r?\n/)
    .forEach((piece, id) => {
      ids.set(piece, id)
    })
  const need = (piece: string) => {
    const id = ids.get(piece)
    if (id === undefined) throw new Error(`vocabulary of ${ids.size} pieces lacks ${piece}`)
    return id
  }
  const unknown = need('[UNK]')
  const cls = need('[CLS]')
  const sep = need('[SEP]')
  /** Words seen before, as [id, length in characters, …]; bounded, so that memory stays flat. */
  const seen = new Map<string, readonly number[]>()

  /** Greedy longest match over a normalised word: ids and lengths in turn, or [unknown]. */
  function split(word: string): readonly number[] {
    if (word.length > LONGEST_WORD && [...word].length > LONGEST_WORD) return [unknown, word.length]
    const known = seen.get(word)
    if (known !== undefined) return known
    const pieces = match(word)
    if (seen.size >= 50_000) seen.clear()
    seen.set(word, pieces)
    return pieces
  }

  function match(word: string): readonly number[] {
    const pieces: number[] = []
    let start = 0
    while (start < word.length) {
      let end = word.length
      let id: number | undefined
      for (; end > start; end--) {
        id = ids.get(start === 0 ? word.slice(0, end) : `##${word.slice(start, end)}`)
        if (id !== undefined) break
      }
      if (id === undefined) return [unknown, word.length]
      pieces.push(id, end - start)
      start = end
    }
    return pieces
  }

  function encode(text: string): Piece[] {
    const pieces: Piece[] = []
    let word = ''
    /** For each unit of `word`: where in the input it comes from. */
    let from: number[] = []
    let to: number[] = []
    const flush = () => {
      if (word === '') return
      const split_ = split(word)
      let k = 0
      for (let i = 0; i < split_.length; i += 2) {
        const last = k + split_[i + 1]! - 1
        pieces.push({ id: split_[i]!, start: from[k]!, end: to[last]! })
        k = last + 1
      }
      word = ''
      from = []
      to = []
    }
    /** One normalised character, which comes from [start, end) of the input. */
    const take = (c: string, start: number, end: number) => {
      const kind = kindAt(c)
      if (kind === Kind.white) flush()
      else if (kind === Kind.alone) {
        flush()
        pieces.push({ id: ids.get(c) ?? unknown, start, end })
      } else {
        for (let u = 0; u < c.length; u++) {
          from.push(start)
          to.push(end)
        }
        word += c
      }
    }
    for (let i = 0; i < text.length; ) {
      const code = text.codePointAt(i)!
      const next = i + (code > 0xffff ? 2 : 1)
      const c = text.slice(i, next)
      if (kindAt(c) !== Kind.dropped) {
        if (code < 128) take(code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : c, i, next)
        else {
          // a sign may be one only without its accents: ≠ is =
          for (const part of c.toLowerCase().normalize('NFD')) {
            if (!ACCENT.test(part)) take(part, i, next)
          }
        }
      }
      i = next
    }
    flush()
    return pieces
  }

  return { encode, unknown, cls, sep, size: ids.size }
}
