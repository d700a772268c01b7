import { stage } from '../../stage.js'
import { toFacts } from './draft.js'
import { findContext } from './ground/context.js'
import type { FactStory } from './ground/units.js'
import { RULES } from './rules/index.js'
import type { Fact, Setting } from './types.js'

/** What a story states, in the order of its words. */
export function findFacts(story: FactStory): Fact[] {
  if (story.entities.length === 0) return []
  const context = findContext(story)
  return toFacts(
    context.ground,
    RULES.flatMap(rule => rule(context)),
  )
}

/** What the story states, and where, when and to whom its quotes were said. */
export const facts = stage('facts', {
  needs: [
    'paragraphs',
    'tokens',
    'sentences',
    'marks',
    'quotes',
    'mentions',
    'sources',
    'entities',
    'speakers',
    'values',
  ],
  gives: ['facts', 'settings'],
  read: (story): { facts: readonly Fact[]; settings: readonly Setting[] } => ({
    facts: findFacts(story),
    settings: story.quotes.map(() => ({})),
  }),
})
