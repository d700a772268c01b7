/** Header fields by name in lower case. A field given twice has its values joined with ", ". */
export type Headers = ReadonlyMap<string, string>

/**
 * The fields of a WARC or HTTP header, without its first line. A line that begins with a space goes on with the one
 * before; one without a colon is passed over. Bytes are read as UTF-8, as WARC has them.
 */
export function parseHeaders(lines: readonly string[]): Headers {
  const headers = new Map<string, string>()
  let name: string | undefined
  for (const line of lines) {
    if (/^[ \t]/.test(line)) {
      if (name) headers.set(name, `${headers.get(name)} ${line.trim()}`)
      continue
    }
    const colon = line.indexOf(':')
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : undefined
    if (!name) continue
    const value = line.slice(colon + 1).trim()
    const before = headers.get(name)
    headers.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return headers
}

/** Where a header ends, its blank line included, and where its text does. Nothing where it does not end. */
export function endOfHeader(bytes: Uint8Array): { text: number; end: number } | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const crlf = view.indexOf('\r\n\r\n')
  const lf = view.indexOf('\n\n')
  if (crlf >= 0 && (lf < 0 || crlf < lf)) return { text: crlf, end: crlf + 4 }
  return lf >= 0 ? { text: lf, end: lf + 2 } : undefined
}

export const linesOf = (bytes: Uint8Array): string[] =>
  new TextDecoder().decode(bytes).split(/\r?\n/)
