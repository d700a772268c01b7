import type { Writer } from '../text/writer.js'
import { characterOf } from './entities.js'
import { isElement, type XmlElement, type XmlText } from './tree.js'

/** What XML writes otherwise than it is read; and characters that it forbids, found only in mended parts. */
const BREAKS = /\r\n?|[\0-\x08\v\f\x0e-\x1f]/g
const SPECIAL = /\r\n?|[\0-\x08\v\f\x0e-\x1f]|&([#\w]{1,12});/g

/** Calls `put` with the characters of a text, and where they stand in the source where they are the same there. */
export function eachRun(
  source: string,
  { start, end, cdata }: XmlText,
  put: (value: string, at?: number) => void,
): void {
  const special = cdata ? BREAKS : SPECIAL
  const raw = source.slice(start, end)
  let from = 0
  for (const { 0: written, 1: reference, index } of raw.matchAll(special)) {
    const value =
      reference !== undefined ? characterOf(reference) : written.startsWith('\r') ? '\n' : ' '
    if (value === undefined) continue
    if (index > from) put(raw.slice(from, index), start + from)
    put(value)
    from = index + written.length
  }
  if (from < raw.length) put(raw.slice(from), start + from)
}

/** All characters within an element, in order, as they are. */
export function textOf(source: string, element: XmlElement | undefined): string {
  if (element === undefined) return ''
  const parts: string[] = []
  eachText(element, text => eachRun(source, text, value => parts.push(value)))
  return parts.join('')
}

/** The same on one line, without white space at its ends; nothing where there is none. */
export function lineOf(source: string, element: XmlElement | undefined): string | undefined {
  const line = textOf(source, element).replace(/\s+/g, ' ').trim()
  return line === '' ? undefined : line
}

/** Calls `visit` with each text within an element, in order. Depth is capped by the tree. */
export function eachText(element: XmlElement, visit: (text: XmlText) => void): void {
  for (const child of element.children) {
    if (isElement(child)) eachText(child, visit)
    else visit(child)
  }
}

/** Writes all characters within an element. */
export const putText = (source: string, element: XmlElement, writer: Writer): void =>
  eachText(element, text => eachRun(source, text, writer.put))
