import { readAll } from '../bytes/read-all.js'
import type { Limits } from '../incoming.js'
import { bytesOfEntry } from './entry.js'
import type { Zip } from './open.js'

/** Titles of pages by their address. */
export type PageTitles = ReadonlyMap<string, string>

/**
 * What pages/pages.jsonl of a WACZ tells, `{"url": …, "title": …}` a line. Some crawlers put the address where the title
 * goes: that is none. A line or a file that is broken tells nothing: titles are not worth a problem.
 */
export async function titlesOf(zip: Zip, limits: Limits): Promise<PageTitles> {
  const titles = new Map<string, string>()
  const entry = zip.entries.find(({ name }) => name === 'pages/pages.jsonl')
  if (!entry) return titles
  try {
    const bytes = await readAll(bytesOfEntry(zip.file, entry, limits), limits.documentBytes)
    for (const line of new TextDecoder().decode(bytes).split('\n')) addTitle(line, titles)
  } catch {
    titles.clear()
  }
  return titles
}

function addTitle(line: string, titles: Map<string, string>): void {
  try {
    const { url, title } = JSON.parse(line)
    if (typeof url !== 'string' || typeof title !== 'string') return
    const words = title.trim()
    if (words && !/^https?:\/\//.test(words)) titles.set(url, words)
  } catch {
    // no page
  }
}
