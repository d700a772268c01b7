import type { PronounForm } from '../../lexicon/en/pronouns.js'
import type { Antecedent, Choice } from './antecedents.js'
import type { Chain } from './chains.js'
import type { Place } from './trail.js'
import type { Mention } from './types.js'

const NEAR_SENTENCES = 1
const MAX_STEPS = 24

/**
 * Learns genders from the pronouns that can only mean one person: nobody else is named in their
 * sentence or the one before, nobody else was called so before that, and it is not the object of what that one does. `enough` is how many such pronouns it takes. Within a quote one counts for half: there “he” may be anyone.
 */
export function learnGenders(
  mentions: readonly Mention[],
  forms: readonly (PronounForm | undefined)[],
  places: readonly Place[],
  chainOf: ReadonlyMap<number, Chain>,
  enough: number,
  isAsker: (word: number) => boolean,
  /** Is the pronoun that is a word the object of what a mention does? */
  isObject: (word: number, mention: number) => boolean,
): void {
  const votes = new Map<Chain, { female: number; male: number }>()
  const recent: { chain: Chain; place: Place; mention: number }[] = []
  const pronouns = { female: [] as Place[], male: [] as Place[] }
  mentions.forEach((_, index) => {
    const place = places[index]!
    const chain = chainOf.get(index)
    if (chain?.type === 'person') recent.push({ chain, place, mention: index })
    const gender = forms[index]?.gender
    if (gender === undefined || chain !== undefined) return
    pronouns[gender].push(place)
    let first = place
    const near = new Set<Chain>()
    for (let i = recent.length - 1; i >= Math.max(0, recent.length - MAX_STEPS); i--) {
      const other = recent[i]!
      if (
        place.sentence - other.place.sentence > NEAR_SENTENCES ||
        other.place.paragraph !== place.paragraph ||
        near.size > 1
      )
        break
      near.add(other.chain)
      first = other.place
    }
    if (near.size !== 1) return
    const [only] = near
    if (isAsker(recent.at(-1)!.place.word)) return
    const last = recent.at(-1)!
    if (isObject(place.word, last.mention) || isSpokenOf(pronouns[gender], first)) return
    const vote = votes.get(only!) ?? { female: 0, male: 0 }
    vote[gender] += place.quote >= 0 ? 1 : 2
    votes.set(only!, vote)
  })
  for (const [chain, { female, male }] of votes) {
    if (female >= 3 * male + 2 * enough) chain.gender ??= { value: 'female', basis: 'pronoun' }
    else if (male >= 3 * female + 2 * enough) chain.gender ??= { value: 'male', basis: 'pronoun' }
  }
}

/** “Her album … a break-up from Idris Colm, an operation on her throat”: someone else was “she” before he was named. */
function isSpokenOf(pronouns: readonly Place[], first: Place): boolean {
  for (let i = pronouns.length - 1; i >= Math.max(0, pronouns.length - MAX_STEPS); i--) {
    const { paragraph, sentence, word } = pronouns[i]!
    if (paragraph !== first.paragraph || sentence < first.sentence - NEAR_SENTENCES) return false
    if (word < first.word) return true
  }
  return false
}

/** What the pronouns of a first reading say of whom they stood for, each counted by how sure it was. */
export class GenderVotes {
  private readonly votes = new Map<Chain, { female: number; male: number }>()

  add(_: number, { form, place }: Choice, found: Antecedent | undefined): void {
    if (form.gender === undefined || found === undefined) return
    const vote = this.votes.get(found.chain) ?? { female: 0, male: 0 }
    vote[form.gender] += place.marked ? found.sure / 2 : found.sure
    this.votes.set(found.chain, vote)
  }

  /** The gender of those of whom the pronouns agree well enough, by the index of their first mention. */
  decided(): ReadonlyMap<number, 'female' | 'male'> {
    const decided = new Map<number, 'female' | 'male'>()
    for (const [{ mentions }, { female, male }] of this.votes) {
      const first = Math.min(...mentions.keys())
      if (female > 2 * male + ENOUGH) decided.set(first, 'female')
      else if (male > 2 * female + ENOUGH) decided.set(first, 'male')
    }
    return decided
  }
}

const ENOUGH = 0.5
