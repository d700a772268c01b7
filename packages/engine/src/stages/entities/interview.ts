import type { PronounForm } from '../../lexicon/en/pronouns.js'
import type { Span } from '../../span.js'
import { type Chain, join } from './chains.js'
import type { Place } from './trail.js'
import type { Mention } from './types.js'

interface InterviewStory {
  readonly text: string
  readonly paragraphs: readonly Span[]
  readonly mentions: readonly Mention[]
}

const ENOUGH = 2
const LONGEST_QUESTION = 500
const SURE = 0.6

/**
 * An interview printed without labels: questions to “you” in paragraphs of their own, with answers below that say “I”.
 * In its answers “I” is the one who is interviewed, in its questions “you” is: the person whom the story has named most
 * before the first question. `Why did you leave?` / `I was tired.` twice is one; a story with one question is not.
 */
export function linkInterview(
  { text, paragraphs, mentions }: InterviewStory,
  forms: readonly (PronounForm | undefined)[],
  places: readonly Place[],
  chains: readonly Chain[],
  chainOf: Map<number, Chain>,
): void {
  const paragraphsWith = (person: 1 | 2) =>
    new Set(
      forms.flatMap((form, index) =>
        form?.person === person && !form.plural && !places[index]!.marked
          ? [places[index]!.paragraph]
          : [],
      ),
    )
  const addressed = paragraphsWith(2)
  const questions = new Set(
    [...addressed].filter(paragraph => {
      const { start, end } = paragraphs[paragraph]!
      return end - start <= LONGEST_QUESTION && /\?["”’')\]]?\s*$/.test(text.slice(end - 4, end))
    }),
  )
  const first = Math.min(...questions)
  const answers = [...paragraphsWith(1)].filter(at => at > first && !questions.has(at))
  if (questions.size < ENOUGH || answers.length < ENOUGH) return
  const isBefore = (index: number) =>
    mentions[index]!.form === 'name' && places[index]!.paragraph < first
  const guest = mostNamed(chains, isBefore)
  if (guest === undefined) return
  forms.forEach((form, index) => {
    const { paragraph, marked } = places[index]!
    if (form === undefined || form.plural || marked || paragraph < first || chainOf.has(index))
      return
    if (form.person === (questions.has(paragraph) ? 2 : 1)) join(guest, index, SURE, chainOf)
  })
}

/** The person named most before the first question; nobody where two are named as often. */
function mostNamed(
  chains: readonly Chain[],
  isBefore: (mention: number) => boolean,
): Chain | undefined {
  const counts = chains
    .filter(({ type }) => type === 'person')
    .map(chain => ({ chain, count: [...chain.mentions.keys()].filter(isBefore).length }))
    .sort((a, b) => b.count - a.count)
  const [best, second] = counts
  return best === undefined || best.count === 0 || best.count === second?.count
    ? undefined
    : best.chain
}
