import { isSpace } from '../span.js'
import type { Line } from './paragraphs.js'

/** Columns within which text is wrapped by hand. */
const NARROWEST = 50
const WIDEST = 90
/** Fewer line ends than these within paragraphs tell nothing. */
const FEWEST = 3
/** How much shorter than the widest a full line may be: hyphens and tabs are counted in different ways. */
const SLACK = 2

const STOP = /[.!?:;…]["”’'»)\]]*$/
const LIST_ITEM = /^(?:[-*•·▪‣◦>]\s|\d{1,3}[.)]\s)/

/**
 * For each line whether the next belongs to the same paragraph. All false unless the text is wrapped, which is told
 * from the text as a whole: of the lines that another follows directly nearly all are of a page’s width and most
 * break off in mid-sentence. Verse, lists, transcripts and subtitles are not like that.
 */
export function joinsNext(text: string, lines: readonly Line[]): boolean[] {
  const base = lines.reduce(
    (least, { indent }) => Math.min(least, indent),
    Number.POSITIVE_INFINITY,
  )
  const follows = lines.map((line, index) => {
    const next = lines[index + 1]
    // a line set further in begins a paragraph, and so does an item
    return (
      next?.follows === true &&
      next.indent <= Math.max(base, line.indent) &&
      !LIST_ITEM.test(head(text, next))
    )
  })
  const followed = lines.filter((_, index) => follows[index])
  if (!areOfPageWidth(followed)) return lines.map(() => false)
  const width = followed.reduce((most, line) => Math.max(most, lengthOf(line)), 0)
  const breaks = follows.map((counted, index) =>
    counted ? readBreak(text, lines[index]!, lines[index + 1]!, width) : undefined,
  )
  if (!areWrapped(breaks.filter(found => found !== undefined))) return lines.map(() => false)
  return breaks.map(
    found =>
      found !== undefined &&
      (found.full || found.midSentence || (!found.stop && found.length >= width * 0.75)),
  )
}

/** What is to be seen where one line follows another. */
interface Break {
  readonly length: number
  /** The next line’s first word would have found no room. */
  readonly full: boolean
  /** The line ends with a stop. */
  readonly stop: boolean
  /** No stop here, and the next line begins with a small letter. */
  readonly midSentence: boolean
}

function readBreak(text: string, line: Line, next: Line, width: number): Break {
  const stop = STOP.test(text.slice(Math.max(line.start, line.end - 8), line.end))
  const length = lengthOf(line)
  return {
    length,
    full: length + 1 + firstWordLength(text, next) > width - SLACK,
    stop,
    midSentence: !stop && /^\p{Ll}/u.test(head(text, next)),
  }
}

const areOfPageWidth = (followed: readonly Line[]) =>
  followed.length >= FEWEST &&
  share(followed, line => lengthOf(line) >= NARROWEST && lengthOf(line) <= WIDEST) >= 0.8

function areWrapped(breaks: readonly Break[]): boolean {
  const midSentence = share(breaks, found => found.midSentence)
  return midSentence >= 0.7 || (midSentence >= 0.5 && share(breaks, found => found.full) >= 0.8)
}

const share = <T>(items: readonly T[], holds: (item: T) => boolean) =>
  items.filter(holds).length / items.length

const lengthOf = ({ start, end }: Line) => end - start

const head = (text: string, { start, end }: Line) => text.slice(start, Math.min(end, start + 8))

function firstWordLength(text: string, { start, end }: Line): number {
  let i = start
  while (i < end && i - start < WIDEST && !isSpace(text.charCodeAt(i))) i++
  return i - start
}
