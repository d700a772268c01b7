import { KIN_NOUNS, KIN_PLURALS, WORK_PARTNERS } from '../../../lexicon/en/kinship.js'
import { type Draft, draft } from '../draft.js'
import type { Context } from '../ground/context.js'
import { coordinatedAfter } from '../ground/coordinated.js'
import { isNamed, itemBy, placesOf, typeOf } from '../ground/ground.js'
import { isPersonHead } from '../ground/heads.js'
import type { Noun } from '../ground/nouns.js'
import { clauseSubject, subjectOf } from '../ground/subject.js'
import { verbGroup } from '../ground/verbs.js'

/**
 * Who is whose relative: the subject is the object's relation.
 *
 * - a possessor: "her husband Jo", "Fenn's sister, Mara Lind,", "whose father …", "the couple's daughter"
 * - "of": "Ada Fenn, sister of Jo Marsh", "the son of a ferryman and a teacher"
 * - by a verb: "Mara is his wife", "they have two sons, Tom and Jo", "gave birth to a son, Tom"
 * - two of one word: "the brothers Tom and Jo Marsh"
 *
 * Not: "like a father to him", "his business partner", "she is not his wife", "The Keeper's Wife" (a name).
 */
export function family(context: Context): Draft[] {
  const { ground, owners, beside, predications } = context
  const drafts: Draft[] = []
  const give = (
    subject: number,
    object: number | undefined,
    relation: string,
    items: readonly number[],
    confidence: number,
  ) => {
    if (object === undefined || subject === object) return
    const [one, other] = [typeOf(ground, subject), typeOf(ground, object)]
    if (one !== 'person' && one !== 'group') return
    if (other !== 'person' && other !== 'group') return
    // "a game for widows and their sons"
    if (
      one === 'group' &&
      other === 'group' &&
      !isNamed(ground, subject) &&
      !isNamed(ground, object)
    )
      return
    const args = {
      subject: { entity: subject },
      object: { entity: object },
      relation: { text: relation },
    }
    drafts.push(...draft(ground, 'family', args, items, confidence))
  }
  const said = new Set<number>()
  for (const { subject, noun: at, by } of predications) {
    if (by === 'before') continue
    const noun = ground.items[at]!.noun!
    const relation = relationOf(noun)
    const who = ground.items[subject]!.noun!.entity
    if (relation === undefined || who === undefined) continue
    said.add(at)
    if (noun.possessor !== undefined)
      for (const one of by === 'beside' && subject > at ? named(subject) : [subject])
        give(ground.items[one]!.noun!.entity!, noun.possessor.entity, relation, [one, at], 0.95)
    else for (const of of ofWhom(at)) give(who, entityOf(of), relation, [subject, at, of], 0.94)
  }
  for (const at of ground.nouns) {
    const noun = ground.items[at]!.noun!
    const relation = relationOf(noun)
    if (relation === undefined) continue
    if (/^(?:like|as)$/.test(itemBy(ground, at, -1)?.lower ?? '')) continue
    const names = noun.name === undefined ? [at] : named(at)
    if (noun.possessor !== undefined) {
      if (said.has(at)) continue
      for (const one of subjectsOf(at, names))
        give(entityOf(one)!, noun.possessor.entity, relation, [at, one], noun.name ? 0.95 : 0.9)
    } else if (sharedOwner(at) !== undefined && (noun.name !== undefined || isPlural(noun))) {
      const first =
        noun.name !== undefined ? at : itemBy(ground, at, 1)?.lower === ',' ? at + 2 : -1
      if (first < 0 || itemBy(ground, at, first - at)?.noun?.name === undefined) continue
      for (const one of named(first))
        give(entityOf(one)!, sharedOwner(at), relation, [at, one], 0.9)
    } else if (noun.name !== undefined && names.length === 2 && isPlural(noun)) {
      give(entityOf(names[0]!)!, entityOf(names[1]!), relation, names, 0.92)
    } else if (noun.name === undefined && !said.has(at) && noun.entity !== undefined) {
      const who = trailing(at) ?? leading(at) ?? at
      for (const of of ofWhom(at)) give(entityOf(who)!, entityOf(of), relation, [who, at, of], 0.88)
    }
  }
  for (const verb of placesOf(ground, ['have', 'has', 'had', 'gave', 'gives', 'welcomed'])) {
    const birth = /^g[ai]ve/.test(ground.items[verb]!.lower)
    if (
      birth &&
      !/^birth to$/.test(`${itemBy(ground, verb, 1)?.lower} ${itemBy(ground, verb, 2)?.lower}`)
    )
      continue
    const at = birth ? verb + 2 : verb
    const kin = itemBy(ground, at, 1)?.noun
    if (kin === undefined || kin.possessor !== undefined) continue
    const relation = relationOf(kin)
    if (relation === undefined) continue
    const comma = itemBy(ground, at, 2)?.lower
    const first = kin.name !== undefined ? at + 1 : comma === ',' || comma === ':' ? at + 3 : -1
    const group = verbGroup(ground, verb)
    if (first < 0 || itemBy(ground, at, first - at)?.noun?.name === undefined || !group.real)
      continue
    const parent = subjectOf(ground, owners, group.from)
    for (const one of named(first))
      give(entityOf(one)!, entityOf(parent), relation, [parent!, verb, one], 0.9)
  }
  return drafts

  function entityOf(at: number | undefined): number | undefined {
    return at === undefined ? undefined : ground.items[at]!.noun!.entity
  }

  /** "Fenn was born in Orm, the son of a ferryman": the subject of the clause before the comma. */
  function trailing(at: number): number | undefined {
    if (itemBy(ground, at, -1)?.lower !== ',' || ground.items[at]!.noun!.determiner !== 'the')
      return undefined
    const first = clauseSubject(ground, owners, at - 1)
    const type = first === undefined ? undefined : ground.items[first]!.noun!.type
    return type === 'person' ? first : undefined
  }

  /** "The daughter of an actor and a nurse, Ada Fenn …": the name behind, of whom the sentence goes on. */
  function leading(at: number): number | undefined {
    if (at !== ground.sentences[ground.items[at]!.sentence]!.from) return undefined
    const last = ofWhom(at).at(-1)
    const comma = last === undefined ? -1 : last + 1
    const who = itemBy(ground, at, comma + 1 - at)?.noun
    return itemBy(ground, at, comma - at)?.lower === ',' &&
      who?.name !== undefined &&
      who.type === 'person' &&
      !who.possessive
      ? comma + 1
      : undefined
  }

  /** "his wife Mara and son Tom": the possessor of the relative before "and". */
  function sharedOwner(at: number): number | undefined {
    let joint = at - 1
    if (itemBy(ground, at, -1)?.kind === 'value') joint--
    if (itemBy(ground, at, joint - at)?.lower !== 'and') return undefined
    for (let k = 1; k <= 6; k++) {
      const item = itemBy(ground, joint, -k)
      if (item === undefined || (item.kind === 'word' && item.lower !== 'and')) return undefined
      if (item.noun?.possessor !== undefined && relationOf(item.noun) !== undefined)
        return item.noun.possessor.entity
    }
    return undefined
  }

  /** The names that go on behind the one at `at`: "Tom and Jo". */
  function named(at: number): number[] {
    const plural = ground.items[at]!.noun!.words.some(word =>
      Object.hasOwn(KIN_PLURALS, word.lower),
    )
    const before = itemBy(ground, at, -2)?.noun
    const list =
      plural ||
      (before !== undefined && isPlural(before)) ||
      Object.hasOwn(KIN_PLURALS, itemBy(ground, at, -2)?.lower ?? '')
    const all = list ? coordinatedAfter(ground, beside, at) : [at]
    return all.filter(one => entityOf(one) !== undefined)
  }

  /** Whom a phrase with a relation means: its names, else the name beside it, else itself. */
  function subjectsOf(at: number, names: readonly number[]): readonly number[] {
    if (ground.items[at]!.noun!.name !== undefined) return names
    // "the victim's parents, Jean and Alan Frost"
    const comma = isPlural(ground.items[at]!.noun!) && itemBy(ground, at, 1)?.lower === ','
    if (comma && itemBy(ground, at, 2)?.noun?.name !== undefined) {
      const several = named(at + 2)
      if (several.length > 1) return several
    }
    const other = beside.get(at)?.nouns[0]
    if (other !== undefined && entityOf(other) !== undefined) return named(other)
    return entityOf(at) === undefined ? [] : [at]
  }

  /** Those behind "of" or "to": "the son of a ferryman and a teacher". */
  function ofWhom(at: number): readonly number[] {
    const joint = itemBy(ground, at, 1)?.lower
    if (joint !== 'of' && joint !== 'to') return []
    const first = itemBy(ground, at, 2)
    if (first?.kind !== 'noun') return []
    return coordinatedAfter(ground, beside, at + 2).filter(one => {
      // "a cousin of Lowe and the nephew of Dunn": another relation of the same person
      const { noun } = ground.items[one]!
      const another =
        one > at + 2 &&
        noun!.possessor === undefined &&
        noun!.name === undefined &&
        relationOf(noun!) !== undefined
      return !another && entityOf(one) !== undefined
    })
  }
}

const isPlural = (noun: Noun) => Object.hasOwn(KIN_PLURALS, noun.words.at(-1)?.lower ?? '')

/** The relation that a phrase names, in the singular: "twin sister", "former husband"; undefined for a partner in work. */
export function relationOf({ words, possessor }: Noun): string | undefined {
  const last = words.at(-1)?.lower
  if (last === undefined || !isPersonHead(last)) return undefined
  // "The Keeper's Wife" is a title
  if (words.at(-1)!.capital && (possessor !== undefined || words.length > 1)) return undefined
  const kin = KIN_NOUNS.has(last) ? last : KIN_PLURALS[last]
  if (kin === undefined) return undefined
  const before = words.at(-2)?.lower
  if (kin === 'partner' && words.some(word => WORK_PARTNERS.has(word.lower))) return undefined
  return before === 'former' || before === 'twin' || before === 'common-law'
    ? `${before} ${kin}`
    : kin
}
