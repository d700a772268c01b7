/**
 * The characters of a page. As browsers decide it: a byte order mark, else what the transport says, else what the
 * page's own `<meta charset>` or XML declaration says within the first 4,096 bytes, else UTF-8 where the bytes are
 * that, else windows-1252, which takes any bytes. Labels are those of the Encoding Standard ("latin1" is
 * windows-1252); an unknown label counts as none. The mark itself is no part of the text, so offsets begin after it.
 *
 * @example decodePage(bytesOf('<meta charset="iso-8859-1"> 0xE9'), 'text/html') → '<meta … é'
 */
export function decodePage(bytes: Uint8Array, mediaType?: string): string {
  const marked = byteOrderMark(bytes)
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes)
  for (const label of [charsetOf(mediaType ?? ''), declaredIn(bytes)]) {
    const decoder = decoderOf(label)
    if (decoder !== undefined) return decodeWith(decoder, bytes)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWith(new TextDecoder('windows-1252'), bytes)
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  return undefined
}

/** "text/html; charset=latin1" → "latin1". */
function charsetOf(mediaType: string): string | undefined {
  return /charset\s*=\s*["']?([\w.:-]+)/i.exec(mediaType)?.[1]
}

function declaredIn(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096))
  for (const [tag] of head.matchAll(/<meta\s[^>]{0,1000}>|<\?xml\s[^>]{0,200}\?>/gi)) {
    const label = charsetOf(tag) ?? /^<\?xml\s.*encoding\s*=\s*["']([\w.:-]+)/i.exec(tag)?.[1]
    // a page that can be read as bytes to say so is not in UTF-16: the standard reads it as UTF-8
    if (label !== undefined) return /^utf-?16/i.test(label) ? 'utf-8' : label
  }
  return undefined
}

function decoderOf(label: string | undefined): Decoder | undefined {
  if (label === undefined) return undefined
  try {
    return new TextDecoder(label)
  } catch {
    return undefined
  }
}

type Decoder = InstanceType<typeof TextDecoder>

/** The Encoding Standard's windows-1252 from 0x80 to 0x9F; the five bytes without a character stay controls. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

function decodeWith(decoder: Decoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  // Node 20 to 23 read windows-1252 as if it were Latin-1
  return text.replace(/[\u0080-\u009f]/g, character => UPPER[character.charCodeAt(0) - 0x80]!)
}
