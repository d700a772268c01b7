import { describe, expect, it } from 'vitest'
import { quotesOf } from '../../fake-model.js'

describe('a quote goes on', () => {
  it('behind its cue, in the same paragraph', async () => {
    const quotes = await quotesOf('“We will appeal,” Lund said. “It was a bad day.”', [
      { cue: 'said', content: ['We will appeal'], source: ['Lund'] },
      { marks: 'It was a bad day', content: ['It was a bad day'] },
    ])
    expect(quotes).toEqual([
      { kind: 'direct', content: ['“We will appeal,”'], cue: ['said'], source: ['Lund'] },
      { kind: 'direct', content: ['“It was a bad day.”'], source: ['Lund'], continues: 'q1' },
    ])
  })

  it('over paragraphs whose marks open each and close only the last', async () => {
    const quotes = await quotesOf(
      'Lund said: “We will appeal.\n“We must.\n“That is all.”\nShe left.',
      [
        { cue: 'said', content: ['We will appeal'], source: ['Lund'] },
        { marks: 'We must', content: ['We must'] },
        { marks: 'That is all', content: ['That is all'] },
      ],
    )
    expect(quotes).toEqual([
      { kind: 'direct', content: ['“We will appeal.'], cue: ['said'], source: ['Lund'] },
      { kind: 'direct', content: ['“We must.'], source: ['Lund'], continues: 'q1' },
      { kind: 'direct', content: ['“That is all.”'], source: ['Lund'], continues: 'q2' },
    ])
  })

  it('in the paragraph below, which its marks open', async () => {
    const quotes = await quotesOf('“We will appeal,” Lund said. “We must.”\n\n“That is all.”', [
      { cue: 'said', content: ['We will appeal'], source: ['Lund'] },
      { marks: 'We must', content: ['We must'] },
      { marks: 'That is all', content: ['That is all'] },
    ])
    expect(quotes.map(({ source, continues }) => [source, continues])).toEqual([
      [['Lund'], undefined],
      [['Lund'], 'q1'],
      [['Lund'], 'q2'],
    ])
  })
})

describe('a quote does not go on', () => {
  it.each([
    [
      'where the words below have a source of their own',
      '“No,” Lund said.\n“Yes.” Berg smiled.',
      { marks: 'Yes', content: ['Yes'], source: ['Berg'] },
    ],
    [
      'below a closed question, which is as likely the answer',
      '“No?” Lund said. “And if you lose?”\n“Then I lose.”',
      { marks: 'Then I lose', content: ['Then I lose'] },
    ],
    [
      'two paragraphs away',
      '“No,” Lund said.\nThe ferry left at noon.\n“Yes.”',
      { marks: 'Yes', content: ['Yes'] },
    ],
    [
      'amid the paragraph below',
      'Lund said: “No.”\nThe ferry left. “Yes.”',
      { marks: 'Yes', content: ['Yes'] },
    ],
    [
      'where there is none before it',
      '“Yes.” The ferry left. Lund said: “No.”',
      { marks: 'Yes', content: ['Yes'] },
    ],
  ])('%s', async (_, text, heard) => {
    const quotes = await quotesOf(text, [{ cue: 'said', content: ['No'], source: ['Lund'] }, heard])
    expect(quotes.length).toBe(2)
    expect(quotes.map(({ continues }) => continues)).toEqual([undefined, undefined])
  })

  it('with a quote that has a cue', async () => {
    const quotes = await quotesOf('“No,” Lund said. “Yes,” said Berg.', [
      { cue: 'said', content: ['No'], source: ['Lund'] },
      { cue: 'said@2', content: ['Yes'], source: ['Berg'] },
    ])
    expect(quotes.map(({ continues }) => continues)).toEqual([undefined, undefined])
  })
})
