import type { RecordFinding } from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { toldSpan } from '../anchors/told.js'
import { sameSpans } from './quotes.js'

/** What an editor can say of a finding. */
export const findingFields = {
  code: z
    .string()
    .max(60)
    .regex(/^[a-z]+(-[a-z]+)*$/, 'Give words-in-small-letters.'),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string().trim().min(1).max(1000).describe('In plain words, for an editor.'),
  spans: z.array(toldSpan).max(20).describe('What it is about.'),
}

export const findingSet = z.strictObject(findingFields).partial()

/** The finding as an editor says; the very same object where it says so already. */
export function setFinding(
  finding: RecordFinding,
  set: z.output<typeof findingSet>,
  place: Place,
): RecordFinding {
  const { code = finding.code, severity = finding.severity, message = finding.message } = set
  const spans = set.spans
    ? place.spans(set.spans).map(({ start, end }) => ({ start, end }))
    : finding.spans
  const same =
    code === finding.code &&
    severity === finding.severity &&
    message === finding.message &&
    sameSpans(spans, finding.spans)
  return same ? finding : { ...finding, code, severity, message, spans, corrected: place.key }
}
