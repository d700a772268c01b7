import { constants, gunzipSync } from 'node:zlib'
import { isGzip } from '../bytes/gunzip.js'
import { startsWith, textOfHead } from './head.js'
import { type JsonHead, jsonHead } from './json-keys.js'
import { docType, xmlRoot } from './xml-root.js'

/**
 * The name of the format that a file's first bytes leave no doubt about, whatever the file is called; nothing where they
 * leave one. `%PDF-1.7` is "pdf" in a file named story.txt; `Once upon` is nothing, also in one named story.txt.
 */
export function certainOf(head: Uint8Array): string | undefined {
  if (startsWith(head, 'PK\x03\x04') || startsWith(head, 'PK\x05\x06')) return 'wacz'
  if (isGzip(head)) return isPackedWarc(head) ? 'warc' : 'gzip'
  const text = textOfHead(head)
  if (/^WARC\/\d\./.test(text)) return 'warc'
  if (/^\s*%PDF-\d/.test(text)) return 'pdf'
  if (/^WEBVTT(?:[ \t\r\n]|$)/.test(text)) return 'subtitles'
  const json = jsonHead(text)
  return json ? ofJson(json) : ofMarkup(text)
}

const ROOTS: Readonly<Record<string, string>> = {
  nitf: 'nitf',
  newsml: 'newsml',
  newsitem: 'newsml',
  newsmessage: 'newsml',
  packageitem: 'newsml',
  rss: 'feed',
  feed: 'feed',
  rdf: 'feed',
  html: 'html',
}

function ofMarkup(text: string): string | undefined {
  const root = xmlRoot(text)
  if (root && Object.hasOwn(ROOTS, root)) return ROOTS[root]
  return docType(text) === 'html' ? 'html' : undefined
}

/** In place of a name: JSON or JSON lines, which its name may tell. */
export const EITHER = 'json or jsonl'

/** What ninjs has and no story or record of ours does. */
const NINJS = [
  'versioncreated',
  'versionCreated',
  'pubstatus',
  'pubStatus',
  'body_text',
  'body_xhtml',
  'body_html',
  'bodies',
  'headlines',
  'representationtype',
  'representationType',
  'firstcreated',
  'firstCreated',
  'contentcreated',
  'contentCreated',
]

function ofJson({ form, keys, version }: JsonHead): string {
  if (version?.includes('jsonfeed.org/')) return 'feed'
  if (form === 'lines') return 'jsonl'
  if (keys.has('uri') && NINJS.some(key => keys.has(key))) return 'ninjs'
  return form === 'either' ? EITHER : 'json'
}

/** Is what is packed a WARC? As much as the head has of it tells. */
function isPackedWarc(head: Uint8Array): boolean {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8 * 2 ** 20 }
    return startsWith(gunzipSync(head, options), 'WARC/')
  } catch {
    return false
  }
}
