import { type Draft, draft, entityAt, personAt } from '../draft.js'
import { clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { type Ground, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { antecedent } from '../ground/subject.js'
import type { Argument } from '../types.js'

const PLAYS = 'plays played playing portrays portrayed portraying'.split(' ')

/**
 * A part in a work, as a role: its title is the character.
 *
 * - "Ottie Brandt plays Mrs Gale in Lanternfish" · "Night Train, starring Rex Aldane as Sheriff Coyle,"
 *
 * Not: "plays football", "plays the Lamp Room on Friday" (no person), "would have played Hamlet".
 */
export function part(context: Context): Draft[] {
  const { ground, owners } = context
  const drafts: Draft[] = []
  for (const at of placesOf(ground, PLAYS)) {
    const { group, subjects } = clauseAt(context, at)
    const object = itemBy(ground, at, 1) === undefined ? undefined : at + 1
    const character = object === undefined ? undefined : characterAt(ground, object)
    if (!group.real || group.passive || object === undefined || character === undefined) continue
    const work = workBehind(object)
    if (work === undefined && ground.items[object]!.noun?.name === undefined) continue
    for (const one of subjects) give(one, character, work, [one, at, object])
  }
  for (const at of placesOf(ground, ['starring', 'stars', 'featuring', 'features'])) {
    const actor = itemBy(ground, at, 1)
    const object = itemBy(ground, at, 2)?.lower === 'as' ? at + 3 : -1
    const character = object < 0 ? undefined : characterAt(ground, object)
    if (actor?.kind !== 'noun' || character === undefined) continue
    const comma = itemBy(ground, at, -1)?.lower === ','
    const film = comma ? (owners.get(at - 1) ?? at - 2) : (antecedent(ground, owners, at) ?? at - 1)
    give(at + 1, character, workAt(ground, film), [at + 1, object])
  }
  return drafts

  /** "plays Mrs Gale in Lanternfish" */
  function workBehind(object: number): Argument | undefined {
    for (let k = 1; k <= MAX_WORDS; k++)
      if (itemBy(ground, object, k)?.lower === 'in') return workAt(ground, object + k + 1)
    return undefined
  }

  function give(
    one: number,
    character: string,
    work: Argument | undefined,
    items: readonly number[],
  ): void {
    const subject = personAt(ground, one)
    if (subject === undefined) return
    drafts.push(...draft(ground, 'role', { subject, title: { text: character }, work }, items, 0.9))
  }
}

const MAX_WORDS = 4

/** The words of a character: a person's name with its form of address, or words in capitals. */
function characterAt(ground: Ground, at: number): string | undefined {
  const first = ground.items[at]
  if (first === undefined || !first.capital || first.noun?.pronoun || first.noun?.possessor)
    return undefined
  if (first.noun?.name !== undefined && first.noun.type !== 'person') return undefined
  let last = at
  while (last < at + MAX_WORDS && itemBy(ground, at, last + 1 - at)?.capital) {
    if (ground.items[last]!.noun?.name !== undefined) break
    last++
  }
  return ground.story.text.slice(first.start, ground.items[last]!.end)
}

function workAt(ground: Ground, at: number): Argument | undefined {
  const argument = entityAt(ground, at)
  return argument !== undefined &&
    'entity' in argument &&
    typeOf(ground, argument.entity) === 'work'
    ? argument
    : undefined
}
