/**
 * White space and what else a line or a column cannot hold, as UDPipe writes it in SpacesAfter: `\s` a space, `\t`, `\r`,
 * `\n`, `\p` a "|", `\\` a backslash; and, beyond UDPipe, `\uXXXX` for every other white space, control character and half of a
 * character, so that each is seen and none ends a line.
 */
export const escapeSpaces = (text: string): string => text.replace(SPECIAL, escaped)

/** The reverse. */
export const unescapeSpaces = (text: string): string =>
  text.replace(/\\(?:([strnp\\])|u([0-9A-F]{4}))/g, (_, letter?: string, hex?: string) =>
    letter === undefined ? String.fromCharCode(Number.parseInt(hex!, 16)) : FROM[letter]!,
  )

const SPECIAL = /[\s|\\\p{Cc}\p{Cf}\p{Cs}\p{Zs}\p{Zl}\p{Zp}]/gu

const FROM: Readonly<Record<string, string>> = {
  s: ' ',
  t: '\t',
  r: '\r',
  n: '\n',
  p: '|',
  '\\': '\\',
}
const TO = new Map(Object.entries(FROM).map(([letter, char]) => [char, `\\${letter}`]))

function escaped(char: string): string {
  const known = TO.get(char)
  if (known !== undefined) return known
  // A format character above U+FFFF is two code units.
  return Array.from({ length: char.length }, (_, i) => char.charCodeAt(i))
    .map(code => `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`)
    .join('')
}

/** Characters that no form may hold: what programs take for white space or a line's end, and halves of characters. */
const UNWRITABLE = /[\s\p{Cc}\p{Cs}\p{Zs}\p{Zl}\p{Zp}]/gu

/** A token as FORM: what it cannot hold is U+FFFD there, and the token's own characters stand in MISC. */
export const formOf = (token: string): string => token.replace(UNWRITABLE, '\ufffd')

/** One word for an id: no white space, no "/" (which Universal Dependencies keeps for itself). */
export const idOf = (id: string): string => id.replace(/[\s/\p{C}\p{Z}]+/gu, '_') || '_'

/** Plain text in one line. */
export const lineOf = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
