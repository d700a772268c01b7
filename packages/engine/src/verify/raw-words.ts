import type { Span } from '../span.js'

/** A word as it stands, before numbers are read. */
export interface RawWord extends Span {
  readonly form: string
  readonly linked: boolean
  readonly broken: boolean
  /** Nothing stands between the word before and this one ("$" and "5"). */
  readonly touching: boolean
}

// invisible characters within a word: soft hyphen, zero-width space and joiners
const HIDDEN = '\\u00ad\\u200b-\\u200d\\u2060\\ufeff'
const APOSTROPHES = "'’‘ʼ`´′＇"
const LETTER = `[\\p{L}\\p{N}\\p{M}][${HIDDEN}]*`
const WORD = new RegExp(
  [
    // dotted letters: U.S., p.m.
    '(?<![\\p{L}\\p{N}])\\p{L}\\.(?:\\p{L}\\.)+',
    '\\d+(?:[.,]\\d+)*[\\p{L}\\p{M}]*',
    `(?:${LETTER})+(?:[${APOSTROPHES}](?:${LETTER})+)*`,
    '[%&\\p{Sc}]',
  ].join('|'),
  'gu',
)
const PLAIN = /^[a-z]+$/
const HIDDEN_ALL = new RegExp(`[${HIDDEN}]`, 'gu')
const APOSTROPHES_ALL = new RegExp(`[${APOSTROPHES}]`, 'gu')
const HYPHEN = /^[-‐‑–]$/
const LINE_END = /^[-‐]\s{0,40}[\r\n\u2028]\s{0,40}$/
const LOWER = /^\p{Ll}/u

/**
 * The words of a text with their letters unified. A word broken by a hyphen at a line end is one ("govern-⏎ment");
 * two with a hyphen between are two, linked ("well-known"). Linear in the text.
 */
export function rawWords(text: string): RawWord[] {
  const words: RawWord[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const last = words.at(-1)
    const gap = last === undefined || index - end > 90 ? undefined : text.slice(end, index)
    const form = unify(word)
    end = index + word.length
    if (last !== undefined && gap !== undefined && LINE_END.test(gap) && LOWER.test(word)) {
      words[words.length - 1] = { ...last, end, form: last.form + form, broken: true }
      continue
    }
    const linked = gap !== undefined && HYPHEN.test(gap)
    words.push({ start: index, end, form, linked, broken: false, touching: gap === '' })
  }
  return words
}

function unify(word: string): string {
  if (PLAIN.test(word)) return word
  const form = word
    .normalize('NFKC')
    .replace(HIDDEN_ALL, '')
    .replace(APOSTROPHES_ALL, "'")
    .toLowerCase()
  if (form === '&') return 'and'
  return /^\p{L}\./u.test(form) ? form.replaceAll('.', '') : form
}
