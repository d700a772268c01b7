import type { RecordFinding } from '../../record.js'
import type { Story } from '../../story.js'

/**
 * A quotation mark without a partner in its paragraph.
 *
 * `He said: "We will go.` is one; feet and inches, apostrophes, and a mark that the next paragraph takes up are not.
 */
export function oddMarks(story: Story<'marks'>): RecordFinding[] {
  return story.marks.odd.map(({ start, end, side }) => ({
    code: 'odd-mark',
    severity: 'warning',
    message:
      side === 'open'
        ? 'This quotation mark opens and nothing closes it in its paragraph.'
        : 'This quotation mark closes and nothing opens it in its paragraph.',
    spans: [{ start, end }],
  }))
}
