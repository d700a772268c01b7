import { textOfFragment } from '../html.js'
import { compose, createWriter, type Written } from '../text/writer.js'
import { writeBlocks } from './blocks.js'
import { eachRun, eachText } from './text.js'
import type { XmlElement } from './tree.js'

/** The paragraphs within an element, as XML. */
export function blocksOf(source: string, part: XmlElement): Written {
  const writer = createWriter()
  writeBlocks(source, part, writer)
  return writer.take()
}

/** Escaped HTML, or HTML in CDATA: its text, with the way back through both. */
export function htmlWithin(source: string, element: XmlElement): Written {
  const outer = verbatim(source, element)
  const inner = textOfFragment(outer.text)
  return { text: inner.text, back: compose(inner.back, outer.back) }
}

/** The characters within an element without the white space at both ends, otherwise unchanged. */
export function plainWithin(source: string, element: XmlElement): Written {
  const { text, back } = verbatim(source, element)
  const kept = text.trim()
  const from = text.length - text.trimStart().length
  return { text: kept, back: compose([{ start: 0, end: kept.length, at: from }], back) }
}

/** All characters within an element, with where they stand. */
function verbatim(source: string, element: XmlElement): Written {
  const parts: string[] = []
  const back: { start: number; end: number; at: number }[] = []
  let length = 0
  eachText(element, text =>
    eachRun(source, text, (value, at) => {
      if (at !== undefined) back.push({ start: length, end: length + value.length, at })
      parts.push(value)
      length += value.length
    }),
  )
  return { text: parts.join(''), back }
}
