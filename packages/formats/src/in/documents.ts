import { feed } from './feed.js'
import { html } from './html.js'
import type { Found, InFormat } from './incoming.js'
import { json } from './json.js'
import { jsonl } from './jsonl.js'
import { newsml } from './newsml.js'
import { ninjs } from './ninjs.js'
import { nitf } from './nitf.js'
import { pdf } from './pdf.js'
import { plain } from './plain.js'
import { subtitles } from './subtitles.js'

/** What is read out of archives and packed files as well as for itself. Of two that would do, the first is asked first. */
export const DOCUMENTS: readonly InFormat[] = [
  pdf,
  html,
  nitf,
  newsml,
  feed,
  ninjs,
  jsonl,
  json,
  subtitles,
  plain,
]

/** Those of which a file is one story: what is told of the file is told of it. */
export const SINGLE: ReadonlySet<string> = new Set(['pdf', 'html', 'subtitles', 'plain'])

/** Where a story was fetched from is its address, where it states no other. */
export const withUrl = (found: Found, url: string | undefined): Found =>
  'story' in found && url && !found.story.url ? { story: { ...found.story, url } } : found
