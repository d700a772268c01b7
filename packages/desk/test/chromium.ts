import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Archive, addStories, openArchive } from '@onrecord/archive'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { sampleStories } from '../../archive/test/stories.js'
import { poolOfOne } from '../../server/src/pool.js'
import { answeringHere } from '../../server/src/service/answering/answering.js'
import { toConfig } from '../../server/src/service/config.js'
import { openLog } from '../../server/src/service/log.js'
import { type Service, startService } from '../../server/src/service/serve.js'
import { createFakeReader } from '../../server/test/fixtures/fake-reader.mjs'

const CHROMIUM = '/usr/bin/chromium'
const present = existsSync(CHROMIUM)
const why = `no ${CHROMIUM}; apt-get install chromium, or run .ci/run, which does`

/** How the page is looked at. */
export interface Look {
  readonly theme?: 'light' | 'dark'
  /** CSS pixels; a phone has 360. */
  readonly width?: number
}

export const PHONE = 360

/** The desk in a browser, on an archive of the samples that is this describe's own. */
export interface Desk {
  readonly service: Service
  /** The desk at an address of it, as "/stories/KEY". The page is closed after the test, which fails where it complained. */
  open(path: string, look?: Look): Promise<Page>
  /** From now on the page's line is slow: 50 kB a second, 400 ms there and back. */
  slow(page: Page): Promise<void>
  /** What was complained of is what the test wanted to see. */
  forgive(): void
  /** Stops the service, as a machine that goes down does; starts it again on the same archive and port. */
  stop(): Promise<void>
  again(): Promise<void>
}

/** The service said no: the browser tells that of every such answer; that the page does too is for its test to see. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/

/** How the service is, where not as it is unless told. */
export interface Setting {
  /** As toConfig takes them. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** What else the archive has. */
  prepare?(archive: Archive): Promise<void>
  /** What it has instead of the samples. */
  fill?(archive: Archive): Promise<unknown>
}

const addSamples = (archive: Archive) => addStories(archive, sampleStories())

/** A describe with the desk in Chromium. Without Chromium it is skipped, and fails where every test must run. */
export function inChromium(
  name: string,
  tests: (desk: () => Desk) => void,
  { settings, prepare, fill = addSamples }: Setting = {},
): void {
  if (!present && process.env.CI) {
    it(`${name}: has Chromium`, () => {
      expect.fail(why)
    })
    return
  }
  if (!present) console.warn(`${name} is left out: ${why}.`)
  describe.runIf(present)(name, () => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-desk-'))
    const path = join(folder, 'archive.db')
    let browser: Browser
    let desk: Desk
    let pages: Page[] = []
    let complaints: string[] = []

    const start = (port: number) =>
      startService(
        toConfig({ archive: path, port, workers: 1, rate: 100_000, ...settings }, {}),
        () => poolOfOne(async () => createFakeReader()),
        openLog('none', process.stderr),
        answeringHere,
      )

    beforeAll(async () => {
      const archive = await openArchive(path, { create: true })
      await fill(archive)
      await prepare?.(archive)
      await archive.close()
      let service = await start(0)
      browser = await chromium.launch({
        executablePath: CHROMIUM,
        args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
      })
      desk = {
        get service() {
          return service
        },
        async open(path, { theme = 'light', width = 1200 } = {}) {
          const page = await browser.newPage({
            colorScheme: theme,
            viewport: { width, height: 900 },
            reducedMotion: 'reduce',
            baseURL: service.local,
          })
          pages.push(page)
          // what a test waits for comes within this, or not at all
          page.setDefaultTimeout(15_000)
          page.on('console', message => {
            const bad = message.type() === 'error' || message.type() === 'warning'
            if (bad && !REFUSED.test(message.text())) complaints.push(message.text())
          })
          page.on('pageerror', error => complaints.push(String(error)))
          page.on('request', request => {
            if (!request.url().startsWith(service.local)) complaints.push(request.url())
          })
          await page.goto(path)
          await page.getByRole('heading', { level: 1 }).waitFor()
          return page
        },
        async slow(page) {
          const devtools = await page.context().newCDPSession(page)
          await devtools.send('Network.enable')
          await devtools.send('Network.emulateNetworkConditions', {
            offline: false,
            latency: 400,
            downloadThroughput: 50_000,
            uploadThroughput: 20_000,
          })
        },
        forgive() {
          complaints = []
        },
        stop: () => service.close(),
        async again() {
          service = await start(Number(new URL(service.local).port))
        },
      }
    })
    afterEach(async () => {
      await Promise.all(pages.map(page => page.close()))
      pages = []
      const told = complaints
      complaints = []
      expect(told, 'what the pages complained of').toEqual([])
    })
    afterAll(async () => {
      await browser?.close()
      await desk?.stop()
      rmSync(folder, { recursive: true, force: true })
    })

    tests(() => desk)
  })
}

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** What axe finds wrong with the page as it is now, by rule and element: nothing, it should be. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(axe, 'utf8'))
  const { violations } = (await page.evaluate(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )) as AxeResults
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

/** Does anything of the page stick out of its window sideways? On a phone nothing may. */
export const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth')
