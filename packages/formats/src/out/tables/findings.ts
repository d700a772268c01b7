import type { RecordFinding } from '@onrecord/engine'
import { lines } from './lines.js'
import type { Lookup } from './lookup.js'
import { integer, reach, spansOf, string, table } from './table.js'

interface Found {
  readonly finding: RecordFinding
  /** From 1, as the record has them. */
  readonly number: number
  /** From 1; none where the finding is about no words. */
  readonly line: number | undefined
}

/**
 * A row a finding, numbered in its story as in the record. Start and end are the first and last offset of its words,
 * `spans` all of them; `line` is that of the first span, from 1.
 */
export const findingsTable = table<Found>('a finding', foundIn, [
  integer('finding', ({ number }) => number),
  string('code', ({ finding }) => finding.code),
  string('severity', ({ finding }) => finding.severity),
  string('message', ({ finding }) => finding.message),
  string('words', ({ finding }, { record }) =>
    finding.spans.map(({ start, end }) => record.story.text.slice(start, end)).join(' … '),
  ),
  integer('line', ({ line }) => line),
  ...reach<Found>(({ finding }) => finding.spans),
  string('spans', ({ finding }) => spansOf(finding.spans)),
])

function foundIn({ record: { story, findings } }: Lookup): readonly Found[] {
  if (findings.length === 0) return []
  const lineOf = lines(story.text)
  return findings.map((finding, i) => ({
    finding,
    number: i + 1,
    line: finding.spans[0] && lineOf(finding.spans[0].start),
  }))
}
