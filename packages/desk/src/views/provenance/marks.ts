import type { Marked } from '../../parts/runs.js'
import type { Mark } from '../../parts/Words.js'
import type { Descent } from './OneGroup.js'

/**
 * What a wording has that the one it comes from has not, and what of that may turn the sense. Edits come in the order of
 * the words, so each is looked for behind the one before it; one that is not found is marked nowhere.
 */
export function marksOf(words: string, { edits, alarms }: Descent): Marked<Mark>[] {
  let from = 0
  return edits.flatMap(({ kind, to }) => {
    if (!to || kind === 'moved') return []
    const start = words.indexOf(to, from)
    if (start < 0) return []
    from = start + to.length
    const span = { start, end: from }
    const loud = alarms.some(alarm => alarm.to === to)
    return [
      { ...span, kind: 'added' as const },
      ...(loud ? [{ ...span, kind: 'loud' as const }] : []),
    ]
  })
}
