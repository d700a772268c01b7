import { wellFormed } from '../well-formed.js'

/** What TeX reads as something else, and how it is written. Braces by name: BibTeX counts them, escaped or not. */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '%': '\\%',
  '#': '\\#',
  $: '\\$',
  '&': '\\&',
  _: '\\_',
}

/**
 * Words as they may stand in a field: letters of all scripts stay as they are (UTF-8), TeX's own signs are escaped, white
 * space and control characters come to one space.
 *
 * - "50% of {A_1} & B\\C" is "50\\% of \\textbraceleft{}A\\_1\\textbraceright{} \\& B\\textbackslash{}C"
 * - "Café “@home”" stays
 */
export const literalOf = (text: string): string =>
  plain(text).replace(/[\\{}~^%#$&_]/g, sign => SPECIAL[sign]!)

/** An address, which biblatex and \url take as it is: only what may not stand in one, and braces, are percent-encoded. */
export const verbatimOf = (url: string): string =>
  wellFormed(url.trim()).replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z[\]_a-z~]/gu, sign =>
    [...new TextEncoder().encode(sign)]
      .map(byte => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  )

/** One line: white space, line ends and control characters as single spaces, none at the edges. */
export const plain = (text: string): string =>
  wellFormed(text)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
