import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains } from '../../../src/span.js'
import { findFacts } from '../../../src/stages/facts/index.js'
import { FACT_TYPES } from '../../../src/stages/facts/types.js'
import { forAll } from '../../seed.js'
import { storyOf } from './facts.js'

const piece = fc.constantFrom(
  '{n1 Ada Fenn}',
  '{n2 Jo Marsh}',
  '{n3:organisation Beacon}',
  '{n4:place Orm}',
  '{n5:event the gala}',
  '{n6:work Night Train}',
  '{p1 she}',
  '{p1 her}',
  '{d2 the director}',
  '{d2 {p1 her} husband}',
  '{v:age 61}',
  '{v:date Friday}',
  '{v:money £2m}',
  '{q “No one left,”}',
  '{q “{n2 Jo Marsh} married {n1 Ada Fenn} in {n4:place Orm},”}',
  ...'who whose which and of in at by , , . ( ) as was were has been not if president wife sons founded bought sold married died born charged with elected appointed named left won directed attended hosted held released based respectively for £'.split(
    ' ',
  ),
)
const marked = fc.array(piece, { minLength: 1, maxLength: 40 }).map(pieces => pieces.join(' '))

describe('whatever the text', () => {
  it('evidence lies in the text, arguments exist, and a claim’s quote holds its evidence', () =>
    forAll(marked, 400, text => {
      const story = storyOf(text)
      const { facts, settings } = findFacts(story)
      expect(settings.length).toBe(story.quotes.length)
      let before = 0
      for (const { type, args, evidence, saidBy, confidence } of facts) {
        expect(FACT_TYPES).toContain(type)
        expect(Object.keys(args).length).toBeGreaterThan(0)
        expect(confidence > 0 && confidence <= 1).toBe(true)
        expect(evidence.length).toBeGreaterThan(0)
        for (const { start, end } of evidence) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(story.text.length)
        }
        before = evidence[0]!.start
        for (const argument of Object.values(args)) {
          if ('entity' in argument) expect(story.entities[argument.entity]).toBeDefined()
          else if ('value' in argument) expect(story.values[argument.value]).toBeDefined()
          else expect(story.text).toContain(argument.text.split(' ')[0])
        }
        if (saidBy === undefined) continue
        const { content } = story.quotes[saidBy]!
        expect(content.some(span => contains(span, evidence[0]!))).toBe(true)
      }
      expect(findFacts(story)).toEqual({ facts, settings })
    }))

  it('a sentence as long as a book is read to its end', () => {
    const story = storyOf(
      `${'{n1 Ada Fenn}, who and, {v:age 61}, of {n2 Jo Marsh} was '.repeat(2000)}{n1 Ada Fenn} died.`,
    )
    expect(findFacts(story).facts.map(({ type }) => type)).toContain('died')
  }, 20_000)
})
