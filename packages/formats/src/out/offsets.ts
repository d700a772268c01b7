/**
 * The way between UTF-16 offsets, which records count, and what another form counts. Positions outside the text are
 * brought to its edge. Memory is a number for each 256 code units; each question costs a walk of at most as many.
 */
export interface Offsets {
  /** Of the whole text, in the other unit. */
  readonly length: number
  /** The position of a UTF-16 offset; one in the middle of a character is at that character. */
  from(utf16: number): number
  /** The UTF-16 offset of a position; one in the middle of a character is at that character. */
  to(position: number): number
}

/**
 * Positions as Unicode code points, as W3C selectors, brat and Python count them. A lone surrogate is one; CR LF are two.
 *
 * - in "a😀b": 3 ↔ 2, 4 ↔ 3; 2 (inside 😀) is at 1
 */
export const codePointOffsets = (text: string): Offsets => offsetsOf(text, () => 1)

/**
 * Positions as bytes of UTF-8. A lone surrogate is three, as U+FFFD is.
 *
 * - in "a😀é": 1 ↔ 1, 3 ↔ 5, 4 ↔ 7
 */
export const byteOffsets = (text: string): Offsets => offsetsOf(text, bytesOf)

const bytesOf = (code: number): number =>
  code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4

/** Code units from one known position to the next. */
const STEP = 256

function offsetsOf(text: string, sizeOf: (code: number) => number): Offsets {
  // known[k]: the position of the character that holds code unit k * STEP
  const known: number[] = []
  let length = 0
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at)!
    const next = at + widthOf(code)
    if (known.length * STEP < next) known.push(length)
    length += sizeOf(code)
    at = next
  }
  const startOf = (k: number) => {
    const at = k * STEP
    return at > 0 && text.codePointAt(at - 1)! > 0xffff ? at - 1 : at
  }
  return {
    length,
    from(utf16) {
      if (utf16 <= 0) return 0
      if (utf16 >= text.length) return length
      const k = Math.floor(utf16 / STEP)
      let position = known[k]!
      for (let at = startOf(k); ; ) {
        const code = text.codePointAt(at)!
        at += widthOf(code)
        if (at > utf16) return position
        position += sizeOf(code)
      }
    },
    to(position) {
      if (position <= 0) return 0
      if (position >= length) return text.length
      const k = lastUpTo(known, position)
      let before = known[k]!
      for (let at = startOf(k); ; ) {
        const code = text.codePointAt(at)!
        before += sizeOf(code)
        if (before > position) return at
        at += widthOf(code)
      }
    },
  }
}

const widthOf = (code: number): number => (code > 0xffff ? 2 : 1)

/** Index of the last of the ascending numbers that is no greater; the first is 0. */
function lastUpTo(ascending: readonly number[], position: number): number {
  let low = 0
  let high = ascending.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (ascending[middle]! <= position) low = middle
    else high = middle - 1
  }
  return low
}
