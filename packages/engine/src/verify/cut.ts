import { type AlarmDraft, hasSense } from './alarms.js'
import { isSentenceEnd } from './ends.js'
import type { NormalWord } from './types.js'

/** Words before a quote among which a negation reaches into it. */
const NEGATION_REACH = 6
const CONDITION_REACH = 25
const LEADS = new Set(['but', 'only', 'even', 'and', 'except', 'that'])
/** Not "until" and "whether": a condition of time or an open question cut off says little against the words. */
const CONDITIONS = new Set(['if', 'unless', 'provided', 'providing', 'assuming'])

/**
 * What stands just outside the words [from, to) in the same sentence and takes back what they say: a condition behind
 * (“We will appeal | if we must”) or before (“If we must, | we will appeal”), a negation before (“I never said | we
 * will appeal”). What other marks or a stop keep apart is another sentence. “We will appeal | if …” is still quoted
 * word for word: an alarm, no edit.
 */
export function cutAlarms(
  from: number,
  to: number,
  text: string,
  words: readonly NormalWord[],
): AlarmDraft[] {
  const alarms: AlarmDraft[] = []
  const alarm = (kind: AlarmDraft['kind'], j: number) =>
    alarms.push({ kind, how: 'cut', i: 0, i1: 0, j, j1: j + 1 })

  for (let j = to; j < Math.min(words.length, to + 3) && !isSentenceEnd(text, words, j); j++) {
    if (CONDITIONS.has(words[j]!.key)) {
      alarm('condition', j)
      break
    }
    if (!LEADS.has(words[j]!.key)) break
  }
  let clause = true
  for (let j = from; j > 0 && from - j < CONDITION_REACH && !isSentenceEnd(text, words, j); j--) {
    const comma = /[,()–—]/.test(text.slice(words[j - 1]!.end, words[j]!.start))
    // a condition counts only where its clause ends right before the words
    if (comma && j < from && !clause) break
    if (comma) clause = false
    const word = words[j - 1]!
    if (clause && from - j < NEGATION_REACH && hasSense(word, words[j], 'negation')) {
      alarm('negation', j - 1)
      break
    }
    if (CONDITIONS.has(word.key)) {
      alarm('condition', j - 1)
      break
    }
  }
  return alarms
}
