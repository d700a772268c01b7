import { endOfHeader, type Headers, linesOf, parseHeaders } from './headers.js'

/** What a server answered, as a response record has it. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  /** The body as it was sent: still in chunks, still packed. */
  readonly body: Uint8Array
}

/** A response record's block; nothing where it is no HTTP answer, or its header does not end within `limit` bytes. */
export function parseHttp(block: Uint8Array, limit: number): HttpAnswer | undefined {
  const end = endOfHeader(block.subarray(0, limit))
  if (!end) return undefined
  const [first = '', ...lines] = linesOf(block.subarray(0, end.text))
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})(?: |$)/.exec(first)?.[1]
  if (!status) return undefined
  return { status: Number(status), headers: parseHeaders(lines), body: block.subarray(end.end) }
}
