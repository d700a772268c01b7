import { Spoilt, spoiltOf } from './bytes/spoilt.js'
import { startsWith } from './choose/head.js'
import type { Found, InFormat, Limits, Source } from './incoming.js'
import { NO_STORIES, storiesOfWarc, within } from './warc.js'
import { bytesOfEntry } from './zip/entry.js'
import { openZip, type Zip } from './zip/open.js'
import { type PageTitles, titlesOf } from './zip/pages.js'

const WARC = /^archive\/(?:[^/]+\/)*[^/]+\.warc(?:\.gz)?$/i
const NESTED = /\.(?:wacz|zip)$/i

/**
 * WACZ, a web archive in a ZIP (of Webrecorder and others): the stories of the WARCs under archive/, in the order of its
 * directory; a story without a title takes the one that pages/pages.jsonl has for its address. Names within are only
 * compared: nothing is ever written. Needs to seek, so it opens `path`; without one it is held, up to 256 MB.
 *
 * `part` is the WARC's name, "#" and the record's id. Before anything is unpacked the directory is held against
 * `entries`, `inflatedBytes` and `ratio`. Problems: 'broken', 'too-large', 'bomb'; 'nested' for an archive within, which
 * is not opened; 'no-warc' for a ZIP that is none; of an entry 'encrypted', 'encoding', and those of a WARC.
 */
export const wacz: InFormat = {
  name: 'wacz',
  summary: 'web archive in a ZIP',
  extensions: ['wacz'],
  mediaTypes: ['application/wacz', 'application/x-wacz'],
  sniff: head => startsWith(head, 'PK\x03\x04'),
  async *read(source, limits): AsyncGenerator<Found> {
    let zip: Zip
    try {
      zip = await openZip(source, limits)
    } catch (error) {
      if (!(error instanceof Spoilt)) throw error
      yield { problem: { code: error.code, message: error.message } }
      return
    }
    try {
      yield* storiesOfZip(zip, source, limits)
    } finally {
      zip.close()
    }
  },
}

async function* storiesOfZip(zip: Zip, source: Source, limits: Limits): AsyncGenerator<Found> {
  const titles = await titlesOf(zip, limits)
  let any = false
  let warcs = 0
  for (const entry of zip.entries) {
    const { name } = entry
    if (NESTED.test(name)) {
      any = true
      yield { problem: { ...NESTED_WITHIN, part: name } }
    }
    if (!WARC.test(name)) continue
    warcs++
    try {
      const bytes = () => bytesOfEntry(zip.file, entry, limits)
      for await (const found of storiesOfWarc({ name, bytes }, limits)) {
        any = true
        yield within(titled(found, titles), name)
      }
    } catch (error) {
      any = true
      const { code, message } = spoiltOf(error)
      yield { problem: { code, message, part: name } }
    }
  }
  if (any) return
  yield { problem: warcs > 0 ? NO_STORIES : noWarc(source.name) }
}

function titled(found: Found, titles: PageTitles): Found {
  if ('problem' in found || found.story.title || !found.story.url) return found
  const title = titles.get(found.story.url)
  return title ? { story: { ...found.story, title } } : found
}

const NESTED_WITHIN = {
  code: 'nested',
  message: 'It is an archive within an archive. Take it out and name it.',
}

const noWarc = (name: string) => ({
  code: 'no-warc',
  message: `${JSON.stringify(name.slice(-100))} is a ZIP without a WARC under archive/. If it is an Office document, save it as plain text or PDF; else unpack it and name the directory.`,
})
