import { describe, expect, it } from 'vitest'
import { oddMarks } from '../../../src/stages/findings/odd-mark.js'
import { build, shown } from './story.js'

describe('a quotation mark without a partner', () => {
  it.each([
    ['opens', 'He said: "We will go.\n\nThen he left.', 'opens and nothing closes it'],
    ['closes', 'We will go," he said.\n\nThen he left.', 'closes and nothing opens it'],
  ])('%s', (_, text, words) =>
    expect(shown(oddMarks, build(text))).toEqual([
      `warning: This quotation mark ${words} in its paragraph. ["]`,
    ]),
  )

  it.each([
    [
      'an extract',
      'It reads:\n\n"Anna was tired.\n\n“I am tired,” she said, and left."\n\nSo it ends.',
    ],
    ['a tag', 'They agreed. <post by=" that homes are few" date="14 March"/> It rained.'],
  ])('not: %s', (_, text) => expect(shown(oddMarks, build(text))).toEqual([]))
})
