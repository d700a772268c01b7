import { z } from 'zod'
import { findingId } from '../anchors/told.js'
import { findingSet, setFinding } from '../items/findings.js'
import { kind } from './kind.js'

/** Another severity or message, or other spans. */
export const changeFinding = kind({
  schema: z.strictObject({
    do: z.literal('change-finding'),
    item: findingId,
    set: findingSet.describe('What is to be said of it; what is left out stays.'),
  }),
  apply(record, { item, set }, place) {
    const { at, finding } = place.finding(item)
    const next = setFinding(finding, set, place)
    return next === finding ? record : { ...record, findings: record.findings.with(at, next) }
  },
})
