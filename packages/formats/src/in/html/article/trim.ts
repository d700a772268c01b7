import { type Block, bare, countWords, endsAsSentence } from '../text/block.js'
import { isByline, isTitle, withoutHeadline } from './headline.js'

export interface Known {
  readonly title?: string
  readonly byline?: readonly string[]
}

/**
 * Cuts what stands before and after the paragraphs of an article, of the blocks that are left: its own heading, byline,
 * date and section before; headings without text, links, tags and short lines after. A standfirst stays: a sentence, or
 * a heading of five words or more that is not the title.
 */
export function trimEnds(
  blocks: readonly Block[],
  prose: (block: Block) => number,
  known: Known,
): readonly Block[] {
  const names = (known.byline ?? []).map(bare)
  const title = bare(known.title ?? '')
  const stripped = blocks.flatMap((block, i) => {
    if (i >= HEAD) return isTitle(block.text, block.holder, title) ? [] : [block]
    return withoutHeadline(block, title, names) ?? []
  })
  const first = stripped.findIndex(block => prose(block) > 0)
  if (first < 0) return []
  let last = stripped.length - 1
  while (last > first && prose(stripped[last]!) === 0 && !belongsAtEnd(stripped[last]!)) last--
  const head = stripped.slice(0, first).filter((block, i) => isHead(block, i, first))
  const text = stripped.slice(first, last + 1)
  return [...head, ...text.filter((block, i) => i >= HEAD || !isByline(block.text, names))]
}

/** Of how many first paragraphs a byline is looked for. */
const HEAD = 6

/** Is a line before the first paragraph of prose part of the text? */
function isHead({ text, linked, holder }: Block, i: number, first: number): boolean {
  if (holder.tag === 'h1') return false
  if (linked * 2 > text.length || holder.tag === 'time' || holder.tag === 'td') return false
  const words = countWords(text)
  if (/^h[2-6]$/.test(holder.tag)) return words >= 5 && first - i <= 2
  return words >= 3 && endsAsSentence(text)
}

/** A last line that is text all the same: an item of a list whose lead stays, a quotation, an unfinished sentence. */
function belongsAtEnd({ holder, text, linked }: Block): boolean {
  if (linked * 2 > text.length) return false
  if (/^(?:li|dd|td)$/.test(holder.tag)) return countWords(text) >= 4
  return (
    holder.tag === 'pre' ||
    (holder.tag === 'p' && countWords(text) >= 6) ||
    /[.!?…]["'”’»)]*$/.test(text)
  )
}

/** Headings of what follows an article: all up to the next heading of their rank is no part of it. */
const END_HEADING =
  /^(?:related(?: (?:stories|articles?|content|links?|topics?|coverage|posts?|news|reading))?|more (?:stories|news|articles|from|on|in|like|coverage)\b.{0,60}|read (?:more|next|also)\b.{0,40}|recommended\b.{0,40}|you (?:may|might) (?:also )?(?:like|enjoy|be interested).{0,30}|most (?:read|popular|viewed|commented|shared)\b.{0,30}|popular\b.{0,30}|trending\b.{0,30}|top stories\b.{0,20}|latest (?:news|stories|articles|posts)\b.{0,20}|also in the news|elsewhere on .{1,40}|editor['’]s (?:picks?|choice)|don['’]t miss|in other news|what to read next|up next|further reading|(?:\d+ )?comments?(?: \(\d+\))?|\d+ (?:comments?|responses?|replies|thoughts)\b.{0,120}|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|join the (?:conversation|discussion)|have your say|discussion|about (?:the )?(?:authors?|writers?)|tags?|share(?: (?:this|on))?\b.{0,30}|newsletter|sign up\b.{0,60}|subscribe\b.{0,60}|follow us\b.{0,30}|sources? and links|læs også|mere om|relaterede artikler|kommentarer|ähnliche artikel|mehr zum thema|kommentare|sur le même sujet|commentaires)[:.]?$/iu

/**
 * Which of the blocks stand under a heading of such a kind. Only from the first paragraph of prose on, and only where
 * less than half of the prose would go: a story may well be called "Comments".
 */
export function endSections(
  blocks: readonly Block[],
  prose: (block: Block) => number,
): readonly boolean[] {
  const foreign = new Array<boolean>(blocks.length).fill(false)
  const before = new Float64Array(blocks.length + 1)
  for (let i = 0; i < blocks.length; i++) before[i + 1] = before[i]! + prose(blocks[i]!)
  const total = before[blocks.length]!
  for (let i = 0; i < blocks.length; i++) {
    const rank = rankOf(blocks[i]!)
    if (rank === undefined || before[i] === 0 || !END_HEADING.test(blocks[i]!.text)) continue
    let end = i + 1
    while (end < blocks.length && (rankOf(blocks[end]!) ?? 9) > rank) end++
    const cut = before[end]! - before[i]!
    const comments = /comment|repl|response|discussion|conversation|your say|komment/i.test(
      blocks[i]!.text,
    )
    // a short box in the middle goes; a long part goes only if it ends the page, or is what readers wrote
    if (cut * 2 < total || (comments && end === blocks.length)) {
      foreign.fill(true, i, end)
      i = end - 1
    }
  }
  return foreign
}

/** 1 to 6 for a heading, 7 for a short line that stands for one; undefined for other text. */
function rankOf({ holder, text, small }: Block): number | undefined {
  if (/^h[1-6]$/.test(holder.tag)) return Number(holder.tag[1])
  if (text.length <= 60 && small === 0 && !/[.!?]$/.test(text) && countWords(text) <= 6) {
    return END_HEADING.test(text) ? 7 : undefined
  }
  return undefined
}
