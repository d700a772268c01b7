import { describe, expect, it } from 'vitest'
import { mixedMarks } from '../../../src/stages/findings/mixed-marks.js'
import { build, shown } from './story.js'

describe('marks of two kinds', () => {
  it.each([
    ['“We will go," said Lund.', '[“We will go,"]'],
    ['”We will go," said Lund.', '[”We will go,"]'],
    ['″We will go," said Lund.', '[″We will go,"]'],
  ])('%s', (text, found) =>
    expect(shown(mixedMarks, build(text))).toEqual([
      `note: This quotation opens with one kind of mark and closes with another. ${found}`,
    ]),
  )

  it('are told once for a story', () =>
    expect(
      shown(mixedMarks, build('“We will go," said Lund. “No," said Dore. “Yes,” they said.')),
    ).toEqual([
      'note: These quotations open with one kind of mark and close with another. [“We will go,"] [“No,"]',
    ]))

  it.each([
    '“We will go,” said Lund.',
    '"We will go," said Lund.',
    "''We will go,'' said Lund.",
    '‘We will ‘go’,’ said Lund.',
    '« We will go, » said Lund.',
    '“We will go.\n\n“We will not,” said Lund.',
  ])('not: %s', text => expect(shown(mixedMarks, build(text))).toEqual([]))
})
