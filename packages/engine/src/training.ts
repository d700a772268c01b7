/** What training asks of the engine, so that it learns from what reading will see. Not for users. */
import type { Heard } from './models/hear.js'
import type { QuoteConfig } from './models/runtime.js'
import type { Span } from './span.js'
import {
  FEATURES,
  featuresOf,
  kindOf,
  type PronounKind,
} from './stages/entities/antecedent-features.js'
import type { Chain } from './stages/entities/chains.js'
import { findMentions } from './stages/entities/mentions.js'
import { resolve } from './stages/entities/resolve.js'
import { quotes } from './stages/quotes/index.js'
import type { Story } from './story.js'

export { FEATURES }

/** A pronoun's candidates by their features, and which of them are right; none where it stands for none of them. */
export interface TrainingChoice {
  readonly kind: PronounKind
  readonly features: readonly (readonly number[])[]
  readonly right: readonly number[]
}

/** The choices that reading a story comes to, for the pronouns whose entity people have marked. */
export function choicesOf(
  story: Story<'paragraphs' | 'tokens' | 'sentences' | 'marks' | 'blocks' | keyof Heard>,
  config: QuoteConfig,
  gold: readonly (Span & { readonly entity: string })[],
): TrainingChoice[] {
  const withQuotes = { ...story, ...quotes(config).read(story) }
  const mentioned = { ...withQuotes, ...findMentions(withQuotes) }
  const { mentions } = mentioned
  const byStart = new Map<number, (Span & { entity: string })[]>()
  const byEnd = new Map<number, (Span & { entity: string })[]>()
  for (const mention of gold) {
    byStart.set(mention.start, [...(byStart.get(mention.start) ?? []), mention])
    byEnd.set(mention.end, [...(byEnd.get(mention.end) ?? []), mention])
  }
  /** The marked mention of the same words, but for a title or an article in front or a clause behind. */
  const entityOf = (index: number): string | undefined => {
    const { start, end, form } = mentions[index]!
    const length = ({ start, end }: Span) => end - start
    const same = byStart.get(start)?.find(other => other.end === end)
    if (same !== undefined || form === 'pronoun') return same?.entity
    const near = [...(byEnd.get(end) ?? []), ...(byStart.get(start) ?? [])].filter(
      other => length(other) >= end - start && length(other) < 60 + (end - start),
    )
    return near.sort((a, b) => length(a) - length(b))[0]?.entity
  }
  const entityOfChain = (chain: Chain): string | undefined => {
    const votes = new Map<string, number>()
    for (const mention of chain.mentions.keys()) {
      const entity = entityOf(mention)
      const vote = mentions[mention]!.form === 'name' ? 3 : 1
      if (entity !== undefined) votes.set(entity, (votes.get(entity) ?? 0) + vote)
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0]
  }
  const found: TrainingChoice[] = []
  resolve(mentioned, config.antecedents, (mention, { form, place, candidates, context }) => {
    const entity = entityOf(mention)
    if (entity === undefined || candidates.length === 0) return
    const right = candidates.flatMap(({ chain }, k) => (entityOfChain(chain) === entity ? [k] : []))
    const features = candidates.map(one => featuresOf(form, place, one, context))
    found.push({ kind: kindOf(form), features, right })
  })
  return found
}
