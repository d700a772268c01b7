import type { RecordEntity, Span } from '@onrecord/engine'
import { project, type Range } from './project.js'

/** The order of what stands between the brackets of a mention. */
export const GLOBAL_ENTITY = 'eid-etype-form'

interface Bracketed extends Range {
  readonly eid: string
  readonly open: string
}

/**
 * For each token the brackets of the mentions that begin and end there, as GUM and CorefUD write them: "(e1-person-name"
 * opens, "e1)" closes, "(e1-person-name)" is one token. Entities are numbered in the record's order.
 *
 * A bracket says no more than its entity when it closes: of two mentions of one entity on the same tokens, or one of which
 * begins within the other and ends behind it, only the first is written. Mentions on no token are left out.
 */
export function bracketsOf(
  tokens: readonly Span[],
  entities: readonly RecordEntity[],
): readonly string[] {
  const at = tokens.map(() => ({
    closes: [] as Bracketed[],
    opens: [] as Bracketed[],
    single: [] as Bracketed[],
  }))
  entities.forEach(({ type, mentions }, i) => {
    const eid = `e${i + 1}`
    const ranges = mentions.flatMap(({ form, ...span }) => {
      const range = project(tokens, span)
      return range ? [{ ...range, eid, open: `(${eid}-${type}-${form}` }] : []
    })
    for (const range of nested(ranges)) {
      if (range.first === range.last) at[range.first]!.single.push(range)
      else {
        at[range.first]!.opens.push(range)
        at[range.last]!.closes.push(range)
      }
    }
  })
  return at.map(({ closes, opens, single }) => {
    const singles = single.map(({ open }) => `${open})`)
    // What opens last closes first; what closes last opens first.
    const closing = closes.sort((a, b) => b.first - a.first).map(({ eid }) => `${eid})`)
    const opening = opens.sort((a, b) => b.last - a.last).map(({ open }) => open)
    // A bracket that opens must not stand right before one that closes: "(e2-person" "e1)" would read as one.
    return [
      ...(closing.length > 0 ? singles : []),
      ...closing,
      ...opening,
      ...(closing.length > 0 ? [] : singles),
    ].join('')
  })
}

/** The ranges without those that cross one before them or repeat it. */
function nested(ranges: readonly Bracketed[]): readonly Bracketed[] {
  const kept: Bracketed[] = []
  const open: Bracketed[] = []
  for (const range of [...ranges].sort((a, b) => a.first - b.first || b.last - a.last)) {
    while (open.length > 0 && open.at(-1)!.last < range.first) open.pop()
    const outer = open.at(-1)
    const same = outer?.first === range.first && outer.last === range.last
    if (outer && (same || range.last > outer.last)) continue
    kept.push(range)
    open.push(range)
  }
  return kept
}
