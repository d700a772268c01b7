import type { Limits, Problem, Source } from '../incoming.js'
import { gather, tooLarge } from '../text/bytes.js'
import { charsetOf, decodeAs, markOf } from '../text/decode.js'
import { doctypeProblem } from './doctype.js'

/** A document that may be parsed: its bytes, and the same decoded, without a byte order mark. */
export interface Gated {
  readonly bytes: Uint8Array
  readonly source: string
  /** Were bytes in it that are not of its encoding? They are U+FFFD then. Only where the caller can bear it. */
  readonly spoilt: boolean
}

/**
 * Lets an XML document in, or says why not: its size ('too-large'), its encoding ('bad-encoding'), its document type
 * ('doctype'). `bearSpoilt` lets one in that has some bytes of another encoding, as feeds glued together have.
 */
export async function passGate(
  source: Source,
  limits: Limits,
  bearSpoilt = false,
): Promise<Gated | { readonly problem: Problem }> {
  const bytes = await gather(source, limits.documentBytes)
  if (bytes === undefined) return { problem: tooLarge('The document', limits.documentBytes) }
  return admit(bytes, source.mediaType, bearSpoilt)
}

export function admit(
  bytes: Uint8Array,
  mediaType: string | undefined,
  bearSpoilt: boolean,
): Gated | { readonly problem: Problem } {
  const label = encodingOf(bytes, mediaType)
  const strict = decodeAs(label, bytes)
  const text =
    strict ?? (bearSpoilt && isKnown(label) ? new TextDecoder(label).decode(bytes) : undefined)
  if (text === undefined) {
    return {
      problem: {
        code: 'bad-encoding',
        message: `It is not of the encoding that it states or has by default, ${label.slice(0, 40)}.`,
      },
    }
  }
  const problem = doctypeProblem(text)
  return problem ? { problem } : { bytes, source: text, spoilt: strict === undefined }
}

/** What its byte order mark says, else its media type's charset, else its XML declaration, else UTF-8. */
export function encodingOf(bytes: Uint8Array, mediaType?: string): string {
  const mark = markOf(bytes)
  if (mark) return mark
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le'
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be'
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  const declared =
    /^\s{0,9}<\?xml\s[^>]{0,150}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  const label = charsetOf(mediaType) ?? declared ?? 'utf-8'
  // it was just read as bytes, so it is not UTF-16, whatever it says
  return /^utf-?16/i.test(label) ? 'utf-8' : label
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label) !== undefined
  } catch {
    return false
  }
}
