import { CLAIM_WORDS } from '@onrecord/engine'
import { ArchiveError } from '../errors.js'
import { wordsOf } from '../text/words.js'

/** Code units of a claim at most: 2,000 words of fifty letters. */
const LONGEST = 100_000
const HIDDEN = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu
const BRACKETS = /\[([^\][\n]{0,300})\]/gu
const ELLIPSIS = /…|\.{3,}|\.(?:[ \u00a0\u2009]\.){2,}/u
const LETTER = /[\p{L}\p{M}]/u

/**
 * A claim's words as the index of words has them, in the stretches between its ellipses. Insertions in brackets are left
 * out, letters in brackets are not: "[w]e" is "we". Letters that nobody sees (soft hyphens) are taken out.
 */
export function claimedWords(claim: string): string[][] {
  const spoken = claim
    .replace(HIDDEN, '')
    .replace(BRACKETS, (all, inner: string, at: number, whole: string) => {
      const touches = LETTER.test(whole[at - 1] ?? '') || LETTER.test(whole[at + all.length] ?? '')
      return touches ? inner : / … | \.\.\. /.test(` ${inner} `) ? '…' : ' '
    })
  return spoken
    .split(ELLIPSIS)
    .map(part => Array.from(wordsOf(part), word => word.folded).filter(word => word !== ''))
    .filter(words => words.length > 0)
}

/** Two words is what can be compared at least. */
const FEWEST = 2

/**
 * The same, where it is something that can be looked for. Throws 'bad-query' for a claim of one word or of none, and for
 * one of more words than are compared.
 */
export function checkedWords(claim: string): string[][] {
  const words = claim.length > LONGEST ? [] : claimedWords(claim)
  const count = words.flat().length
  if (claim.length > LONGEST || count > CLAIM_WORDS) {
    throw new ArchiveError(
      'bad-query',
      `The words to verify are too many: at most ${CLAIM_WORDS} are compared. Verify a speech paragraph by paragraph.`,
    )
  }
  if (count < FEWEST) {
    throw new ArchiveError(
      'bad-query',
      `"${claim.trim().slice(0, 60)}" is too short to verify: give two words or more, better a whole sentence. To find single words: onrecord search`,
    )
  }
  return words
}
