import { KINSHIP } from '../../lexicon/en/people.js'
import type { PronounForm } from '../../lexicon/en/pronouns.js'
import type { Candidate } from './antecedent-features.js'
import type { Chain } from './chains.js'
import type { Place } from './trail.js'

/**
 * Whom “she” may stand for, without relatives who were only mentioned in passing, where the person whom the story is about
 * is as near and is a she: “They had a daughter, Frances, before they divorced. She said of him …”.
 *
 * Not: “Her daughter, Frances, left. She …” (Frances is what the sentence is about), “her” (possessive), within marks.
 */
export function withoutAsides(
  candidates: readonly Candidate[],
  form: PronounForm,
  place: Place,
  lead: Chain | undefined,
): readonly Candidate[] {
  const main = candidates.find(({ chain }) => chain === lead)
  if (form.gender === undefined || form.possessive || place.marked) return candidates
  if (main?.plain === undefined || main.chain.gender?.value !== form.gender) return candidates
  if (place.paragraph - main.plain.paragraph > 1) return candidates
  return candidates.filter(
    ({ chain, subjects, last }) =>
      chain === lead ||
      chain.names !== 1 ||
      subjects > 0 ||
      last.source ||
      ![...chain.roles].some(role => Object.hasOwn(KINSHIP, role)),
  )
}
