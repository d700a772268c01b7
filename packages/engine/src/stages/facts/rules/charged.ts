import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt, objectOf } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter } from '../ground/coordinated.js'
import { type Ground, itemBy, placesOf, typeOf } from '../ground/ground.js'

const ENDS = new Set(
  'after following over when who which that in on at before for during since as by but near outside last earlier where'.split(
    ' ',
  ),
)

/**
 * Who is accused of what before a court: one fact for each person and charge, the charge in the text's words.
 *
 * - "Rusk was charged with arson after …" · "police charged Marsh with theft and fraud"
 * - "Thripp and Stagg were charged with fraud and money laundering respectively"
 *
 * Not: "has not been charged", "charged £5", "charged with energy" of a crowd, "charged the clerk".
 */
export function charged(context: Context): Draft[] {
  const { ground, beside } = context
  return placesOf(ground, ['charged']).flatMap(at => {
    const { group, subjects } = clauseAt(context, at)
    if (!group.real) return []
    let people = subjects
    let next = at + 1
    if (itemBy(ground, at, 1)?.lower !== 'with') {
      const object = group.passive ? undefined : objectOf(ground, at)
      if (object === undefined) return []
      people = coordinatedAfter(ground, beside, object)
      next = behindOf(ground, beside, people.at(-1)!)
      if (itemBy(ground, at, next - at)?.lower === ',') next++
    }
    if (itemBy(ground, at, next - at)?.lower !== 'with') return []
    const { charges, last, respectively } = chargesFrom(ground, next + 1)
    const deals = respectively && charges.length === people.length
    return people.flatMap((one, k) => {
      const subject = entityAt(ground, one)
      if (subject === undefined || !('entity' in subject)) return []
      const type = typeOf(ground, subject.entity)
      if (type !== 'person' && type !== 'organisation' && type !== 'group') return []
      return (deals ? [charges[k]!] : charges).flatMap(text =>
        draft(ground, 'charged', { subject, object: { text } }, [one, at, last], 0.94),
      )
    })
  })
}

/** The charges from item `from`, cut at "and" and commas. */
function chargesFrom(
  ground: Ground,
  from: number,
): { charges: string[]; last: number; respectively: boolean } {
  const charges: string[] = []
  const { items, story } = ground
  let start = -1
  let last = from - 1
  const close = (to: number) => {
    if (start >= 0)
      charges.push(
        story.text.slice(items[start]!.start, items[to]!.end).replace(/^(?:the|an?) /i, ''),
      )
    start = -1
  }
  for (let k = 0; k < 24; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || /^[.;:!?()“”"—–]/.test(item.lower)) break
    if (item.lower === 'respectively') return { charges: done(), last, respectively: true }
    if (ENDS.has(item.lower) || (item.kind === 'value' && start >= 0)) break
    if (item.lower === 'and' || item.lower === ',') {
      const next = itemBy(ground, from, k + 1)
      if (
        item.lower === ',' &&
        (next?.lower === 'respectively' || listGoesOn(ground, from + k + 1))
      ) {
        close(last)
        continue
      }
      if (item.lower === ',' || (next?.kind === 'word' && next.lower.endsWith('ed'))) break
      close(last)
      continue
    }
    if (start < 0) start = from + k
    last = from + k
  }
  return { charges: done(), last, respectively: false }

  function done(): string[] {
    close(last)
    return charges
  }
}

/** Does "and" come before the next sign? Then a comma before it parts a list. */
function listGoesOn(ground: Ground, from: number): boolean {
  for (let k = 0; k < 8; k++) {
    const item = itemBy(ground, from, k)
    if (item === undefined || item.kind === 'sign' || ENDS.has(item.lower)) return false
    if (item.lower === 'and') return true
  }
  return false
}
