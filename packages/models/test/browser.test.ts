import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createReader, type RecordQuote, type StoryInput } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { build } from 'esbuild'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page as Reading } from './page.js'

const CHROMIUM = '/usr/bin/chromium'
const present = existsSync(CHROMIUM)
const why = `no ${CHROMIUM}; apt-get install chromium, or run .ci/run, which does`
if (!present) console.warn(`The browser test is left out: ${why}.`)

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** Everything that the page may ask for: the URL's path and the file it stands for. */
const FILES: Readonly<Record<string, { file?: string; type: string }>> = {
  '/': { type: 'text/html' },
  '/page.js': { type: 'text/javascript' },
  '/runtime.wasm': {
    file: fileURLToPath(import.meta.resolve('onnxruntime-web/ort-wasm-simd-threaded.wasm')),
    type: 'application/wasm',
  },
  '/weights/encoder.onnx': {
    file: path('../quotes/encoder.onnx'),
    type: 'application/octet-stream',
  },
  '/weights/roles.onnx': { file: path('../quotes/roles.onnx'), type: 'application/octet-stream' },
  '/weights/config.json': { file: path('../quotes/config.json'), type: 'application/json' },
  '/weights/vocab.txt': { file: path('../quotes/vocab.txt'), type: 'text/plain' },
}

/** The beginning of a sample. */
async function sample(name: string): Promise<StoryInput> {
  const text = await readFile(path(`../../../samples/${name}.txt`), 'utf8')
  return { id: name, text: text.slice(0, 1800) }
}

/**
 * The two builds of the runtime add up in another order. In an int8 graph a sum that differs in its seventh digit can
 * be rounded to the next of 255 steps, and so on through the layers: a doubtful span may come out longer or shorter.
 * So: this share of the quotes has the same spans, and their confidence is this near.
 */
const SAME = 0.9
const NEAR = 0.1

/** A quote's spans and kind, to compare. */
const spans = ({ kind, content, cue, source }: RecordQuote) =>
  JSON.stringify([kind, content, cue, source])

describe('in a browser', () => {
  // where every test must run, a machine without the browser fails instead
  if (!present && process.env.CI) {
    it('has Chromium', () => {
      expect.fail(why)
    })
    return
  }

  describe.runIf(present)('Chromium', () => {
    let server: Server
    let folder: string
    let context: BrowserContext
    let page: Page
    let origin: string
    const requests: string[] = []
    const complaints: string[] = []

    beforeAll(async () => {
      const bundle = await build({
        entryPoints: [path('page.ts')],
        alias: {
          '@onrecord/engine': path('../../engine/src/index.ts'),
          '@onrecord/models/web': path('../src/web.ts'),
        },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        target: 'es2022',
        write: false,
        logLevel: 'silent',
      })
      const script = bundle.outputFiles[0]!.contents
      server = createServer(async (request, response) => {
        const known = FILES[request.url ?? '']
        if (known === undefined) {
          response.writeHead(404).end()
          return
        }
        response.writeHead(200, { 'content-type': known.type })
        if (known.file !== undefined) response.end(await readFile(known.file))
        else if (request.url === '/page.js') response.end(script)
        else response.end('<!doctype html><script type="module" src="/page.js"></script>')
      })
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
      origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      folder = await mkdtemp(join(tmpdir(), 'onrecord-chromium-'))
      context = await chromium.launchPersistentContext(folder, {
        executablePath: CHROMIUM,
        headless: true,
        args: [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      })
      page = await context.newPage()
      context.on('request', request => requests.push(request.url()))
      page.on('console', message => complaints.push(message.text()))
      page.on('pageerror', error => complaints.push(error.message))
      await page.goto(`${origin}/`)
      await page.waitForFunction(() => 'onrecord' in globalThis)
    })

    afterAll(async () => {
      await context?.close()
      await new Promise(done => (server === undefined ? done(undefined) : server.close(done)))
      if (folder !== undefined) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    })

    const options = () => ({
      weights: `${origin}/weights`,
      wasmPaths: { wasm: `${origin}/runtime.wasm` },
    })

    it('reads as Node does', async () => {
      const names = ['01-marrec-tax-pledge', '08-eels-science', '13-cannery-planning-row']
      const stories = await Promise.all(names.map(sample))
      const read = await page.evaluate(
        ([given, all]) =>
          (globalThis as unknown as { onrecord: Reading }).onrecord.read(given, all),
        [options(), stories] as const,
      )
      const reader = createReader(await openQuoteModel())
      let [quotes, same] = [0, 0]
      for (const [k, story] of stories.entries()) {
        const here = await reader.read(story)
        const there = read[k]!
        expect(there.story).toEqual(here.story)
        expect(there.reader).toEqual(here.reader)
        expect(there.findings).toEqual(here.findings)
        const known = new Map(there.quotes.map(quote => [spans(quote), quote]))
        quotes += Math.max(here.quotes.length, there.quotes.length)
        for (const quote of here.quotes) {
          const other = known.get(spans(quote))
          if (other === undefined) continue
          same++
          expect(Math.abs(other.confidence - quote.confidence)).toBeLessThanOrEqual(NEAR)
        }
      }
      expect(quotes).toBeGreaterThan(0)
      expect(same / quotes).toBeGreaterThanOrEqual(SAME)
    })

    it('reads a story among others as it does alone', async () => {
      const story = await sample('09-vpa-ferry-wire')
      const others = [
        await sample('02-nine-lamps-premiere'),
        await sample('04-rovers-hallin-match'),
      ]
      const [alone, among] = await page.evaluate(
        async ([given, one, more]) => {
          const { read } = (globalThis as unknown as { onrecord: Reading }).onrecord
          return [await read(given, [one]), await read(given, [one, ...more])] as const
        },
        [options(), story, others] as const,
      )
      expect(among[0]).toEqual(alone[0])
    })

    it('opens from bytes', async () => {
      const story = await sample('19-weekend-works')
      const read = await page.evaluate(
        ([weights, wasm, one]) =>
          (globalThis as unknown as { onrecord: Reading }).onrecord.readFromBytes(
            weights,
            wasm,
            one,
          ),
        [`${origin}/weights/`, `${origin}/runtime.wasm`, story] as const,
      )
      expect(read.story.text).toBe(story.text)
      expect(read.reader.models[0]!.name).toBe('onrecord-quotes')
    })

    it('names the file that is missing', async () => {
      const message = await page.evaluate(
        given => (globalThis as unknown as { onrecord: Reading }).onrecord.failure(given),
        { ...options(), weights: `${origin}/elsewhere` },
      )
      expect(message).toContain(`${origin}/elsewhere/`)
      expect(message).toContain('404')
    })

    it('asked nobody but the local server', () => {
      const elsewhere = requests.filter(url => !/^(?:http:\/\/127\.0\.0\.1:|blob:|data:)/.test(url))
      expect(elsewhere).toEqual([])
      expect(requests).toContain(`${origin}/weights/encoder.onnx`)
      expect(complaints.filter(text => !text.includes('404'))).toEqual([])
    })
  })
})
