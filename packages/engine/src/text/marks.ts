import type { Span } from '../span.js'
import { stage } from '../stage.js'
import { findCandidates } from './marks/candidates.js'
import { findContinued, type Marked } from './marks/continued.js'
import { groupOf } from './marks/kinds.js'
import { pairMarks, toMark } from './marks/pairs.js'
import type { Mark, MarkLayer, Quotation } from './marks/types.js'

export type { Mark, MarkFamily, MarkLayer, Quotation } from './marks/types.js'

/**
 * The quotation marks of a text, paragraph by paragraph: a mark pairs only within its own, so that an odd one spoils
 * nothing beyond. Never throws, on any text; takes time linear in it but for sorting.
 */
export function findMarks(text: string, paragraphs: readonly Span[]): MarkLayer {
  const quotations: Quotation[] = []
  const odd: Mark[] = []
  const marked = paragraphs.map(
    (paragraph): Marked => ({ paragraph, candidates: findCandidates(text, paragraph) }),
  )
  marked.forEach(({ paragraph, candidates }, index) => {
    if (candidates.length === 0) return
    const { pairs, odd: unpaired, open } = pairMarks(candidates)
    const continued = new Set(findContinued(text, open, pairs, paragraph, marked[index + 1]))
    const here: Omit<Quotation, 'level'>[] = pairs.map(({ open, close }) => ({
      open,
      close,
      start: open.start,
      end: close.end,
    }))
    const left = [...unpaired]
    for (const mark of open) {
      const { start } = mark
      if (continued.has(mark)) {
        here.push({ open: toMark(mark, 'open'), close: undefined, start, end: paragraph.end })
      } else if (groupOf(mark.kind) !== 'single') left.push(toMark(mark, 'open'))
    }
    for (const quotation of withLevels(here)) quotations.push(quotation)
    for (const mark of left.sort(byStart)) odd.push(mark)
  })
  return { quotations, odd }
}

const byStart = (a: Span, b: Span) => a.start - b.start

/** In order of reading, each with the number of quotations that it stands in. */
function withLevels(found: Omit<Quotation, 'level'>[]): Quotation[] {
  const enclosing: Span[] = []
  return found
    .sort((a, b) => byStart(a, b) || b.end - a.end)
    .map(quotation => {
      while (enclosing.length > 0 && enclosing.at(-1)!.end <= quotation.start) enclosing.pop()
      enclosing.push(quotation)
      return { ...quotation, level: enclosing.length - 1 }
    })
}

export const marks = stage('marks', {
  needs: ['paragraphs'],
  gives: ['marks'],
  read: story => ({ marks: findMarks(story.text, story.paragraphs) }),
})
