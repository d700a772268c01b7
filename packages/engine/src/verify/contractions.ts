import type { NormalWord } from './types.js'

const TAILS: Readonly<Record<string, readonly string[]>> = {
  ll: ['will', 'shall'],
  re: ['are'],
  ve: ['have'],
  m: ['am'],
  s: ['is', 'has'],
  d: ['would', 'had'],
}
const STEMS: Readonly<Record<string, string>> = { will: 'wo', can: 'ca', shall: 'sha' }

/** Is `one` the two words drawn together? don’t/do not, won’t/will not, it’s/it is, I’d/I had; cannot/can not. */
export function isContraction(one: NormalWord, first: NormalWord, second: NormalWord): boolean {
  const { key } = one
  if (key === 'cannot') return first.key === 'can' && second.key === 'not'
  const cut = key.lastIndexOf("'")
  if (cut < 0) return false
  if (second.key === 'not') return key === `${STEMS[first.key] ?? first.key}n't`
  return key.slice(0, cut) === first.key && TAILS[key.slice(cut + 1)]?.includes(second.key) === true
}
