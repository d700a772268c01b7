import { EPITHETS, KINSHIP } from '../../lexicon/en/people.js'
import { PRONOUNS, type PronounForm, RELATIVES } from '../../lexicon/en/pronouns.js'
import { ROLE_NOUNS } from '../../lexicon/en/roles.js'
import type { AntecedentWeights } from '../../models/runtime.js'
import type { Span } from '../../span.js'
import type { Story } from '../../story.js'
import { kindOf } from './antecedent-features.js'
import { type Antecedent, type Choice, findAntecedent, findCandidates } from './antecedents.js'
import { withoutAsides } from './asides.js'
import { asksHere } from './askers.js'
import { isObjectOf } from './bound.js'
import { agrees, type Chain, join, newChain } from './chains.js'
import { questionBefore } from './fronted-questions.js'
import { GenderVotes, learnGenders } from './genders.js'
import { linkInterview } from './interview.js'
import { linkLabels } from './labels.js'
import { describe, findDescribed } from './link-descriptions.js'
import { linkLeads } from './link-leads.js'
import { linkNames } from './link-names.js'
import { genderOf } from './name-context.js'
import { linkNarrator } from './narrator.js'
import { isPersonNoun, nounType } from './nouns.js'
import { isOfAnother } from './source-heads.js'
import { findPlaces, type Place, type Step } from './trail.js'
import { findWords, type Word, wordsOf } from './words.js'

export type Mentioned = Story<
  'paragraphs' | 'tokens' | 'sentences' | 'marks' | 'quotes' | 'mentions' | 'sources'
>

/**
 * Every mention that could be resolved, with its chain; chains know how sure each mention is. Names first; then, in the
 * order of reading, descriptions and pronouns; then what speakers say of themselves.
 */
export function resolve(
  story: Mentioned,
  weights: AntecedentWeights,
  /** Told of every choice, for training. */
  chosen: Chosen = () => {},
): ReadonlyMap<number, Chain> {
  const { text, mentions, quotes, marks } = story
  const words = findWords(story)
  const places = findPlaces(words, mentions, quotes, marks.quotations)
  const forms = mentions.map(m => formOf(text.slice(m.start, m.end)))
  const placed = { ...story, words, places, forms }
  const votes = new GenderVotes()
  const first = resolveOnce(placed, weights, NOTHING_KNOWN, (mention, choice, found) =>
    votes.add(mention, choice, found),
  )
  const known = { genders: votes.decided(), speakers: speakersOf(placed, first) }
  return resolveOnce(placed, weights, known, chosen)
}

/** What the first way through a story tells the second. */
interface Known {
  /** The gender of the entity that a mention is the first of. */
  readonly genders: ReadonlyMap<number, 'female' | 'male'>
  /** For each quote, mentions of those who say it. */
  readonly speakers: readonly (readonly number[])[]
}

const NOTHING_KNOWN: Known = { genders: new Map(), speakers: [] }

/** For each quote, the first mention of each of its speakers: the one that a quote's source turned out to be. */
function speakersOf(
  { quotes, sources }: Placed,
  chainOf: ReadonlyMap<number, Chain>,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = []
  for (const [index, { continues }] of quotes.entries())
    found.push(
      continues !== undefined
        ? (found[continues] ?? [])
        : (sources[index] ?? []).flatMap(head => {
            const chain = chainOf.get(head)
            return chain === undefined ? [] : [Math.min(...chain.mentions.keys())]
          }),
    )
  return found
}

/** A story with what both ways through it ask of it. */
type Placed = Mentioned & {
  readonly words: readonly Word[]
  /** For each mention, where it stands, and the form of the pronoun that it is. */
  readonly places: readonly Place[]
  readonly forms: readonly (PronounForm | undefined)[]
}

type Chosen = (mention: number, choice: Choice, found: Antecedent | undefined) => void

function resolveOnce(
  story: Placed,
  weights: AntecedentWeights,
  { genders, speakers }: Known,
  chosen: Chosen,
): ReadonlyMap<number, Chain> {
  const { text, mentions, quotes, sources, words, places, forms } = story
  const chainOf = new Map<number, Chain>()
  const isAsker = (word: number) => asksHere(words, word)
  const isObject = (word: number, mention: number) => isObjectOf(words, word, endOf(mention))
  const learn = (enough: number) =>
    learnGenders(mentions, forms, places, chainOf, enough, isAsker, isObject)
  const named = linkNames({ text, words, mentions, chainOf }, () => learn(2))
  const open = linkLabels(story, sources, named, chainOf)
  learn(1)
  for (const chain of named) know(chain, Math.min(...chain.mentions.keys()))
  const lead = named
    .filter(({ type }) => type === 'person')
    .reduce<Chain | undefined>((a, b) => (a === undefined || b.names > a.names ? b : a), undefined)
  const sourceOf = new Map<number, number>()
  sources.forEach((heads, quote) => {
    for (const head of heads) sourceOf.set(head, quote)
  })

  const trail: Step[] = []
  const sameWords = new Map<string, Chain>()
  let sentence = -1
  let lastSpeaker: Chain | undefined
  const lastOf = new Map<string, Chain>()
  mentions.forEach((mention, index) => {
    const place = places[index]!
    if (!chainOf.has(index) && !open.has(index)) {
      if (mention.form === 'description') linkDescription(index, place)
      else if (mention.form === 'pronoun') linkPronoun(index, place)
    }
    const chain = chainOf.get(index)
    if (chain === undefined) return
    const source = sourceOf.has(index)
    if (source) lastSpeaker = chain
    const last = words[wordsOf(words, mention)[1] - 1]
    trail.push({
      ...place,
      chain,
      mention: index,
      subject: source || (place.sentence !== sentence && !place.marked),
      source,
      possessive: last?.possessive === true || forms[index]?.possessive === true,
      asker: isAsker(place.word),
    })
    if (!place.marked) sentence = place.sentence
  })

  /** Index of a mention's last word. */
  function endOf(mention: number): number {
    return wordsOf(words, mentions[mention]!)[1] - 1
  }

  function know(chain: Chain, first: number): void {
    const gender = genders.get(first)
    if (gender !== undefined) chain.gender ??= { value: gender, basis: 'pronoun' }
  }

  function linkDescription(index: number, place: Place): void {
    const mention = mentions[index]!
    const described = describe(words, ...wordsOf(words, mention))
    const named = appositionOf(index)
    const found =
      named !== undefined
        ? { chain: named, sure: 0.9 }
        : (findDescribed(described, mention.type, place, trail) ??
          again(described.key, described.definite || described.plural) ??
          spokeBefore(index, described.noun, place))
    const chain =
      found?.chain ??
      newChain(mention.type, text.slice(mention.start, mention.end), undefined, described.plural)
    if (found === undefined) know(chain, index)
    const [, to] = wordsOf(words, mention)
    // “his bank” is no bank of its own
    const borrowed = described.possessive && mention.type === 'organisation'
    if (
      !borrowed &&
      (named === undefined || (nounType(described.noun) ?? mention).type === 'person')
    ) {
      chain.roles.add(described.noun)
      if (described.compound !== undefined) chain.roles.add(described.compound)
    }
    if (named !== undefined) chain.called.add(described.noun)
    if (mention.type === 'person') for (const body of described.bodies) chain.bodies.add(body)
    const age = /^(\d+)-year-old$/.exec(described.noun)?.[1]
    if (age !== undefined) chain.ages.add(age)
    if (words[to]?.text === ',' && /^\d{1,3}$/.test(words[to + 1]?.text ?? ''))
      chain.ages.add(words[to + 1]!.text)
    chain.gender ??= described.plural ? undefined : genderOf(described.noun, false)
    join(chain, index, found?.sure ?? 0.8, chainOf)
    if (!sameWords.has(described.key)) sameWords.set(described.key, chain)
  }

  /** “Dorn said so. “Never,” said the drummer.”: who spoke last in the paragraph, where nobody else is called that. */
  function spokeBefore(index: number, noun: string, place: Place) {
    const quote = sourceOf.get(index)
    if (quote === undefined || quotes[quote]!.kind === 'indirect' || !EPITHETS.has(noun))
      return undefined
    if (lastSpeaker?.type !== 'person') return undefined
    const spoke = trail.some(
      step => step.source && step.chain === lastSpeaker && step.paragraph === place.paragraph,
    )
    return spoke && lastSpeaker.names > 0 ? { chain: lastSpeaker, sure: 0.6 } : undefined
  }

  function again(key: string, may: boolean) {
    const chain = may ? sameWords.get(key) : undefined
    return chain === undefined ? undefined : { chain, sure: 0.75 }
  }

  /** “Anna Lund, the director”, “the director, Anna Lund”, “Anna Lund is a director”: the chain of the name. */
  function appositionOf(index: number): Chain | undefined {
    const mention = mentions[index]!
    if (mention.type === 'other') return undefined
    const behind = [index + 1, index + 2, index + 3]
    const before = [index - 1, index - 2]
    // “Anna Lund, her daughter Ida and …”: a relative's own name comes first
    const [first, last] = wordsOf(words, mention)
    const { lower } = words[first]!
    const near = lower === 'whose' || PRONOUNS[lower]?.possessive === true
    for (const other of near ? [...behind, ...before] : [...before, ...behind]) {
      const name = mentions[other]
      const chain = chainOf.get(other)
      if (name?.form !== 'name' || chain?.type !== mention.type) continue
      // “A third defendant, Lund's cousin,”
      if (other > index && /^['’]s?\b/.test(text.slice(name.end, name.end + 3))) continue
      if (mention.type !== 'person') {
        const [one, two] = other < index ? [name, mention] : [mention, name]
        if (isThingBeside(one, two, other > index)) return chain
        continue
      }
      const between =
        other < index ? text.slice(name.end, mention.start) : text.slice(mention.end, name.start)
      // “the youngest of five daughters of a clerk, Albert”: the name is the clerk's
      if (other > index && isOfAnother(words, { from: first, to: last })) continue
      const nearer = other > index + 1 && mentions[other - 1]!.form === 'description'
      const isNearer =
        nearer &&
        mentions[other - 1]!.start >= mention.end &&
        /^(?:person|group)$/.test(mentions[other - 1]!.type) &&
        text.slice(mentions[other - 1]!.end, name.start) === ', '
      if (!isNearer && (other < index ? BESIDE.test(between) : BEFORE.test(between))) return chain
      // “her husband, the dealer Bo Dore”
      const kin = /(?<!\p{L})\p{L}+$/u.exec(text.slice(mention.start, mention.end))?.[0] ?? ''
      if (other > index && Object.hasOwn(KINSHIP, kin) && KIN_TRADE.test(between)) return chain
      // “One patient, the retired headmistress Joyce Arlen, 79, said”
      const trade = /^, (?:the|an?) (?:[\p{Ll}-]+ ){0,3}([\p{Ll}-]+) $/u.exec(between)?.[1]
      if (
        other > index &&
        trade !== undefined &&
        (isPersonNoun(trade) ||
          ROLE_NOUNS.has(trade) ||
          /(?:er|or|ist|ian|ess|man|woman)$/.test(trade)) &&
        /^, (?:\d|who\b|said\b|told\b|[\p{Ll}]+ed\b)/u.test(text.slice(name.end, name.end + 12))
      )
        return chain
    }
    return undefined
  }

  /** “Brell, the company,” “her opera, The Salt Tax,” “the charity Second Wind”; not “the club, Brell and Orm”. */
  function isThingBeside(one: Span, two: Span, nameLast: boolean): boolean {
    const between = text.slice(one.end, two.start)
    if (nameLast && /^ (?:[Tt]he )?$/.test(between)) return true
    return (
      /^, (?:[Tt]he )?$/.test(between) &&
      (!nameLast || /^["”’']?[,.;:]/.test(text.slice(two.end, two.end + 2)))
    )
  }

  function linkPronoun(index: number, place: Place): void {
    const form = forms[index]
    if (form === undefined || form.person !== 3) return
    const found = form.relative
      ? nounBefore(index)
      : (ownerBefore(index, form) ?? antecedentOf(index, form, place))
    if (found === undefined) return
    if (form.gender !== undefined) {
      // within a quote “her” may be anyone
      if (!place.marked && genders.size > 0)
        found.chain.gender ??= { value: form.gender, basis: 'pronoun' }
      if (found.chain.type === 'other') found.chain.type = 'person'
    }
    join(found.chain, index, found.sure, chainOf)
  }

  function antecedentOf(index: number, form: PronounForm, place: Place) {
    const choice: Choice = {
      form,
      place,
      candidates: withoutAsides(
        findCandidates(form, place, trail, excludedFor(index, place)),
        form,
        place,
        lead,
      ),
      context: {
        lead,
        speaker: lastSpeaker,
        before: lastOf.get(alike(form)),
        source: sourceOf.has(index),
        first: place.sentence !== sentence,
      },
    }
    const found = findAntecedent(choice, weights)
    chosen(index, choice, found)
    if (found !== undefined) lastOf.set(alike(form), found.chain)
    return found
  }

  /** “Gus Harkin and his wife”, “Vale, 38, and her husband”: who is named just before “and”. */
  function ownerBefore(index: number, form: PronounForm) {
    if (!form.possessive || form.gender === undefined) return undefined
    const before = trail.findLast(step => step.mention < index && step.word < places[index]!.word)
    if (before === undefined || before.chain.type !== 'person' || before.chain.plural)
      return undefined
    const { end } = mentions[before.mention]!
    return /^(?:,? \d{1,3},)? and $/.test(text.slice(end, mentions[index]!.start)) &&
      agrees(before.chain, form.gender)
      ? { chain: before.chain, sure: 0.85 }
      : undefined
  }

  /** “…, who said”: what ends just before. */
  function nounBefore(index: number) {
    const { start } = mentions[index]!
    for (let other = index - 1; other >= Math.max(0, index - 6); other--) {
      const chain = chainOf.get(other)
      if (chain !== undefined && /^[\s,]*$/.test(text.slice(mentions[other]!.end, start)))
        return { chain, sure: 0.85 }
    }
    const step = trail.at(-1)
    return step !== undefined && step.sentence === places[index]!.sentence
      ? { chain: step.chain, sure: 0.5 }
      : undefined
  }

  /** Within its own words a speaker is “I”; the one spoken to is not the one who speaks. */
  function excludedFor(index: number, place: Place): Set<Chain> {
    const excluded = new Set<Chain>()
    // “his” in “his deputy” is not the deputy
    const holder = trail.at(-1)
    if (holder?.word === place.word) excluded.add(holder.chain)
    else if (holder !== undefined && isObject(place.word, holder.mention))
      excluded.add(holder.chain)
    if (place.marked && place.quote >= 0) {
      for (const head of [...(sources[place.quote] ?? []), ...(speakers[place.quote] ?? [])]) {
        const chain = chainOf.get(head)
        if (chain !== undefined) excluded.add(chain)
      }
    }
    const quote = sourceOf.get(index)
    if (quote !== undefined) {
      const question = questionBefore(words, place.word)
      for (let k = trail.length - 1; question !== undefined && trail[k]!.word >= question; k--)
        if (mentions[trail[k]!.mention]!.form !== 'pronoun') excluded.add(trail[k]!.chain)
      // “Shakespeare wrote five acts,” she said: hardly one whom she calls by name
      for (let k = trail.length - 1; k >= 0 && place.paragraph - trail[k]!.paragraph <= 1; k--) {
        const { chain, marked, mention } = trail[k]!
        const { form, start, end } = mentions[mention]!
        const isNamed = marked && form === 'name' && chain.type === 'person'
        if (isNamed && quotes[quote]!.content.some(c => c.start <= start && end <= c.end))
          excluded.add(chain)
      }
      // “I am a mother,” she said: nobody whom her own words bring in
      for (let k = trail.length - 1; k >= 0 && trail[k]!.quote === quote && trail[k]!.marked; k--) {
        const { chain } = trail[k]!
        if (chain.names === 0 && places[Math.min(...chain.mentions.keys())]!.quote === quote)
          excluded.add(chain)
      }
      for (const inside of [index + 1, index + 2]) {
        const chain = chainOf.get(inside)
        if (
          chain !== undefined &&
          places[inside]!.quote < 0 &&
          places[inside]!.word - place.word <= 3
        )
          excluded.add(chain)
      }
    }
    return excluded
  }

  linkLeads(story, chainOf)

  /** “Lund: I never said so.”: the cue is a sign. */
  const isTurn = (cue: readonly Span[]) =>
    cue.length > 0 && cue.every(({ start, end }) => !/\p{L}/u.test(text.slice(start, end)))

  const firstOf: number[] = []
  for (const { continues } of quotes)
    firstOf.push(continues === undefined ? firstOf.length : (firstOf[continues] ?? firstOf.length))
  mentions.forEach((_, index) => {
    if (forms[index]?.person !== 1 || forms[index]!.plural || chainOf.has(index)) return
    const { quote, marked } = places[index]!
    if (quote < 0 || !(marked || quotes[quote]!.kind !== 'indirect' || isTurn(quotes[quote]!.cue)))
      return
    const said = sources[firstOf[quote]!] ?? []
    const chain = said.length === 1 ? chainOf.get(said[0]!) : undefined
    if (chain !== undefined) join(chain, index, 0.8 * (chain.mentions.get(said[0]!) ?? 0), chainOf)
  })

  linkInterview(story, forms, places, named, chainOf)
  linkNarrator(story, forms, places, chainOf)
  return chainOf
}

/** Between a relative and the name: “her husband, the conductor Sir Basil Thorne”. */
const KIN_TRADE = /^, the (?:[\p{Ll}-]+ ){1,3}(?:(?:Sir|Dame|Lord|Lady|Dr|Prof|Mr|Ms|Mrs)\.? )?$/u

/** Between a name and what it is said to be. */
const BESIDE = /^(?:, (?:\d{1,3}, )?| (?:is|was|became|remains) (?:now |also |still |once )?)$/

/** Between what somebody is and the name: “the actress and activist Anna Lund”, “the head of sales at Brell, Anna Lund”. */
const BEFORE =
  /^(?:, (?:(?:\p{Lu}\p{Ll}*\.? ){1,3})|(?:,| and(?: former)? [\p{Ll}-]{4,})? (?:(?:Sir|Dame|Dr|Prof)\.? )?| (?:of|at|for) [^,.;:]{2,40}, (?:the [\p{Ll}-]+ )?)$/u

/** he, him and his are one; so are it and its. */
const alike = (form: PronounForm) => form.gender ?? kindOf(form)

function formOf(surface: string): PronounForm | undefined {
  const lower = surface.toLowerCase()
  return Object.hasOwn(PRONOUNS, lower)
    ? PRONOUNS[lower]
    : Object.hasOwn(RELATIVES, lower)
      ? RELATIVES[lower]
      : undefined
}
