import { describe, expect, it } from 'vitest'
import { isRuling } from '../../../src/stages/quotes/ruling.js'
import { parseMarked } from '../../mark.js'

describe('a ruling is no quote', () => {
  it.each([
    ['<s>Judge</s> <q>rejects</q> <c>Penn’s plea</c>', true],
    ['<s>The High Court</s> <q>dismissed</q> <c>an appeal by Brell</c>.', true],
    ['<s>Magistrates in Orm</s> <q>have granted</q> <c>the licence application</c>.', true],
    ['<s>The judge</s> <q>rejected</q> <c>a request to unseal the file</c>.', false],
    ['<s>The judge</s> <q>rejected</q> <c>the claim that he had lied</c>.', false],
    ['<s>The judge</s> <q>rejected</q> <c>the “wild” claim</c>.', false],
    ['<s>Lund</s> <q>rejected</q> <c>the claim</c>.', false],
    ['<s>The judge</s> <q>made</q> <c>a plea</c>.', false],
  ])('%s', (marked, is) => {
    const { text, spans } = parseMarked(marked)
    expect(
      isRuling(text, { content: spans.c ?? [], cue: spans.q ?? [], source: spans.s ?? [] }),
    ).toBe(is)
  })
})
