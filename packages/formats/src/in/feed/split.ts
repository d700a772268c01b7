import type { Place } from '../json/scan.js'

/** A feed that no parser takes, cut at its items. */
export interface Split {
  /** What is before the first item. */
  readonly head: string
  /** From each item's first `<` to behind its last `>`, or to where the next begins. */
  readonly items: readonly Place[]
}

/**
 * Cuts a feed at the tags of its items by their names alone. A tag in CDATA counts too: so an item that holds one is cut
 * short, and broken, but no fault of an item, not even a CDATA section left open, reaches the next.
 */
export function splitItems(source: string, most: number): Split | undefined {
  const items: { start: number; end: number }[] = []
  let open: number | undefined
  for (const { 0: tag, 1: slash, index } of source.matchAll(
    /<(\/?)(?:[\w-]{1,20}:)?(?:item|entry)(?=[\s>])/g,
  )) {
    if (slash === '') {
      if (open !== undefined) items.push({ start: open, end: index })
      open = index
    } else if (open !== undefined) {
      const close = source.indexOf('>', index + tag.length)
      items.push({ start: open, end: close < 0 ? source.length : close + 1 })
      open = undefined
    }
    if (items.length > most) return undefined
  }
  if (open !== undefined) items.push({ start: open, end: source.length })
  return { head: source.slice(0, items[0]?.start ?? source.length), items }
}

/** The first elements of these names in a piece of a feed, put within one that can be parsed. */
export function headOf(head: string, ...names: readonly string[]): string {
  const parts = names.map(name => {
    const start = head.search(new RegExp(`<${name}[\\s>]`))
    const end = start < 0 ? -1 : head.indexOf(`</${name}>`, start)
    return end < 0 ? '' : head.slice(start, end + name.length + 3)
  })
  return `<channel>${parts.join('')}</channel>`
}
