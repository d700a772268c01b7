import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { sizeOf } from '../bytes/size.js'
import { messageOf, Spoilt } from '../bytes/spoilt.js'
import type { Limits } from '../incoming.js'
import { type FromWorker, type PdfInfo, type PdfPage, WORKER, type WorkerData } from './worker.js'

export interface PdfText {
  readonly info: PdfInfo
  readonly pages: readonly PdfPage[]
}

/** How much the process may grow over one PDF: pictures and packed streams can be made to fill any memory. */
const GROWTH = 2 ** 30

const HEAP_MB = 768

/**
 * The text of a PDF's pages, taken out in a thread of its own that is ended when it takes longer than `patience` or more
 * memory than 1 GB. Throws a Spoilt: 'encrypted', 'broken', 'too-large' (pages, runs of text, characters, memory),
 * 'too-slow'.
 */
export function extractPdf(bytes: Uint8Array, limits: Limits): Promise<PdfText> {
  const workerData: WorkerData = {
    pdfjs: pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.mjs'))
      .href,
    // a copy of its own: a chunk may be a view of something larger
    data: Uint8Array.from(bytes),
    pages: limits.pages,
    items: limits.nodes,
    characters: limits.documentBytes,
  }
  const worker = new Worker(WORKER, {
    eval: true,
    workerData,
    env: {},
    argv: [],
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
  })
  worker.stdout.resume()
  worker.stderr.resume()
  let stop = () => {}
  const before = process.memoryUsage.rss()
  return new Promise<PdfText>((resolve, reject) => {
    const pages: PdfPage[] = []
    let info: PdfInfo = {}
    const fail = (code: string, message: string) => reject(new Spoilt(code, message))
    const clock = setTimeout(() => fail('too-slow', slow(limits)), limits.patience)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > GROWTH) fail('too-large', TOO_MUCH_MEMORY)
    }, 50)
    worker.on('message', (message: FromWorker) => {
      if ('runs' in message) pages.push(message)
      else if ('info' in message) {
        info = message.info
        if (message.pages > limits.pages) fail('too-large', tooMany(message.pages, limits))
      } else if ('done' in message) resolve({ info, pages })
      else if ('over' in message) fail('too-large', over(message.over, limits))
      else fail(...faultOf(message))
    })
    worker.on('error', error =>
      (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? fail('too-large', TOO_MUCH_MEMORY)
        : fail('broken', `It cannot be read as a PDF (${messageOf(error)}).`),
    )
    worker.on('exit', () => fail('broken', 'Reading it as a PDF broke off.'))
    stop = () => {
      clearTimeout(clock)
      clearInterval(watch)
    }
  }).finally(async () => {
    stop()
    await worker.terminate()
  })
}

function faultOf({ error, name }: { error: string; name?: string }): [string, string] {
  return name === 'PasswordException'
    ? ['encrypted', 'It is encrypted. Save it without its password first.']
    : ['broken', `It is no sound PDF (${messageOf(error)}). Fetch it again.`]
}

const TOO_MUCH_MEMORY = `Reading it takes more memory than ${sizeOf(GROWTH)}. Split it.`

const slow = ({ patience }: Limits) =>
  `Reading it takes longer than ${Math.round(patience / 100) / 10} seconds, the limit. Split it.`

const tooMany = (pages: number, limits: Limits) =>
  `It has ${pages} pages, more than the limit of ${limits.pages}. Split it.`

const over = (what: 'items' | 'characters', limits: Limits) =>
  what === 'items'
    ? `It has more than ${limits.nodes} pieces of text, the limit. Split it.`
    : `It has more than ${limits.documentBytes} characters of text, the limit. Split it.`
