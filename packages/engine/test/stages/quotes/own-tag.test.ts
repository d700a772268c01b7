import { describe, expect, it } from 'vitest'
import { byOwnTags, ownTag } from '../../../src/stages/quotes/own-tag.js'
import { parseMarked } from '../../mark.js'

describe('who said words in marks, by the words behind them', () => {
  it.each([
    ['<c>“No,”</c> Penn Jr. replied.', 'Penn Jr.', 'replied'],
    ['<c>“No,”</c> said the clerk.', 'the clerk', 'said'],
    ['<c>“No,”</c> he said.', 'he', 'said'],
    ['<c>“Why?”</c> asked Ida Lund.', 'Ida Lund', 'asked'],
    ['<c>“Why?”</c> Lund asked softly.', 'Lund', 'asked'],
    ['<c>“No —”</c> said Lund, and left.', 'Lund', 'said'],
  ])('%s', (marked, source, cue) => {
    const { text, spans } = parseMarked(marked)
    const tag = ownTag(text, spans.c![0]!.end)!
    expect(text.slice(tag.source.start, tag.source.end)).toBe(source)
    expect(text.slice(tag.cue.start, tag.cue.end)).toBe(cue)
  })

  it.each([
    ['the next sentence', '<c>“I did nothing.”</c> Penn said: “Nor did I.”'],
    ['the next sentence behind a question', '<c>“Why?”</c> Penn said he did not know.'],
    ['what is announced', '<c>“No,”</c> Penn said: “Never.”'],
    ['another verb', '<c>“No,”</c> Penn sang.'],
    ['the end', '<c>“No,”</c>'],
  ])('none: %s', (_, marked) => {
    const { text, spans } = parseMarked(marked)
    expect(ownTag(text, spans.c![0]!.end)).toBeUndefined()
  })
})

describe('a draft of several pieces in marks', () => {
  const split = (marked: string) => {
    const { text, spans } = parseMarked(marked)
    const draft = { content: spans.c!, cue: spans.q ?? [], source: spans.s ?? [] }
    return byOwnTags(text, draft, () => true).map(({ content, source }) => [
      content.map(({ start, end }) => text.slice(start, end)).join(' … '),
      source.map(({ start, end }) => text.slice(start, end)).join(),
    ])
  }
  it('gives each to whom the words behind it name', () =>
    expect(split('<c>“Well?”</c> <s>Ilves</s> <q>asked</q>. <c>“No,”</c> Penn replied.')).toEqual([
      ['“Well?”', 'Ilves'],
      ['“No,”', 'Penn'],
    ]))
  it('stays whole where the tag is its own', () =>
    expect(split('<c>“No,”</c> <s>Lund</s> <q>said</q>, <c>“never.”</c>')).toEqual([
      ['“No,” … “never.”', 'Lund'],
    ]))
  it('takes the source behind it where it has none', () =>
    expect(split('<c>“No,”</c> Lund replied.')).toEqual([['“No,”', 'Lund']]))
})
