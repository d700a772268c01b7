/** The embeddings, overrides and isolates: they make a line read otherwise than it is. */
const DIRECTIONS: Readonly<Record<string, string>> = {
  '\u202a': 'LRE',
  '\u202b': 'RLE',
  '\u202c': 'PDF',
  '\u202d': 'LRO',
  '\u202e': 'RLO',
  '\u2066': 'LRI',
  '\u2067': 'RLI',
  '\u2068': 'FSI',
  '\u2069': 'PDI',
}

const UNSAFE = /[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/g

/**
 * Text that says to a terminal, or to a reader's eye, nothing but its letters: control characters are shown as their
 * pictures (␛ for escape), marks that turn the direction by their names (‹RLO›). Tab and line feed are kept.
 */
export const visible = (text: string): string => text.replace(UNSAFE, picture)

/** The same for a single line: white space that would break it becomes a space. */
export const visibleLine = (text: string): string =>
  visible(text.replace(/\r\n|[\t\n\v\f\r\u0085\u2028\u2029]/g, ' '))

function picture(char: string): string {
  const code = char.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '␡'
  return `‹${DIRECTIONS[char] ?? code.toString(16).toUpperCase()}›`
}

/** JSON that is safe on a terminal and still the same JSON: what would act there is escaped. */
export const visibleJson = (json: string): string =>
  json.replace(
    /[\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
