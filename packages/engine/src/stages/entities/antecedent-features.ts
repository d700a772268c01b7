import type { PronounForm } from '../../lexicon/en/pronouns.js'
import type { Chain } from './chains.js'
import type { Place, Step } from './trail.js'

/** Someone or something that a pronoun may stand for, as far as the story has spoken of it. */
export interface Candidate {
  readonly chain: Chain
  /** The last time that it was mentioned, and the last time outside quotation marks. */
  readonly last: Step
  readonly plain: Step | undefined
  /** That of its most salient mention. */
  readonly salience: number
  /** Mentions of late, and how many of these were what their sentence is about. */
  readonly count: number
  readonly subjects: number
  /** How many other candidates were mentioned since. */
  readonly rank: number
}

/** What else the features ask of the story so far. */
export interface Context {
  /** The person whom the whole story names most. */
  readonly lead: Chain | undefined
  /** Who spoke last. */
  readonly speaker: Chain | undefined
  /** Whom the last pronoun of this form stood for. */
  readonly before: Chain | undefined
  /** The pronoun is itself a quote's source. */
  readonly source: boolean
  /** It is the first mention of its sentence. */
  readonly first: boolean
}

/** Pronouns that behave alike share their weights. */
export type PronounKind = 'person' | 'thing' | 'plural'

export const kindOf = (form: PronounForm): PronounKind =>
  form.thing ? 'thing' : form.plural ? 'plural' : 'person'

/** The features' names, in the order of {@link featuresOf}; `training/antecedents.py` learns a weight for each. */
export const FEATURES = [
  'salience',
  'same sentence',
  'same sentence, pronoun possessive',
  'same sentence, a few words before',
  'sentence before',
  'two sentences before',
  'three or four before',
  'same paragraph',
  'paragraph before',
  'two paragraphs before',
  'subject',
  'subject of the sentence before, pronoun first',
  'source',
  'possessive',
  'asker',
  'only within marks',
  'both within marks',
  'last speaker',
  'last speaker, pronoun speaks',
  'last of this form',
  'last of this form, same paragraph',
  'latest',
  'second latest',
  'third latest',
  'gender known',
  'kind not known',
  'organisation',
  'group',
  'place',
  'thing',
  'event or work',
  'named',
  'names, log',
  'mentions of late, log',
  'share of subjects',
  'faint',
  'described only',
  'lead',
  'lead, of the paragraph before',
] as const

export function featuresOf(
  form: PronounForm,
  place: Place,
  { chain, last, plain, salience, count, subjects, rank }: Candidate,
  { lead, speaker, before, source, first }: Context,
): number[] {
  const step = plain ?? last
  const sentences = place.sentence - step.sentence
  const paragraphs = place.paragraph - step.paragraph
  const is = (fact: boolean) => (fact ? 1 : 0)
  const again = before === chain
  return [
    salience,
    is(sentences === 0),
    is(sentences === 0 && form.possessive === true),
    is(sentences === 0 && place.word - step.word < 5),
    is(sentences === 1),
    is(sentences === 2),
    is(sentences === 3 || sentences === 4),
    is(paragraphs === 0),
    is(paragraphs === 1),
    is(paragraphs === 2),
    is(step.subject),
    is(step.subject && first && sentences === 1),
    is(step.source),
    is(step.possessive),
    is(step.asker),
    is(plain === undefined && !place.marked),
    is(last.marked && place.marked),
    is(speaker === chain),
    is(speaker === chain && source),
    is(again),
    is(again && paragraphs === 0),
    is(rank === 0),
    is(rank === 1),
    is(rank === 2),
    is(form.gender !== undefined && chain.gender?.value === form.gender),
    is(chain.type === 'other' && chain.names > 0),
    is(chain.type === 'organisation'),
    is(chain.type === 'group'),
    is(chain.type === 'place'),
    is(chain.type === 'other' && chain.names === 0),
    is(chain.type === 'event' || chain.type === 'work'),
    is(chain.names > 0),
    Math.log2(1 + chain.names),
    Math.log2(1 + count),
    subjects / count,
    is(isFaint(chain)),
    is(chain.names === 0 && chain.roles.size > 0),
    is(chain === lead),
    is(chain === lead && paragraphs > 0),
  ]
}

/** Named once, and nothing said of whoever or whatever it is. */
const isFaint = (chain: Chain) =>
  chain.names === 1 && chain.roles.size === 0 && chain.gender === undefined && chain.ages.size === 0
