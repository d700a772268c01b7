import type { RecordFinding } from '../../record.js'
import type { Span } from '../../span.js'
import type { Story } from '../../story.js'

type Odd = Story<'marks'>['marks']['odd'][number]

/** An extract from elsewhere is no longer than this. */
const MAX_EXTRACT = 3000

/**
 * A quotation mark without a partner in its paragraph.
 *
 * `He said: "We will go.` is one. Not: feet and inches; apostrophes; a mark that the next paragraph takes up; one that
 * opens a paragraph of an extract, and its partner that closes a later paragraph (which may begin with a mark of
 * another kind); the marks of a tag's attributes (`<post by="Lund">`).
 */
export function oddMarks({
  text,
  marks: { odd },
}: Pick<Story<'marks'>, 'text' | 'marks'>): RecordFinding[] {
  const isExtract = (k: number) => opensExtract(text, odd[k], odd[k + 1])
  return odd
    .filter((mark, k) => !isExtract(k) && !isExtract(k - 1) && !isInTag(text, mark))
    .map(({ start, end, side }) => ({
      code: 'odd-mark',
      severity: 'warning',
      message:
        side === 'open'
          ? 'This quotation mark opens and nothing closes it in its paragraph.'
          : 'This quotation mark closes and nothing opens it in its paragraph.',
      spans: [{ start, end }],
    }))
}

/** Do two odd marks of one kind that follow each other open a paragraph and close a later one? */
function opensExtract(text: string, open: Odd | undefined, close: Odd | undefined): boolean {
  if (open?.side !== 'open' || close?.side !== 'close') return false
  if (close.start - open.end > MAX_EXTRACT) return false
  return (
    text.slice(open.start, open.end) === text.slice(close.start, close.end) &&
    /(?:^|\n)[^\S\n]*$/.test(text.slice(Math.max(0, open.start - 9), open.start)) &&
    /^[^\S\n]*(?:\n|$)/.test(text.slice(close.end, close.end + 9)) &&
    text.slice(open.end, close.start).includes('\n')
  )
}

const isInTag = (text: string, { start, end }: Span): boolean =>
  (/[\w-]=$/.test(text.slice(Math.max(0, start - 9), start)) &&
    text.slice(Math.max(0, start - 200), start).includes('<')) ||
  /^(?:\s[\w-]{1,30}=["“”]|\s?\/?>)/.test(text.slice(end, end + 36))
