import type { RecordFinding, StoryRecord } from '@onrecord/engine'
import { lines } from '@onrecord/formats/tables'
import { visibleLine } from '../visible.js'
import { type Limits, type Some, some } from './limits.js'

export interface PageFinding {
  readonly severity: RecordFinding['severity']
  readonly message: string
  /** The words it is about, and their line in the text from 1. */
  readonly excerpts: Some<{ readonly line: number; readonly words: string }>
}

const RANK = { error: 0, warning: 1, note: 2 }

/** Findings, the gravest first, else in their order. */
export function pageFindings({ story, findings }: StoryRecord, limits: Limits): Some<PageFinding> {
  const sorted = [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity])
  const { shown, more } = some(sorted, limits.findings)
  if (shown.length === 0) return { shown: [], more: 0 }
  const lineOf = lines(story.text)
  return {
    shown: shown.map(({ severity, message, spans }) => ({
      severity,
      message: visibleLine(message),
      excerpts: some(
        spans.map(({ start, end }) => ({
          line: lineOf(start),
          words: visibleLine(story.text.slice(start, end)),
        })),
        limits.excerpts,
      ),
    })),
    more,
  }
}
