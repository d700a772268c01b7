import { type Draft, draft, entityAt } from '../draft.js'
import { agree } from '../ground/appositions.js'
import type { Context } from '../ground/context.js'
import { itemBy, placesOf, typeOf } from '../ground/ground.js'
import type { Noun } from '../ground/nouns.js'
import { subjectOf } from '../ground/subject.js'
import { type Title, titleAt } from '../ground/titles.js'
import { verbGroup } from '../ground/verbs.js'

const COPULAS = 'is was became becomes remains remained been'.split(' ')
const SERVING = 'served serves serving works worked working acts acted acting'.split(' ')

/**
 * Who holds an office or follows a trade.
 *
 * - before a name: "Beacon president Ola Berg", "the actor and director Jo Marsh", "his actress wife Mara Lind"
 * - beside one: "Ola Berg, president of Beacon,", "the film's director, Ada Fenn,"
 * - by a verb: "Berg became chief executive of Beacon", "she works as a nurse"
 *
 * Not: "the victim, Ada Fenn", "she would be president", "he is not a doctor", "the director said" (no one else is named).
 */
export function role(context: Context): Draft[] {
  const { ground, beside, owners } = context
  const drafts: Draft[] = []
  const give = (
    subject: number | undefined,
    at: number,
    confidence: number,
    found = titleAt(ground, at),
  ) => {
    const who = entityAt(ground, subject)
    if (who === undefined || found === undefined || !('entity' in who)) return
    if (typeOf(ground, who.entity) !== 'person') return
    drafts.push(...roleDraft(context, subject!, at, found, confidence))
  }
  for (const at of ground.nouns) {
    const { noun } = ground.items[at]!
    if (noun!.name !== undefined && noun!.words.length > 0 && !isPart(context, at)) {
      give(at, at, 0.96)
      for (const other of titlesBefore(context, at)) give(at, other, 0.93)
    }
    const found = beside.get(at)
    if (found === undefined) continue
    for (const other of found.nouns) {
      const one = ground.items[at]!.noun!
      const two = ground.items[other]!.noun!
      const [named, common] = one.name !== undefined ? [at, other] : [other, at]
      if (!agree(ground, ground.items[named]!.noun!, ground.items[common]!.noun!)) continue
      if (one.name !== undefined && two.name !== undefined) continue
      give(named, common, 0.95, titleAt(ground, common, sharedWith(context, common)))
      for (const title of titlesAround(context, common)) give(named, title.last, 0.92, title)
    }
  }
  for (const at of placesOf(ground, COPULAS)) {
    const next = itemBy(ground, at, 1)
    const noun =
      next?.kind === 'noun'
        ? at + 1
        : /^(?:also|now|still|once)$/.test(next?.lower ?? '')
          ? at + 2
          : -1
    if (noun > 0) byVerb(at, noun)
  }
  for (const at of placesOf(ground, SERVING))
    if (itemBy(ground, at, 1)?.lower === 'as') byVerb(at, at + 2)
  return drafts

  function byVerb(verb: number, at: number): void {
    const item = itemBy(ground, verb, at - verb)
    if (item?.kind !== 'noun' || item.noun!.name !== undefined || item.noun!.possessive) return
    const group = verbGroup(ground, verb)
    if (!group.real) return
    const subject = subjectOf(ground, owners, group.from)
    give(subject, at, 0.9)
    for (const title of titlesAround(context, at)) give(subject, title.last, 0.88, title)
  }
}

function roleDraft(
  { ground }: Context,
  subject: number,
  at: number,
  found: Title,
  confidence: number,
): Draft[] {
  const { title, organisation, work, last } = found
  return draft(
    ground,
    'role',
    { subject: entityAt(ground, subject), title, organisation, work },
    [subject, at, last],
    confidence,
  )
}

/** Titles that "and" ties to the one before a name: "the actor and director Jo Marsh" gives "the actor". */
function titlesBefore({ ground }: Context, at: number): number[] {
  const found: number[] = []
  let joint = at - 1
  if (itemBy(ground, at, -1)?.lower !== 'and') return found
  for (let round = 0; round < 4; round++) {
    const item = itemBy(ground, at, joint - 1 - at)
    if (
      item?.kind !== 'noun' ||
      item.noun!.name !== undefined ||
      item.noun!.possessor !== undefined
    )
      break
    if (titleAt(ground, joint - 1) === undefined) break
    found.push(joint - 1)
    if (itemBy(ground, at, joint - 2 - at)?.lower !== ',') break
    joint -= 2
  }
  // a list of several people begins with an article at its last
  return ground.items[at]!.noun!.determiner === '' ? found : []
}

/** Titles that "and" ties to one that stands beside a name: "founder and president", with what both are of. */
function titlesAround({ ground }: Context, at: number): Title[] {
  const noun = ground.items[at]!.noun!
  const first = titleAt(ground, at)
  if (first === undefined) return []
  const joint = itemBy(ground, at, first.last + 1 - at)
  const next = itemBy(ground, at, first.last + 2 - at)
  if (joint?.lower !== 'and' || next?.kind !== 'noun' || next.noun!.name !== undefined) return []
  if (next.noun!.determiner !== '' || next.noun!.possessor !== undefined) return []
  const title = titleAt(ground, first.last + 2, noun)
  return title === undefined ? [] : [title]
}

/** The phrase before "and" whose possessor a title shares: "Beacon's founder" for "and president". */
function sharedWith({ ground }: Context, at: number): Noun | undefined {
  const { determiner, possessor } = ground.items[at]!.noun!
  if (itemBy(ground, at, -1)?.lower !== 'and' || determiner !== '' || possessor !== undefined)
    return undefined
  const before = itemBy(ground, at, -2)?.noun
  return before?.name === undefined && !before?.pronoun ? before : undefined
}

/** A part in a work: "plays Inspector Crane" makes nobody an inspector. */
function isPart({ ground }: Context, at: number): boolean {
  const before = itemBy(ground, at, -1)?.lower ?? ''
  return /^(?:plays|played|playing|play|portrays|portrayed|as)$/.test(before)
}
