import type { Span } from '../../span.js'
import type { Ground } from './ground/ground.js'
import type { Noun } from './ground/nouns.js'
import type { Argument, Fact, FactType } from './types.js'

/** A fact before it is known in which quote it stands. */
export interface Draft extends Span {
  readonly type: FactType
  readonly args: Readonly<Record<string, Argument>>
  readonly confidence: number
}

/** The arguments that are there. */
export type Parts = Readonly<Record<string, Argument | undefined>>

/**
 * A fact whose evidence runs from the first to the last of these items (indexes). Arguments that are undefined are left
 * out; nothing comes of it where one of `wanted` is.
 */
export function draft(
  ground: Ground,
  type: FactType,
  parts: Parts,
  items: readonly (number | undefined)[],
  confidence: number,
): Draft[] {
  const args: Record<string, Argument> = {}
  for (const [name, argument] of Object.entries(parts))
    if (argument !== undefined) args[name] = argument
  let start = Number.POSITIVE_INFINITY
  let end = 0
  for (const at of items) {
    if (at === undefined) continue
    start = Math.min(start, ground.items[at]!.start)
    end = Math.max(end, ground.items[at]!.end)
  }
  return [{ type, args, start, end, confidence }]
}

/** The entity of the noun phrase at an item as an argument; undefined where it is none. */
export function entityAt(ground: Ground, at: number | undefined): Argument | undefined {
  const noun = at === undefined ? undefined : ground.items[at]?.noun
  return noun === undefined ? undefined : argumentOf(noun)
}

/** The entity of a noun phrase as an argument. */
export const argumentOf = ({ entity }: Noun): Argument | undefined =>
  entity === undefined ? undefined : { entity }

/** Drafts as facts, in the order of the text, each once (the surest), with the quote that says it. */
export function toFacts(ground: Ground, drafts: readonly Draft[]): Fact[] {
  const best = new Map<string, Draft>()
  for (const item of drafts) {
    const key = keyOf(item)
    const other = best.get(key)
    if (other === undefined || item.confidence > other.confidence) best.set(key, item)
  }
  const sorted = [...best.values()].sort((a, b) => a.start - b.start || a.end - b.end)
  const claimants = innermost(ground, sorted)
  return sorted.map(({ type, args, start, end, confidence }, i) => ({
    type,
    args,
    evidence: [{ start, end }],
    ...(claimants[i] === undefined ? {} : { saidBy: claimants[i] }),
    confidence,
  }))
}

const keyOf = ({ type, args }: Draft) =>
  type +
  Object.keys(args)
    .sort()
    .map(name => `|${name}=${JSON.stringify(args[name])}`)
    .join('')

/** For each draft (by start), the innermost quote one of whose contents holds it all. */
function innermost({ story }: Ground, drafts: readonly Draft[]): (number | undefined)[] {
  const pieces = story.quotes
    .flatMap((quote, index) =>
      // indirect, and of nobody: there is none whose claim it could be
      quote.kind === 'indirect' && quote.source.length === 0
        ? []
        : quote.content.map(({ start, end }) => ({ start, end, index })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const open: typeof pieces = []
  let next = 0
  return drafts.map(({ start, end }) => {
    while (next < pieces.length && pieces[next]!.start <= start) {
      const piece = pieces[next++]!
      while (open.length > 0 && open.at(-1)!.end <= piece.start) open.pop()
      open.push(piece)
    }
    while (open.length > 0 && open.at(-1)!.end <= start) open.pop()
    for (let k = open.length - 1; k >= 0; k--) if (open[k]!.end >= end) return open[k]!.index
    return undefined
  })
}
