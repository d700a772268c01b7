import type { Span } from '../../span.js'
import { type Ground, typeOf } from './ground/ground.js'
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
    if (Object.values(item.args).some(argument => isNobody(ground, argument))) continue
    const key = keyOf(item)
    const other = best.get(key)
    if (other === undefined || item.confidence > other.confidence) best.set(key, item)
  }
  const sorted = fullest(ground, [...best.values()]).sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )
  const claimants = innermost(ground, sorted)
  return sorted.map(({ type, args, start, end, confidence }, i) => ({
    type,
    args,
    evidence: [{ start, end }],
    ...(claimants[i] === undefined ? {} : { saidBy: claimants[i] }),
    confidence,
  }))
}

/** "Nobody won": no fact of anyone. */
const isNobody = ({ story }: Ground, argument: Argument): boolean =>
  'entity' in argument &&
  /^(?:nobody|no one|no-one|none|neither|anyone|anybody|everyone|everybody)\b/i.test(
    story.entities[argument.entity]!.name,
  )

/**
 * Without those that another of the type says more fully: "born 2 May 1938" beside "born in Orm, 2 May 1938". Of each
 * subject the first so many are compared.
 */
function fullest({ story }: Ground, drafts: readonly Draft[]): Draft[] {
  const bySubject = new Map<string, Draft[]>()
  const groupOf = ({ type, args }: Draft) => `${type}|${JSON.stringify(Object.values(args)[0])}`
  for (const item of drafts) {
    const key = groupOf(item)
    const list = bySubject.get(key)
    if (list === undefined) bySubject.set(key, [item])
    else if (list.length < MAX_COMPARED) list.push(item)
  }
  return drafts.filter(item => {
    const others = bySubject.get(groupOf(item))!
    return others.length < 2 || !others.some(other => other !== item && isLess(item, other))
  })

  /** Has `other` every argument of `one`, and more? */
  function isLess(one: Draft, other: Draft): boolean {
    const names = Object.keys(one.args)
    return (
      Object.keys(other.args).length > names.length &&
      names.every(name => name in other.args && isWithin(one.args[name]!, other.args[name]!))
    )
  }

  /** The same, or of values and words a part: "1938" of "2 May 1938". */
  function isWithin(one: Argument, other: Argument): boolean {
    if ('entity' in one || 'entity' in other)
      return 'entity' in one && 'entity' in other && one.entity === other.entity
    const [part, whole] = [wordsOf(one), wordsOf(other)]
    return part === whole || ('value' in one && 'value' in other && whole.endsWith(` ${part}`))
  }

  function wordsOf(argument: Exclude<Argument, { entity: number }>): string {
    if ('text' in argument) return argument.text.toLowerCase()
    const { start, end } = story.values[argument.value]!
    return story.text.slice(start, end).toLowerCase()
  }
}

const MAX_COMPARED = 40

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

/** The entity at an item, if it is a person. */
export function personAt(
  ground: Ground,
  at: number | undefined,
): { readonly entity: number } | undefined {
  const found = entityAt(ground, at)
  return found !== undefined && 'entity' in found && typeOf(ground, found.entity) === 'person'
    ? found
    : undefined
}
