import type { Span } from '../../span.js'
import type { Candidate } from './candidates.js'
import { groupOf } from './kinds.js'
import type { Pair } from './pairs.js'
import { isBlank } from './sides.js'

/** A paragraph with the marks found in it. */
export interface Marked {
  readonly paragraph: Span
  readonly candidates: readonly Candidate[]
}

/**
 * Which of the marks left open in a paragraph run on into the next: a quotation over several paragraphs opens each
 * and closes the last only. The next paragraph has to begin with a mark of the same kind, and a second one right
 * behind it takes a nested quotation on.
 */
export function findContinued(
  text: string,
  open: readonly Candidate[],
  pairs: readonly Pair[],
  here: Span,
  next: Marked | undefined,
): Candidate[] {
  const continued: Candidate[] = []
  let position = next?.paragraph.start ?? 0
  for (const mark of next?.candidates ?? []) {
    if (mark.start !== position || mark.side === 'close' || mark.doubtful) break
    position = mark.end
    const opened = open.findLast(candidate => groupOf(candidate.kind) === groupOf(mark.kind))
    if (opened?.kind !== mark.kind || opened.start < (continued.at(-1)?.end ?? 0)) break
    // what holds whole quotations in marks like its own is itself a stray mark
    const last = pairs.findLast(pair => pair.kind === mark.kind)
    if (last !== undefined && last.open.start > opened.start) break
    if (groupOf(mark.kind) === 'single' && !beginsClause(text, opened.start, here.start)) break
    continued.push(opened)
  }
  return continued
}

/** A single mark elsewhere is more likely an apostrophe. */
function beginsClause(text: string, position: number, from: number): boolean {
  let at = position
  while (at > from && isBlank(text[at - 1]!)) at--
  return at === from || /[^\p{L}\p{N}]/u.test(text[at - 1]!)
}
