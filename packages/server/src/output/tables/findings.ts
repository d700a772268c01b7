import { lines } from '../page/findings.js'
import { reach, spansOf, type Table } from './table.js'

/**
 * A row a finding, numbered in its story as in the record. Start and end are the first and last offset of its words,
 * `spans` all of them; `line` is that of the first span, from 1.
 */
export const findingsTable: Table = {
  columns: ['finding', 'code', 'severity', 'message', 'words', 'line', 'start', 'end', 'spans'],
  rows({ record: { story, findings } }) {
    if (findings.length === 0) return []
    const lineOf = lines(story.text)
    return findings.map(({ code, severity, message, spans }, i) => [
      i + 1,
      code,
      severity,
      message,
      spans.map(({ start, end }) => story.text.slice(start, end)).join(' … '),
      spans[0] && lineOf(spans[0].start),
      ...reach(spans),
      spansOf(spans),
    ])
  },
}
