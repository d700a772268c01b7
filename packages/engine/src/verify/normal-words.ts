import { readQuantity } from './quantities.js'
import { type RawWord, rawWords } from './raw-words.js'
import type { NormalWord } from './types.js'

/**
 * The words of a text in order, each with its span and the form in which it is compared (see `NormalWord`).
 *
 * The same: don’t/don't, CAFÉ/café (and by key cafe), “per cent”/percent/%, three/3, 1,000/1000/a thousand,
 * £3m/"3 million pounds", U.S./US, co⁠-⏎operate/cooperate. Not the same: do not/don't, colour/color, 3/3rd, three/3%.
 *
 * Never throws; linear in the text.
 */
export function normalWords(text: string): readonly NormalWord[] {
  const raw = rawWords(text)
  const words: NormalWord[] = []
  for (let at = 0; at < raw.length; ) {
    const first = raw[at]!
    const found = readQuantity(raw, at)
    if (found === undefined) {
      at++
      if (SIGN.test(first.form)) continue
      words.push(toWord(first, first.end, first.form, undefined))
    } else {
      words.push(toWord(first, raw[found.to - 1]!.end, found.form, found.quantity))
      at = found.to
    }
  }
  return words
}

/** A currency sign without figures is no word. */
const SIGN = /^\p{Sc}$/u
const ASCII = /^[\x20-\x7e]*$/

const toWord = (
  { start, linked, broken }: RawWord,
  end: number,
  form: string,
  quantity: NormalWord['quantity'],
): NormalWord => ({
  start,
  end,
  form,
  key: ASCII.test(form) ? form : form.normalize('NFD').replace(/\p{M}/gu, '') || form,
  ...(quantity === undefined ? {} : { quantity }),
  ...(linked ? { linked } : {}),
  ...(broken ? { broken } : {}),
})
