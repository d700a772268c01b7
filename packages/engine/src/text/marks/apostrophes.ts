/** Looks behind and ahead that far, no farther: every test here takes the same time on any text. */
const NEAR = 12

const ELISION =
  /^(?:n(?![\p{L}\p{N}])|(?:em|tis|twas|til|till|cause|bout|round|cos|cuz|ere|gainst)(?![\p{L}\p{N}'’]))/iu
/** ’90s, ’66 */
const YEAR = /^\d\ds?(?![\p{L}\p{N}'’])/u
const DECADE = /^\d\ds/
const AND_BEFORE = /(?:^|[^\p{L}\p{N}])['’‘]n$/iu
/** players’, goin’, o’, ol’, th’, an’, wi’ */
const CUT_SHORT = /[sS]$|\p{L}in$|(?:^|[^\p{L}\p{N}])(?:o|ol|th|an|wi|lil|mo|po)$/iu
const NEXT_WORD = /^\s+[\p{L}\p{N}]/u
/** Feet or inches: two digits at most, perhaps with a fraction. */
const SHORT_NUMBER = /(?:^|[^\d.,/$£€:])\d{1,2}(?:\.\d{1,2}|\/\d)?[½¼¾]?$|[½¼¾]$/
const DIGIT = /[\d½¼¾]/
const FEET_BEFORE = /\d['’′]\s?\d{1,2}[½¼¾]?$/
const INCHES_AFTER = /^\s?\d{1,2}(?:\.\d|[½¼¾])?\s?(?:["″”]|''|’’|in\b|ins\b|inch)/

const ahead = (text: string, from: number) => text.slice(from, from + NEAR)
const behind = (text: string, to: number) => text.slice(Math.max(0, to - NEAR), to)

/** Does a word follow whose start is dropped (’tis, ’em, ’90s, ’66)? `from` is behind the mark. */
export const beginsElision = (text: string, from: number): boolean => {
  const rest = ahead(text, from)
  return ELISION.test(rest) || YEAR.test(rest)
}

/** Could that word begin a quotation all the same: ’Til Tuesday’, ’24 Hours in Casualty’? */
export const mayBeginTitle = (text: string, from: number): boolean => {
  const rest = ahead(text, from)
  return /^[\p{Lu}\d]/u.test(rest) && !DECADE.test(rest)
}

/** rock ’n’ roll: the second apostrophe, which starts at `start`. */
export const endsAnd = (text: string, start: number): boolean =>
  AND_BEFORE.test(behind(text, start))

/** “the players’ bus”, “goin’ home”: the mark from `start` to `end` may stand for dropped letters. */
export const mayCutShort = (text: string, start: number, end: number): boolean =>
  CUT_SHORT.test(behind(text, start)) && NEXT_WORD.test(ahead(text, end))

/** A short number stands before: the mark at `start` may be one of feet or inches. */
export const mayMeasure = (text: string, start: number): boolean =>
  DIGIT.test(text[start - 1] ?? '') && SHORT_NUMBER.test(behind(text, start))

/** 6’2”: feet stand before, so the mark at `start` is one of inches unless a quotation ends there too. */
export const followsFeet = (text: string, start: number): boolean =>
  DIGIT.test(text[start - 1] ?? '') && FEET_BEFORE.test(behind(text, start))

/** 6’ 2”: a digit before, inches behind: the mark from `start` to `end` is one of feet. */
export const isFeet = (text: string, start: number, end: number): boolean =>
  DIGIT.test(text[start - 1] ?? '') && INCHES_AFTER.test(ahead(text, end))
