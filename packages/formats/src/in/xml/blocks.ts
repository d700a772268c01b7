import type { Writer } from '../text/writer.js'
import { eachRun } from './text.js'
import { isElement, type XmlElement } from './tree.js'

/** Elements of NITF and XHTML that are paragraphs, or hold such. */
const BLOCKS = new Set(
  'address article aside blockquote body body.content block bq center credit dd div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hl1 hl2 hr html li main ol p pre section ul'.split(
    ' ',
  ),
)

/** What is not the story's own words: tables, pictures with their captions, notes to editors, scripts. */
const SKIPPED = new Set(
  'audio button canvas ed-msg figcaption figure fn form head iframe map math media media-caption nav nitf-table noscript note object script select style svg table template textarea title video'.split(
    ' ',
  ),
)

/**
 * Writes the paragraphs of a body in NITF or XHTML: each block one, `br` a new line, tables, media and notes left out.
 * By the names of the elements alone, since namespaces are written in many ways. White space is as a browser shows it.
 */
export function writeBlocks(source: string, element: XmlElement, writer: Writer): void {
  for (const child of element.children) {
    if (!isElement(child)) {
      eachRun(source, child, writer.put)
      continue
    }
    const name = child.name.toLowerCase()
    if (SKIPPED.has(name)) {
      // what stands before and behind it is not one line
      if (name !== 'fn' && name !== 'note') writer.paragraph()
      continue
    }
    if (name === 'br') {
      writer.line()
      continue
    }
    const block = BLOCKS.has(name)
    if (block) writer.paragraph()
    writeBlocks(source, child, writer)
    if (block) writer.paragraph()
  }
}
