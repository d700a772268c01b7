import { describe, expect, it } from 'vitest'
import { isAddressee } from '../../../src/stages/quotes/addressee.js'
import { parseMarked } from '../../mark.js'

describe('whom something was said to is no quote', () => {
  it.each([
    ['<c>Reyes</c> <q>was told</q>.', true],
    ['<c>The two sisters</c> <q>had been warned</q> twice.', true],
    ['<c>The case was closed,</c> <s>Reyes</s> <q>was told</q>.', false],
    ['<c>It was a fine day for all of them</c> <q>was told</q>.', false],
    ['<c>“No”</c> <q>was told</q>.', false],
    ['<c>Reyes</c> <q>said</q>.', false],
  ])('%s', (marked, is) => {
    const { text, spans } = parseMarked(marked)
    expect(
      isAddressee(text, { content: spans.c ?? [], cue: spans.q ?? [], source: spans.s ?? [] }),
    ).toBe(is)
  })
})
