import { describe, expect, it } from 'vitest'
import { findFacts } from '../../../src/stages/facts/index.js'
import type { Quote } from '../../../src/stages/quotes/types.js'
import { factsOf, lineOf, storyOf } from './facts.js'

describe('whose claim a fact is', () => {
  it('within a quote it is its speaker’s, and the innermost quote’s', () => {
    const story = storyOf(
      '{q “{p1 I} heard {q “{n2 Jo Marsh} married {n3 Mo Dunn}”} there,”} {n1 Ada Fenn} said.',
    )
    const [fact] = findFacts(story).facts
    expect(fact && lineOf(story, fact)).toBe('married subject=Jo Marsh object=Mo Dunn by=q2')
  })

  it('outside of the content it is the story’s', () =>
    expect(factsOf('role', '{q “No,”} the actor {n1 Jo Marsh} said.')).toEqual([
      'subject=Jo Marsh title=actor',
    ]))

  it('an indirect quote of nobody makes no claim', () => {
    const story = storyOf('{q the actor {n1 Jo Marsh} came}.')
    const quotes = story.quotes.map((quote): Quote => ({ ...quote, kind: 'indirect' }))
    expect(findFacts({ ...story, quotes }).facts.map(fact => fact.saidBy)).toEqual([undefined])
  })
})
