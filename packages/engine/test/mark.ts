import type { Span } from '../src/span.js'

/** Text with the positions that were marked in it. */
export interface Marked {
  readonly text: string
  /** The spans of each name, by their starts (an outer one before what it holds). */
  readonly spans: Readonly<Record<string, readonly Span[]>>
}

const TAG = /<(\/?)([a-z]+)>/g

/**
 * Takes the positions out of a test’s text: `<q>“Go,”</q> she said.` is the text `“Go,” she said.` with the span
 * `q` from 0 to 5. Marks may nest, also in marks of their own name. Only `<` + lower-case letters + `>` is one.
 */
export function parseMarked(marked: string): Marked {
  const spans: Record<string, Span[]> = {}
  const open: { name: string; start: number }[] = []
  let text = ''
  let from = 0
  for (const { 0: tag, 1: slash, 2: name, index } of marked.matchAll(TAG)) {
    text += marked.slice(from, index)
    from = index + tag.length
    if (slash === '') {
      open.push({ name: name!, start: text.length })
      continue
    }
    const last = open.pop()
    if (last === undefined || last.name !== name) {
      throw new Error(`${tag} closes <${last?.name ?? 'nothing'}> in ${JSON.stringify(marked)}`)
    }
    spans[last.name] = [...(spans[last.name] ?? []), { start: last.start, end: text.length }]
  }
  if (open.length > 0)
    throw new Error(`<${open[0]!.name}> is not closed in ${JSON.stringify(marked)}`)
  for (const found of Object.values(spans)) found.sort((a, b) => a.start - b.start || b.end - a.end)
  return { text: text + marked.slice(from), spans }
}

/** The reverse: text with spans written into it, so that a failing test shows where they are. */
export function writeMarked(
  text: string,
  spans: Readonly<Record<string, readonly Span[]>>,
): string {
  const tags = Object.entries(spans).flatMap(([name, found]) =>
    found.flatMap(({ start, end }) => [
      // at one position what ends comes before what begins, the inner ends first, the outer begins first
      { at: start, order: 1, length: -(end - start), tag: `<${name}>` },
      { at: end, order: end === start ? 2 : 0, length: end - start, tag: `</${name}>` },
    ]),
  )
  tags.sort((a, b) => a.at - b.at || a.order - b.order || a.length - b.length)
  let out = ''
  let from = 0
  for (const { at, tag } of tags) {
    out += text.slice(from, at) + tag
    from = at
  }
  return out + text.slice(from)
}
