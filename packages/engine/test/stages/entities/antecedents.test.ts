import { describe, expect, it } from 'vitest'
import { PRONOUNS } from '../../../src/lexicon/en/pronouns.js'
import type { AntecedentWeights } from '../../../src/models/runtime.js'
import { FEATURES, featuresOf } from '../../../src/stages/entities/antecedent-features.js'
import {
  type Choice,
  findAntecedent,
  findCandidates,
} from '../../../src/stages/entities/antecedents.js'
import { type Chain, newChain } from '../../../src/stages/entities/chains.js'
import { GenderVotes } from '../../../src/stages/entities/genders.js'
import { parseName } from '../../../src/stages/entities/name-parts.js'
import type { Place, Step } from '../../../src/stages/entities/trail.js'

const place = (sentence: number, more: Partial<Place> = {}): Place => ({
  word: sentence * 10,
  sentence,
  paragraph: 0,
  quote: -1,
  marked: false,
  ...more,
})

const person = (name: string, gender?: 'female' | 'male'): Chain => {
  const chain = newChain('person', name, parseName(name))
  chain.names = 1
  if (gender !== undefined) chain.gender = { value: gender, basis: 'title' }
  return chain
}

const step = (chain: Chain, sentence: number, more: Partial<Step> = {}): Step => ({
  ...place(sentence),
  chain,
  mention: sentence,
  subject: false,
  source: false,
  possessive: false,
  asker: false,
  ...more,
})

/** Weights that care for some features only. */
const weights = (of: Readonly<Record<string, number>>, nobody = 0): AntecedentWeights => {
  const kind = { features: FEATURES.map(name => of[name] ?? 0), nobody }
  return { person: kind, thing: kind, plural: kind }
}

const choose = (
  pronoun: string,
  trail: readonly Step[],
  w: AntecedentWeights,
  excluded: ReadonlySet<Chain> = new Set(),
) => {
  const form = PRONOUNS[pronoun]!
  const choice: Choice = {
    form,
    place: place(3),
    candidates: findCandidates(form, place(3), trail, excluded),
    context: {
      lead: undefined,
      speaker: undefined,
      before: undefined,
      source: false,
      first: false,
    },
  }
  return { choice, found: findAntecedent(choice, w) }
}

const anna = person('Anna Lund', 'female')
const ida = person('Ida Holm')
const bo = person('Bo Dore', 'male')
const firm = newChain('organisation', 'Hallin Motors', parseName('Hallin Motors'))

describe('a pronoun', () => {
  it('has as candidates who and what agrees with it, the latest first', () => {
    const trail = [step(anna, 0), step(bo, 1), step(firm, 1), step(ida, 2)]
    const names = (pronoun: string) =>
      choose(pronoun, trail, weights({})).choice.candidates.map(({ chain }) => chain.text)
    expect(names('she')).toEqual(['Ida Holm', 'Anna Lund'])
    expect(names('he')).toEqual(['Ida Holm', 'Bo Dore'])
    expect(names('it')).toEqual(['Hallin Motors'])
  })

  it('has no candidate that is excluded, or too far back', () => {
    const far = { ...step(bo, 1), paragraph: -9 }
    expect(
      choose('she', [far, step(anna, 2)], weights({}), new Set([anna])).choice.candidates,
    ).toEqual([])
  })

  it('stands for the one that its weights speak for, as surely as these say', () => {
    const trail = [step(anna, 0), step(ida, 2)]
    const latest = choose('she', trail, weights({ latest: 2 })).found!
    expect(latest.chain).toBe(ida)
    expect(latest.sure).toBeCloseTo(Math.exp(2) / (Math.exp(2) + 2), 5)
    expect(choose('she', trail, weights({ 'gender known': 2 })).found!.chain).toBe(anna)
  })

  it('stands for nobody where nobody is likelier, and where nobody agrees', () => {
    expect(choose('she', [step(anna, 2)], weights({}, 3)).found).toBeUndefined()
    expect(choose('she', [step(bo, 2)], weights({ latest: 9 })).found).toBeUndefined()
  })

  it('gives a number for every feature', () => {
    const { choice } = choose('she', [step(anna, 2, { subject: true })], weights({}))
    const found = featuresOf(choice.form, choice.place, choice.candidates[0]!, choice.context)
    expect(found).toHaveLength(FEATURES.length)
    expect(found.every(Number.isFinite)).toBe(true)
  })
})

describe('what pronouns say of gender', () => {
  const vote = (votes: readonly (readonly [pronoun: string, sure: number])[]) => {
    const chain = person('Kim Dore')
    chain.mentions.set(4, 1)
    const counted = new GenderVotes()
    for (const [pronoun, sure] of votes) {
      const { choice } = choose(pronoun, [], weights({}))
      counted.add(0, choice, { chain, sure })
    }
    return counted.decided().get(4)
  }

  it.each([
    ['sure ones agree', [['she', 0.9]], 'female'],
    [
      'most agree',
      [
        ['he', 0.9],
        ['him', 0.8],
        ['she', 0.3],
      ],
      'male',
    ],
    [
      'they disagree',
      [
        ['he', 0.9],
        ['she', 0.8],
      ],
      undefined,
    ],
    ['the only one is unsure', [['she', 0.4]], undefined],
    ['they tell none', [['they', 0.9]], undefined],
  ] as const)('%s', (_, votes, gender) => expect(vote(votes)).toBe(gender))
})
