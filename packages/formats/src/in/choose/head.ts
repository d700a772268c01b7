/** The beginning of a file, as text: by its byte order mark, else as UTF-8 with what is not UTF-8 replaced. */
export function textOfHead(head: Uint8Array): string {
  const encoding =
    head[0] === 0xff && head[1] === 0xfe
      ? 'utf-16le'
      : head[0] === 0xfe && head[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  return new TextDecoder(encoding).decode(head)
}

/** Could these bytes be text? There is no zero byte in it, and next to no other control character. */
export function looksLikeText(head: Uint8Array): boolean {
  if (head.length === 0) return false
  const text = textOfHead(head)
  const odd = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
  return !text.includes('\0') && odd * 100 <= text.length
}

/** Does the head begin with these ASCII characters? */
export const startsWith = (head: Uint8Array, ascii: string): boolean =>
  head.length >= ascii.length && [...ascii].every((char, i) => head[i] === char.charCodeAt(0))
