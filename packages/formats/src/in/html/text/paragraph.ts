import type { Piece } from '../../incoming.js'
import type { Places } from '../tree/align.js'

/** Whitespace that browsers collapse. A no-break space is not. */
export const isSpace = (code: number): boolean =>
  code === 32 || code === 10 || code === 9 || code === 13 || code === 12

/**
 * A paragraph being put together out of runs of text. Keeps, for every stretch of it that stands the same in the
 * source, where that is.
 */
export class Paragraph {
  private parts: string[] = []
  private length = 0
  private back: Piece[] = []
  /** Place of a space that is shown only if more words follow; undefined where none waits. */
  private space: number | undefined
  private breaks = 0

  /** How many line breaks stand at its end, waiting for words. */
  get waiting(): number {
    return this.breaks
  }

  /** Line breaks at the start or the end of a paragraph show nothing. */
  lineBreak(): void {
    this.space = undefined
    if (this.length > 0) this.breaks++
  }

  /** Adds the characters of text[from, to), none of them whitespace. Gives how many characters were added in all. */
  word(text: string, places: Places, from: number, to: number): number {
    const before = this.length
    if (this.breaks > 0) {
      this.put('\n', -1)
      this.breaks = 0
    } else if (this.space !== undefined && before > 0) this.put(' ', this.space)
    this.space = undefined
    this.putRun(text, places, from, to)
    return this.length - before
  }

  /** Whitespace at `at` of the source, where the character there is a plain space; -1 elsewhere. */
  gap(at: number): void {
    if (this.space === undefined && this.breaks === 0) this.space = at
  }

  /** Adds the characters as they are, whitespace too: for `<pre>`. */
  putRun(text: string, places: Places, from: number, to: number): void {
    if (typeof places === 'number') {
      this.put(text.slice(from, to), places + from)
      return
    }
    for (let i = from; i < to; ) {
      const at = places?.[i] ?? -1
      let j = i + 1
      while (j < to && (at < 0 ? (places?.[j] ?? -1) < 0 : places![j] === at + j - i)) j++
      this.put(text.slice(i, j), at)
      i = j
    }
  }

  private put(text: string, at: number): void {
    const start = this.length
    this.parts.push(text)
    this.length += text.length
    if (at < 0) return
    const last = this.back[this.back.length - 1]
    if (last !== undefined && last.end === start && last.at + last.end - last.start === at) {
      this.back[this.back.length - 1] = { start: last.start, end: this.length, at: last.at }
    } else this.back.push({ start, end: this.length, at })
  }

  /** What has been put in, trimmed, or undefined where that is only whitespace; and starts anew. */
  take(): { text: string; back: readonly Piece[] } | undefined {
    const whole = this.parts.join('')
    const { back } = this
    this.parts = []
    this.length = 0
    this.back = []
    this.space = undefined
    this.breaks = 0
    const text = whole.trim()
    // a lone bullet or bar is not a paragraph
    if (!/[\p{L}\p{N}]/u.test(text)) return undefined
    const cut = whole.length - whole.trimStart().length
    return { text, back: cutPieces(back, cut, cut + text.length) }
  }
}

/** The pieces within [from, to), counted from `from`. */
export function cutPieces(back: readonly Piece[], from: number, to: number): readonly Piece[] {
  if (from === 0 && (back.length === 0 || back[back.length - 1]!.end <= to)) return back
  const cut: Piece[] = []
  for (const { start, end, at } of back) {
    const first = Math.max(start, from)
    const last = Math.min(end, to)
    if (first < last) cut.push({ start: first - from, end: last - from, at: at + first - start })
  }
  return cut
}
