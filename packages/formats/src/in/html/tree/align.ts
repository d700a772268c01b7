import { parseFragment } from 'parse5'
import type { Run } from './node.js'

/**
 * Where each code unit of a run stands in the source: a number to add to its index, or one offset a unit, -1 for a unit
 * that is written otherwise there (`&amp;`, a carriage return).
 */
export type Places = number | Int32Array | undefined

/** The longest way to write a character: "&CounterClockwiseContourIntegral;" has 33 characters. */
const REFERENCE = /&(?:#[xX]?[0-9a-fA-F]{1,12};?|[A-Za-z][A-Za-z0-9]{0,40};?)/y

/** undefined where the run's place is not known. */
export function placesOf(run: Run, source: string): Places {
  const { text, at, end } = run
  if (at < 0) return undefined
  // the usual case: nothing is written otherwise
  if (end - at === text.length && source.startsWith(text, at)) return at
  const places = new Int32Array(text.length).fill(-1)
  let from = at
  for (let i = 0; i < text.length && from < end; ) {
    const decoded = source[from] === '&' ? referenceAt(source, from) : undefined
    if (decoded !== undefined && text.startsWith(decoded.text, i)) {
      i += decoded.text.length
      from += decoded.length
    } else if (text[i] === source[from]) {
      places[i++] = from++
    } else if (source[from] === '\r') {
      // "\r\n" and "\r" are "\n" in the tree
      from += source[from + 1] === '\n' ? 2 : 1
      if (text[i] === '\n') i++
    } else if (source[from] === '\n' || source[from] === '\0') {
      // the first line end of a <pre>, and NULs, are left out of the tree
      from++
    } else break
  }
  return places
}

/** The character reference at an offset and what it stands for; undefined where there is none. */
function referenceAt(source: string, at: number): { text: string; length: number } | undefined {
  REFERENCE.lastIndex = at
  const written = REFERENCE.exec(source)?.[0]
  if (written === undefined) return undefined
  const text = decodeReferences(written)
  return text === written ? undefined : { text, length: written.length }
}

const known = new Map<string, string>()

/** Text with its character references decoded as in a page: "&amp;#8217;" → "&#8217;", "&copy2020" → "©2020". */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text
  const before = known.get(text)
  if (before !== undefined) return before
  const decoded = parseFragment(text.replace(/</g, '&lt;'))
    .childNodes.map(node => ('value' in node ? node.value : ''))
    .join('')
  if (known.size < 5_000 && text.length < 50) known.set(text, decoded)
  return decoded
}
