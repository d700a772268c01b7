import type { Element } from './claim.js'
import { isChange } from './drafts.js'
import type { Step } from './trace.js'
import type { Difference, NormalWord } from './types.js'

const ORDER: readonly Difference[] = [
  'marks',
  'case',
  'spacing',
  'diacritics',
  'hyphen',
  'number-form',
]

/** In what the words that pair differ without being other words, each kind once. Signs at the ends are not looked at. */
export function differencesOf(
  steps: readonly Step[],
  claim: string,
  elements: readonly Element[],
  text: string,
  words: readonly NormalWord[],
): Difference[] {
  const found = new Set<Difference>()
  let last: Step | undefined
  for (const step of steps) {
    if (step.kind !== 'pair' || isChange(step, elements, words)) {
      last = undefined
      continue
    }
    const c = { start: elements[step.i]!.start, end: elements[step.i1 - 1]!.end }
    const t = { start: words[step.j]!.start, end: words[step.j1 - 1]!.end }
    compareWords(claim.slice(c.start, c.end), text.slice(t.start, t.end), step, words, found)
    if (last !== undefined) {
      compareSigns(
        claim.slice(elements[last.i1 - 1]!.end, c.start),
        text.slice(words[last.j1 - 1]!.end, t.start),
        found,
      )
    }
    last = step
  }
  return ORDER.filter(kind => found.has(kind))
}

const HYPHENS = /[-‐‑–\u00ad]/g

function compareWords(
  a: string,
  b: string,
  { j }: Step,
  words: readonly NormalWord[],
  found: Set<Difference>,
): void {
  // letters in brackets are reported for themselves
  const bracketed = a.includes('[')
  if (a === b || bracketed) {
    if (bracketed && firstIsUpper(a) !== firstIsUpper(b)) found.add('case')
    return
  }
  const quantity = words[j]!.quantity !== undefined || words[j]!.form === 'percent'
  if (a.toLowerCase() === b.toLowerCase()) {
    found.add('case')
    return
  }
  if (quantity) {
    found.add(squeeze(a) === squeeze(b) ? 'spacing' : 'number-form')
    return
  }
  if (a.replace(HYPHENS, '').length !== a.length || b.replace(HYPHENS, '').length !== b.length)
    found.add('hyphen')
  const [x, y] = [fold(a), fold(b)]
  if (x !== y) {
    found.add(bare(x) !== bare(y) || signs(a) !== signs(b) ? 'marks' : 'diacritics')
  } else if (!found.has('hyphen')) found.add('marks')
  if (firstIsUpper(a) !== firstIsUpper(b)) found.add('case')
}

const squeeze = (s: string) => s.replace(/\s+/g, ' ').toLowerCase()
const fold = (s: string) =>
  s
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')
const bare = (s: string) => s.normalize('NFD').replace(/\p{M}/gu, '')
const signs = (s: string) => s.replace(/[\p{L}\p{N}\p{M}]/gu, '')
const firstIsUpper = (s: string) => /^\P{L}*\p{Lu}/u.test(s)

function compareSigns(a: string, b: string, found: Set<Difference>): void {
  if (a === b) return
  // brackets and ellipses are reported for themselves
  const [x, y] = [a.replace(/\s+/gu, ''), b.replace(/\s+/gu, '')]
  if (x === y) found.add('spacing')
  else found.add(/^[-‐‑–]?$/.test(x) && /^[-‐‑–]?$/.test(y) ? 'hyphen' : 'marks')
}
