import type { Context } from './context.js'
import { behindOf, coordinatedAfter } from './coordinated.js'
import { type Doing, doingAt } from './doing.js'
import { itemBy, placesOf } from './ground.js'
import { nominalsOf } from './nominals.js'
import { namesBehind } from './predications.js'

/** What a verb says of whom: which slot its doer, its object, and what stands behind each preposition fill. */
export interface VerbFrame {
  /** Forms of the verb, parted by blanks. */
  readonly verbs: string
  /** Words that must follow it: "up", "control of". */
  readonly particle?: RegExp
  /** The doer: subject of the active, "by" of the passive. */
  readonly agent?: string
  /** What it is done to: object of the active, subject of the passive. */
  readonly theme?: string
  /** For verbs that say it of their subject alone: "passed to". */
  readonly subject?: string
  readonly behind?: Readonly<Record<string, string>>
}

/** A noun for the same: whose it is, and what stands behind each preposition. */
export interface NounFrame {
  readonly heads: RegExp
  readonly owner: string
  /** What the owner is where the first of these prepositions follows ("Beacon's takeover by Torvane"). */
  readonly ownerWith?: readonly [preposition: string, slot: string]
  readonly behind: Readonly<Record<string, string>>
}

/** One place where a frame fits: item indexes by slot; several where "and" ties them. */
export interface Match {
  readonly at: number
  readonly last: number
  /** Absent for nouns, which are found only where they are stated as done. */
  readonly doing?: Doing
  readonly slots: ReadonlyMap<string, readonly number[]>
}

const REACH = 18
const STOPS = /^(?:who|which|that|when|while|but|after|before|because|although|whose|where|;|:)$/

/** The noun phrase or value behind each preposition from item `from` to the end of its clause; the first of each. */
export function prepositionsBehind({ ground }: Context, from: number): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let k = 0; k <= REACH; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || STOPS.test(item.lower)) break
    const next = itemBy(ground, from, k + 1)
    // "…, and opened", "… and went on": another verb
    if (item.lower === 'and' && next?.kind === 'word' && /(?:ed|ing|s|t|n)$/.test(next.lower)) break
    if (item.kind !== 'word' || found.has(item.lower)) continue
    if (next?.kind === 'noun' || next?.kind === 'value') found.set(item.lower, from + k + 1)
  }
  return found
}

/** Where the verbs of these frames stand, with what fills their slots. Linear in the text. */
export function verbMatches(context: Context, frames: readonly VerbFrame[]): Match[] {
  const { ground, beside, owners } = context
  const matches: Match[] = []
  for (const frame of frames) {
    for (const at of placesOf(ground, frame.verbs.split(' '))) {
      const last = particleEnd(at, frame.particle)
      if (last === undefined) continue
      const doing = doingAt(context, at, last)
      const slots = new Map<string, readonly number[]>()
      const put = (slot: string | undefined, items: readonly number[]) => {
        if (slot !== undefined && items.length > 0 && !slots.has(slot)) slots.set(slot, items)
      }
      // "Beacon, sold to Torvane in 2011,"
      const comma = itemBy(ground, at, -1)?.lower
      const reduced =
        doing.themes.length === 0 &&
        !doing.group.passive &&
        (comma === ',' || comma === '(') &&
        itemBy(ground, last, 1)?.kind === 'word'
      const theme = reduced ? (owners.get(at - 1) ?? at - 2) : -1
      if (reduced && frame.theme !== undefined) {
        if (itemBy(ground, at, theme - at)?.kind === 'noun') put(frame.theme, [theme])
      } else {
        put(frame.subject, doing.clause.subjects)
        put(frame.theme, doing.themes)
        put(frame.agent, doing.agents)
      }
      const behind = prepositionsBehind(context, doing.behind)
      for (const [preposition, slot] of Object.entries(frame.behind ?? {})) {
        const item = behind.get(preposition)
        if (item !== undefined) put(slot, allFrom(item))
      }
      if (reduced && frame.agent !== undefined && behind.has('by'))
        put(frame.agent, coordinatedAfter(ground, beside, behind.get('by')!))
      matches.push({ at, last, doing, slots })
    }
  }
  return matches

  /** “from Fenn and Marsh”, “from its founders, Fenn and Marsh,” */
  function allFrom(item: number): readonly number[] {
    if (ground.items[item]!.kind !== 'noun') return [item]
    const names = namesBehind(ground, beside, item)
    return names.length > 0 ? names : coordinatedAfter(ground, beside, item)
  }

  function particleEnd(at: number, particle: RegExp | undefined): number | undefined {
    if (particle === undefined) return at
    const [one, two] = [itemBy(ground, at, 1), itemBy(ground, at, 2)]
    if (one?.kind === 'word' && two?.kind === 'word' && particle.test(`${one.lower} ${two.lower}`))
      return at + 2
    return one?.kind === 'word' && particle.test(one.lower) ? at + 1 : undefined
  }
}

/** Where the nouns of these frames stand, stated as done. Linear in the text. */
export function nounMatches(context: Context, frames: readonly NounFrame[]): Match[] {
  const { ground, beside } = context
  return frames.flatMap(({ heads, owner: slot, ownerWith, behind }) =>
    nominalsOf(ground, heads).map(nominal => {
      const slots = new Map<string, readonly number[]>()
      const turned = ownerWith !== undefined && nominal.behind.has(ownerWith[0])
      if (nominal.owner?.entity !== undefined)
        slots.set(turned ? ownerWith![1] : slot, [nominal.at])
      for (const [preposition, name] of Object.entries(behind)) {
        const item = nominal.behind.get(preposition)
        if (item !== undefined && !slots.has(name))
          slots.set(
            name,
            ground.items[item]!.kind === 'noun' ? coordinatedAfter(ground, beside, item) : [item],
          )
      }
      return { at: nominal.at, last: nominal.last, slots }
    }),
  )
}

/** The item behind a match: where what is said of it goes on. */
export const behindMatch = ({ ground, beside }: Context, { doing, last }: Match): number =>
  doing?.behind ?? behindOf(ground, beside, last)
