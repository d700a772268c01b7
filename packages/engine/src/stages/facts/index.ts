import { stage } from '../../stage.js'
import { toFacts } from './draft.js'
import { findContext } from './ground/context.js'
import type { FactStory } from './ground/units.js'
import { RULES } from './rules/index.js'
import { findSettings } from './settings.js'
import type { Fact, Setting } from './types.js'

/** What a story states, in the order of its words; and where, when and to whom its quotes were said. */
export function findFacts(story: FactStory): {
  facts: readonly Fact[]
  settings: readonly Setting[]
} {
  if (story.entities.length === 0) return { facts: [], settings: story.quotes.map(() => ({})) }
  const context = findContext(story)
  const drafts = RULES.flatMap(rule => rule(context))
  return { facts: toFacts(context.ground, drafts), settings: findSettings(context) }
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
  read: findFacts,
})
