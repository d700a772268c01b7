import type { Span } from '@onrecord/engine'

/** The part of the story's text that is selected in the page; undefined where none is. */
export function selectedSpan(): Span | undefined {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const range = selection.getRangeAt(0)
  const { commonAncestorContainer: around } = range
  const within = around instanceof Element ? around : around.parentElement
  const own = within?.closest<HTMLElement>('[data-text] [data-start]')
  const runs = [...(within?.querySelectorAll<HTMLElement>('[data-text] p > [data-start]') ?? [])]
  const touched = own && runs.length === 0 ? [own] : runs.filter(run => range.intersectsNode(run))
  const spans = touched.map(run => partOf(run, range)).filter(({ start, end }) => start < end)
  if (spans.length === 0) return
  return { start: spans[0]!.start, end: spans.at(-1)!.end }
}

/** The part of a run that is within the range. */
function partOf(run: HTMLElement, range: Range): Span {
  const start = Number(run.dataset.start)
  const inRun = (node: Node, offset: number, otherwise: number) =>
    node instanceof Text && run.contains(node) ? offset : otherwise
  return {
    start: start + inRun(range.startContainer, range.startOffset, 0),
    end: start + inRun(range.endContainer, range.endOffset, run.textContent?.length ?? 0),
  }
}

/** Brings a place of the text into the window. */
export function showPlace(at: number): void {
  const blocks = document.querySelectorAll<HTMLElement>('[data-text] p[data-start]')
  let low = 0
  let high = blocks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (Number(blocks[middle]!.dataset.start) <= at) low = middle
    else high = middle - 1
  }
  const block = blocks[low]
  const runs = [...(block?.querySelectorAll<HTMLElement>('[data-start]') ?? [])]
  const run = runs.findLast(one => Number(one.dataset.start) <= at) ?? block
  run?.scrollIntoView({ block: 'center' })
}
