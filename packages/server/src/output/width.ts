/** Characters that a terminal shows two columns wide: East Asian scripts, full-width forms, emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18aff}\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}|\ufe0f/u

/** Nothing to see: marks on the letter before, joiners, marks of direction, soft hyphens. */
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}]+$/u

/** What a terminal shows as one column a code unit: spares most text the closer look. */
const PLAIN = /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]*$/

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The characters of a text as a person counts them. */
export const charactersOf = (text: string): string[] =>
  PLAIN.test(text) ? text.split('') : Array.from(graphemes.segment(text), part => part.segment)

/** Columns of one such character. */
export function columnsOfCharacter(character: string): number {
  if (PLAIN.test(character)) return character.length
  if (NOTHING.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

/** Columns that a text takes in a terminal, as near as can be told without asking it. */
export const columnsOf = (text: string): number =>
  PLAIN.test(text)
    ? text.length
    : charactersOf(text).reduce((sum, character) => sum + columnsOfCharacter(character), 0)

/** Code units for a column that are looked at: no letter with its marks has as many. */
const DEEPEST = 32

/** The text in so many columns at most, with … where words are left out. What it costs does not grow with the text. */
export function shorten(text: string, columns: number): string {
  const near = text.slice(0, columns * DEEPEST)
  if (near.length === text.length && columnsOf(text) <= columns) return text
  let short = ''
  let taken = 1
  for (const character of charactersOf(near)) {
    taken += columnsOfCharacter(character)
    if (taken > columns) break
    short += character
  }
  return `${short.replace(/(?<![\s…])[\s…]+$/, '')}…`
}
