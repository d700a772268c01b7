import { WORK_NOUNS } from '../../../lexicon/en/things.js'
import { type Draft, draft, entityAt } from '../draft.js'
import { clauseAt } from '../ground/clauses.js'
import type { Context } from '../ground/context.js'
import { behindOf, coordinatedAfter, isRespective } from '../ground/coordinated.js'
import { doingAt } from '../ground/doing.js'
import { isNamed, itemBy, placesOf, typeOf } from '../ground/ground.js'

/** Verbs of making, and the past tense that `as` gives. */
const MADE: Readonly<Record<string, string>> = {
  directed: 'directed',
  wrote: 'wrote',
  written: 'wrote',
  'co-wrote': 'co-wrote',
  'co-written': 'co-wrote',
  penned: 'penned',
  composed: 'composed',
  recorded: 'recorded',
  designed: 'designed',
  painted: 'painted',
  produced: 'produced',
  sculpted: 'sculpted',
  carved: 'carved',
  choreographed: 'choreographed',
  illustrated: 'illustrated',
  'co-directed': 'co-directed',
  adapted: 'adapted',
  translated: 'translated',
  directs: 'directed',
  drawn: 'drew',
  drew: 'drew',
  helmed: 'directed',
  created: 'created',
  creates: 'created',
  'co-created': 'co-created',
  scored: 'scored',
  filmed: 'filmed',
  scripted: 'wrote',
  authored: 'wrote',
  'co-authored': 'co-wrote',
  writes: 'wrote',
}

/**
 * Who made which work, and as what (the verb's past tense).
 *
 * - "Fenn directed Night Train" · "the museum, designed by Bao Lindgren," (designed) · "a musical written by her brother"
 * - without `as`: "her novel Salt", "Sforno's new opera, The Salt Tax", "the third album by Pale Ham"
 *
 * Not: "directed traffic", "wrote to the minister", "the film's director" (a role).
 */
export function created(context: Context): Draft[] {
  const { ground, beside } = context
  const drafts: Draft[] = []
  const give = (
    maker: number,
    work: number,
    as: string | undefined,
    at: number,
    confidence: number,
    owner = entityAt(ground, maker),
    /** What makes it theirs though it has no name: "a mural by Ada Fenn". */
    plainly = false,
  ) => {
    const object = entityAt(ground, work)
    if (
      owner === undefined ||
      object === undefined ||
      !('entity' in owner) ||
      !('entity' in object)
    )
      return
    const [by, what] = [typeOf(ground, owner.entity), typeOf(ground, object.entity)]
    if (!/^(?:person|group|organisation)$/.test(by)) return
    // "her programme" says of nothing known that it is hers
    if (
      as === undefined &&
      !isNamed(ground, object.entity) &&
      !(plainly && isNamed(ground, owner.entity))
    )
      return
    if (
      what !== 'work' &&
      !(
        (as === 'designed' || (plainly && as === undefined)) &&
        /^(?:place|organisation|other)$/.test(what)
      )
    )
      return
    const parts = { subject: owner, object, as: as === undefined ? undefined : { text: as } }
    drafts.push(...draft(ground, 'created', parts, [maker, work, at], confidence))
  }
  for (const [verb, as] of Object.entries(MADE)) {
    for (const at of placesOf(ground, [verb])) {
      const { group, agents: all, themes: own, behind } = doingAt(context, at)
      if (!group.real) continue
      // "wrote and directed Night Train"
      const other =
        itemBy(ground, at, 1)?.lower === 'and' ? (itemBy(ground, at, 2)?.lower ?? '') : ''
      const themes =
        own.length === 0 && Object.hasOwn(MADE, other) ? doingAt(context, at + 2).themes : own
      // "Fenn and Marsh, who wrote and directed Night Train respectively"
      const first = Object.hasOwn(MADE, other)
      const second =
        itemBy(ground, at, -1)?.lower === 'and' &&
        Object.hasOwn(MADE, itemBy(ground, at, -2)?.lower ?? '')
      const deals =
        (first || second) &&
        all.length === 2 &&
        isRespective(ground, first ? doingAt(context, at + 2).behind - 1 : behind - 1)
      // "Night Train, written and directed by Fenn,"
      const comma = second && all.length > 0 && themes.length === 0 ? at - 3 : -1
      if (itemBy(ground, at, comma - at)?.lower === ',') {
        const work = context.owners.get(comma) ?? comma - 1
        for (const maker of all) {
          give(maker, work, as, at, 0.9)
          give(maker, work, MADE[itemBy(ground, at, -2)!.lower], at, 0.9)
        }
      }
      const agents = deals ? [all[first ? 0 : 1]!] : all
      for (const maker of agents)
        for (const work of [...themes, ...themes.flatMap(listed)]) give(maker, work, as, at, 0.93)
    }
  }
  for (const at of ground.nouns) {
    const noun = ground.items[at]!.noun!
    const head = noun.words.at(-1)?.lower ?? ''
    if (WORK_NOUNS.has(head) && noun.possessor?.entity !== undefined) {
      const owner = { entity: noun.possessor.entity }
      const other = beside.get(at)?.nouns[0]
      const title = noun.name !== undefined ? at : (other ?? at)
      if (ground.items[title]!.noun!.type === 'work') give(at, title, undefined, title, 0.88, owner)
    }
    for (const other of beside.get(at)?.nouns ?? []) {
      const two = ground.items[other]!.noun!
      if (noun.type !== 'work' || two.possessor?.entity === undefined) continue
      if (!WORK_NOUNS.has(two.words.at(-1)?.lower ?? '')) continue
      give(other, at, undefined, other, 0.9, { entity: two.possessor.entity })
    }
    if (noun.type !== 'work') continue
    if (noun.possessor?.entity !== undefined && noun.name !== undefined && noun.words.length === 0)
      give(at, at, undefined, at, 0.88, { entity: noun.possessor.entity })
    // "Tin, the memoir of Ada Fenn": her own
    if (/^(?:memoirs?|autobiography)$/.test(head) && itemBy(ground, at, 1)?.lower === 'of')
      if (itemBy(ground, at, 2)?.kind === 'noun') give(at + 2, at, undefined, at + 2, 0.9)
    // "Salt is a novel by Ada Fenn"
    if (
      noun.name === undefined &&
      WORK_NOUNS.has(head) &&
      /^(?:is|was)$/.test(itemBy(ground, at, -1)?.lower ?? '')
    ) {
      const work = clauseAt(context, at - 1).subjects[0]
      const maker =
        itemBy(ground, at, 1)?.lower === 'by' && itemBy(ground, at, 2)?.kind === 'noun'
          ? at + 2
          : undefined
      if (work !== undefined && maker !== undefined) give(maker, work, undefined, at, 0.88)
    }
    // "the third album by Pale Ham", "Salt, by Ada Fenn"
    if (/ of the (?:Year|Month|Season)$/.test(ground.story.text.slice(noun.start, noun.end)))
      continue
    const by = itemBy(ground, at, 1)?.lower === ',' ? 2 : 1
    if (itemBy(ground, at, by)?.lower !== 'by' || itemBy(ground, at, by + 1)?.kind !== 'noun')
      continue
    for (const maker of coordinatedAfter(ground, beside, at + by + 1))
      give(maker, at, undefined, maker, 0.9, entityAt(ground, maker), noun.type === 'work')
  }
  // "the bridge is the work of Ada Fenn"
  for (const at of ground.nouns) {
    if (ground.items[at]!.lower !== 'work' || itemBy(ground, at, 1)?.lower !== 'of') continue
    if (!/^(?:is|was|are|were)$/.test(itemBy(ground, at, -1)?.lower ?? '')) continue
    const { group, subjects } = clauseAt(context, at - 1)
    const maker = itemBy(ground, at, 2)?.kind === 'noun' ? at + 2 : undefined
    if (!group.real || maker === undefined || subjects[0] === undefined) continue
    for (const one of coordinatedAfter(ground, beside, maker))
      give(one, subjects[0], undefined, at, 0.85, entityAt(ground, one), true)
  }
  return drafts

  /** "nine novels, among them Salt and The Kiln": those with a name. */
  function listed(work: number): readonly number[] {
    if (!ground.items[work]!.lower.endsWith('s')) return []
    const behind = behindOf(ground, beside, work)
    const including = itemBy(ground, work, behind + 1 - work)
    const first =
      including?.lower === 'among' ? behind + 3 : including?.lower === 'including' ? behind + 2 : -1
    if (itemBy(ground, work, behind - work)?.lower !== ',' || first < 0) return []
    if (itemBy(ground, work, first - work)?.kind !== 'noun') return []
    return coordinatedAfter(ground, beside, first)
  }
}
