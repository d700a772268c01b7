import type { InFormat, Source } from '../incoming.js'
import { certainOf, EITHER } from './certain.js'
import { looksLikeText } from './head.js'

/** How many of a file's first bytes are looked at. */
export const HEAD = 4096

/**
 * The format to read a file with, among `formats`: the one that its first bytes leave no doubt about; else by its media
 * type, unless that says next to nothing (`application/octet-stream`); else by the ending of its name; else the first
 * whose `sniff` says yes; else plain text, where the bytes are text. Nothing where none fits.
 */
export function chooseFormat(
  source: Pick<Source, 'name' | 'mediaType'>,
  head: Uint8Array,
  formats: readonly InFormat[],
): InFormat | undefined {
  const named = (name: string) => formats.find(format => format.name === name)
  const certain = certainOf(head)
  if (certain && certain !== EITHER) return named(certain)
  const type = typeOf(source.mediaType)
  const said =
    (type && !VAGUE.has(type)
      ? formats.find(({ mediaTypes }) => mediaTypes.includes(type))
      : undefined) ?? formatOfName(source.name, formats)
  if (certain) return said?.name === 'json' ? said : named('jsonl')
  return (
    said ??
    formats.find(({ name, sniff }) => name !== 'plain' && sniff(head)) ??
    (looksLikeText(head) && (!type || VAGUE.has(type) || type === 'text/plain')
      ? named('plain')
      : undefined)
  )
}

/** A media type without its parameters, in lower case. */
export const typeOf = (mediaType = ''): string => mediaType.split(';')[0]!.trim().toLowerCase()

/** What servers and containers say where they do not know. */
const VAGUE: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'binary/octet-stream',
  'application/unknown',
  'application/xml',
  'text/xml',
])

/** The format by the ending of a name; of two that fit, the longer one: "warc.gz" before "gz". */
export function formatOfName(name: string, formats: readonly InFormat[]): InFormat | undefined {
  const lower = name.toLowerCase()
  let best: InFormat | undefined
  let length = 0
  for (const format of formats) {
    for (const extension of format.extensions) {
      if (extension.length > length && lower.endsWith(`.${extension}`)) {
        best = format
        length = extension.length
      }
    }
  }
  return best
}
