import { stage } from '../../stage.js'
import type { Fact, Setting } from './types.js'

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
    facts: [],
    settings: story.quotes.map(() => ({})),
  }),
})
