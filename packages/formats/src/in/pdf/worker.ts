/**
 * The thread that takes a PDF apart, as source: so that it starts from dist/ and from the sources alike. It is started
 * with `WorkerData`, says a `FromWorker` for the file and for each page, and ends. What pdf.js could reach from there is
 * shut beforehand: no network, no canvas, no fonts of the system, no code made of strings.
 */
export const WORKER = `
const { parentPort, workerData } = require('node:worker_threads')
const { pdfjs, data, pages, items, characters } = workerData
const builtin = process.getBuiltinModule
const none = () => { throw new Error('not here') }
process.getBuiltinModule = name => name === 'module' ? { createRequire: () => none } : builtin.call(process, name)
for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) globalThis[name] ??= class {}
globalThis.fetch = none
globalThis.WebSocket = undefined
const say = message => parentPort.postMessage(message)

async function main() {
  const { getDocument, Util } = await import(pdfjs)
  const pdf = await getDocument({
    data, verbosity: 0, isEvalSupported: false, disableFontFace: true, useSystemFonts: false,
    fontExtraProperties: false, useWorkerFetch: false, useWasm: false, enableXfa: false,
    isOffscreenCanvasSupported: false, isImageDecoderSupported: false, maxImageSize: 1,
    disableAutoFetch: true, disableStream: true, disableRange: true,
  }).promise
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  const text = value => typeof value === 'string' ? value.slice(0, 1000) : undefined
  say({
    pages: pdf.numPages,
    info: {
      title: text(info.Title), author: text(info.Author), language: text(info.Language),
      created: text(info.CreationDate), changed: text(info.ModDate),
    },
  })
  if (pdf.numPages > pages) return
  let count = 0
  let length = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const runs = []
    const reader = page.streamTextContent({ disableNormalization: false }).getReader()
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      for (const item of value.items) {
        if (!item.str || !item.str.trim()) continue
        const [a, b, c, d, x, y] = Util.transform(view.transform, item.transform)
        // turned text is a margin's, not a story's
        if (Math.abs(b) > Math.abs(a) * 0.1 || a < 0) continue
        const size = Math.hypot(c, d)
        if (![x, y, size, item.width].every(Number.isFinite) || size === 0) continue
        count++
        length += item.str.length
        if (count > items || length > characters) return say({ over: count > items ? 'items' : 'characters' })
        runs.push({ text: item.str, x, y, width: Math.max(0, item.width), size })
      }
    }
    say({ width: view.width, height: view.height, runs })
    page.cleanup()
  }
  say({ done: true })
}

main().catch(error => say({ error: String(error?.message ?? error).slice(0, 200), name: error?.name })).then(() => process.exit())
`

/** What the thread is started with. */
export interface WorkerData {
  /** Where pdf.js lies, as a file: URL. */
  readonly pdfjs: string
  readonly data: Uint8Array
  /** The most pages, runs of text and characters; over the first it reads none, over the others it stops. */
  readonly pages: number
  readonly items: number
  readonly characters: number
}

/** What the thread says: `pages` and `info` first, then each page in order, then `done`; or what went wrong. */
export type FromWorker =
  | { readonly pages: number; readonly info: PdfInfo }
  | PdfPage
  | { readonly done: true }
  | { readonly over: 'items' | 'characters' }
  | { readonly error: string; readonly name?: string }

/** What a PDF says of itself, as it is written there. */
export interface PdfInfo {
  readonly title?: string
  readonly author?: string
  readonly language?: string
  readonly created?: string
  readonly changed?: string
}

/** The text of one page, in the order in which the file has it; in points, from the upper left corner. */
export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
}

/** Some characters set in one go. */
export interface Run {
  readonly text: string
  /** Where it begins, and its base line. */
  readonly x: number
  readonly y: number
  readonly width: number
  /** Height of its type. */
  readonly size: number
}
