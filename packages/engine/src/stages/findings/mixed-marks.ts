import type { Mark } from '../../text/marks.js'
import type { Rule } from './types.js'

/**
 * Quotations that open with one kind of mark and close with another: one note for a story, with each of them.
 *
 * `“We will go," said Lund`, `”We will go," said Lund` and `″We will go," said Lund` are; `“We will go,”`, `"We will go,"`
 * and `''We will go,''` are not, nor is a quotation that runs on into the next paragraph.
 */
export const mixedMarks: Rule = ({ text, marks }) => {
  const mixed = marks.quotations.filter(
    ({ open, close }) =>
      close !== undefined && !PAIRS.has(surface(text, open) + surface(text, close)),
  )
  if (mixed.length === 0) return []
  const message =
    mixed.length === 1
      ? 'This quotation opens with one kind of mark and closes with another.'
      : 'These quotations open with one kind of mark and close with another.'
  const spans = mixed.map(({ start, end }) => ({ start, end }))
  return [{ code: 'mixed-marks', severity: 'note', message, spans }]
}

const PAIRS = new Set([
  '“”',
  '‘’',
  '""',
  "''",
  '«»',
  '»«',
  '‹›',
  '›‹',
  '„“',
  '„”',
  '‚‘',
  '‚’',
  "''''",
  '‘‘’’',
  "``''",
  '””',
  "`'",
  '„"',
  '″″',
  '＂＂',
])

const surface = (text: string, { start, end }: Mark) => text.slice(start, end)
