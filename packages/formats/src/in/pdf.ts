import { readAll } from './bytes/read-all.js'
import { Spoilt } from './bytes/spoilt.js'
import { startsWith } from './choose/head.js'
import type { Found, Incoming, InFormat, Limits, Source } from './incoming.js'
import { columnsOf } from './pdf/columns.js'
import { extractPdf } from './pdf/extract.js'
import { metaOf } from './pdf/info.js'
import { paragraphsOf, textOf } from './pdf/paragraphs.js'
import { withoutRunning } from './pdf/running.js'
import { segmentsOf } from './pdf/segments.js'

/**
 * PDF, one story a file: its lines joined into paragraphs, columns read one after another, running heads and page
 * numbers left out. A hyphen at a line's end goes where the next line begins with a small letter (see `joinLines`).
 * Title, author, date and language are the document's own, where they say anything. There is no way back: what stands
 * where on a page cannot be aligned with its bytes.
 *
 * Problems: 'no-text' (its pages are images), 'encrypted', 'broken', 'too-large' (`documentBytes`, `pages`), 'too-slow'
 * (`patience`).
 */
export const pdf: InFormat = {
  name: 'pdf',
  summary: 'PDF with text',
  extensions: ['pdf'],
  mediaTypes: ['application/pdf', 'application/x-pdf'],
  sniff: head => startsWith(head, '%PDF-'),
  async *read(source, limits): AsyncGenerator<Found> {
    try {
      yield { story: await storyOf(source, limits) }
    } catch (error) {
      if (!(error instanceof Spoilt)) throw error
      yield { problem: { code: error.code, message: error.message } }
    }
  },
}

async function storyOf(source: Source, limits: Limits): Promise<Incoming> {
  const original = await readAll(source.bytes(), limits.documentBytes)
  const { info, pages } = await extractPdf(original, limits)
  const runs = withoutRunning(
    pages.map(({ height, runs }) => ({ height, segments: segmentsOf(runs) })),
  ).flatMap(({ segments }) => columnsOf(segments))
  const text = textOf(runs.map(paragraphsOf))
  if (!text) throw noText(pages.length)
  return {
    text,
    kind: 'story',
    mediaType: 'application/pdf',
    original,
    ...(source.url && { url: source.url }),
    ...metaOf(info),
  }
}

const noText = (pages: number) =>
  new Spoilt(
    'no-text',
    pages > 0
      ? 'There is no text in it: it holds images. OCR it first.'
      : 'There is no page in it. Save it again.',
  )
