import { z } from 'zod'
import { findingFields, setFinding } from '../items/findings.js'
import { sameSpans } from '../items/quotes.js'
import { kind } from './kind.js'

/** Something that does not add up and that the reader did not notice. */
export const addFinding = kind({
  schema: z.strictObject({ do: z.literal('add-finding'), ...findingFields }),
  apply(record, { do: _, ...set }, place) {
    const { code, severity, message } = set
    const finding = setFinding({ code, severity, message, spans: [] }, set, place)
    const known = record.findings.some(
      other => other.code === code && sameSpans(other.spans, finding.spans),
    )
    if (known) return record
    return { ...record, findings: [...record.findings, { ...finding, corrected: place.key }] }
  },
})
