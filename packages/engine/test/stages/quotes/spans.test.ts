import { describe, expect, it } from 'vitest'
import { quotesOf } from '../../fake-model.js'

/** The content of the one quote of a text, as it is read when the model hears these words. */
async function contentOf(text: string, content: readonly string[], cue = 'said') {
  const quotes = await quotesOf(text, [{ cue, content, source: ['Lund'] }])
  expect(quotes.length).toBe(1)
  return quotes[0]!.content
}

describe('the marks of a content', () => {
  it.each([
    ['“We will appeal,” Lund said.', 'We will appeal', '“We will appeal,”'],
    ['Lund said: “We will appeal.”', 'We will appeal', '“We will appeal.”'],
    ['Lund said: “We will appeal”.', 'We will appeal', '“We will appeal”'],
    ['Lund said: “Will we appeal?!”', 'Will we appeal', '“Will we appeal?!”'],
    ['Lund said: “We will…”', 'We will', '“We will…”'],
    ['Lund said: “We will ...”', 'We will', '“We will ...”'],
    ['Lund said: “We will . . . ”', 'We will', '“We will . . . ”'],
    ['Lund said: “We will –”', 'We will', '“We will –”'],
    ['"We will appeal," Lund said.', 'We will appeal', '"We will appeal,"'],
    ["''We will appeal,'' Lund said.", 'We will appeal', "''We will appeal,''"],
    ['‘We will appeal,’ Lund said.', 'We will appeal', '‘We will appeal,’'],
    ["'We will appeal,' Lund said.", 'We will appeal', "'We will appeal,'"],
    ['« We will appeal », Lund said.', 'We will appeal', '« We will appeal »'],
    ['«\u00a0We will appeal\u00a0», Lund said.', 'We will appeal', '«\u00a0We will appeal\u00a0»'],
    ['„We will appeal“, Lund said.', 'We will appeal', '„We will appeal“'],
    ['“‘No’ is my answer,” Lund said.', 'No’ is my answer', '“‘No’ is my answer,”'],
    ['Lund said: “My answer is ‘no’.”', 'My answer is ‘no', '“My answer is ‘no’.”'],
  ])('are part of it: %s', async (text, words, content) => {
    expect(await contentOf(text, [words])).toEqual([content])
  })

  it.each([
    ['Lund said that “we” will appeal.', 'that “we” will appeal', 'that “we” will appeal'],
    [
      'Lund said the “long march” was over.',
      'the “long march” was over',
      'the “long march” was over',
    ],
    [
      'Lund said the club would “fight on”.',
      'the club would “fight on',
      'the club would “fight on”',
    ],
    ['Lund said “we” will appeal. “Berg” left.', '“we” will appeal', '“we” will appeal'],
  ])('may be those of some of its words: %s', async (text, words, content) => {
    expect(await contentOf(text, [words])).toEqual([content])
  })

  it.each([
    ['Lund said we will appeal.', 'we will appeal', 'we will appeal'],
    ['We will appeal, Lund said.', 'We will appeal', 'We will appeal'],
    ['“We will appeal to the court,” Lund said.', 'will appeal', 'will appeal'],
    ['Lund said (we will appeal).', 'we will appeal', 'we will appeal'],
    ['Lund said we will appeal 6" pipes', 'we will appeal 6', 'we will appeal 6'],
  ])('are none where none touches it: %s', async (text, words, content) => {
    expect(await contentOf(text, [words])).toEqual([content])
  })
})

describe('a content in pieces', () => {
  it('keeps each piece with its marks', async () => {
    expect(await contentOf('“We,” Lund said, “will appeal.”', ['We', 'will appeal'])).toEqual([
      '“We,”',
      '“will appeal.”',
    ])
  })

  it('around its cue, without marks', async () => {
    expect(
      await contentOf('The club, Lund said, will appeal.', ['The club', 'will appeal']),
    ).toEqual(['The club', 'will appeal'])
  })

  it('is one where no word stands between', async () => {
    expect(await contentOf('Lund said: “We. Will appeal.”', ['We', 'Will appeal'])).toEqual([
      '“We. Will appeal.”',
    ])
  })
})

describe('the cue', () => {
  it.each([
    ['Lund said no.', { cue: 'said', content: ['no'], source: ['Lund'] }, ['said']],
    ['No, according to Lund.', { cue: 'according to', content: ['No'] }, ['according to']],
    ['From Lund: we will appeal', { sign: 'Lund', content: ['we will appeal'] }, [':']],
    [
      'From Marta Lund: Sir, no.',
      { sign: 'Lund', content: ['Sir, no'], source: ['Marta Lund'] },
      [':'],
    ],
    ['“No.” - Lund, 46, baker', { sign: 'No', content: ['No'], source: ['Lund'] }, ['-']],
    ['“No.” – Lund', { sign: 'No', content: ['No'], source: ['Lund'] }, ['–']],
    ['“No”—Lund', { sign: 'No', content: ['No'], source: ['Lund'] }, ['—']],
    ['“No.”\u00a0— Lund', { sign: 'No', content: ['No'], source: ['Lund'] }, ['—']],
    ['‘No’: Lund', { sign: 'No', content: ['No'], source: ['Lund'] }, [':']],
    ['Q. Will you? A. No.', { sign: 'A', content: ['No'] }, ['.']],
    ['LUND: No.', { sign: 'LUND', content: ['No'], source: ['LUND'] }, [':']],
  ])('of %s', async (text, heard, cue) => {
    const [quote] = await quotesOf(text, [heard])
    expect(quote!.cue).toEqual(cue)
  })

  it('is none where only the marks say so', async () => {
    const [quote] = await quotesOf('Lund was clear. “No.”', [
      { marks: 'No', content: ['No'], source: ['Lund'] },
    ])
    expect(quote).toEqual({ kind: 'direct', content: ['“No.”'], source: ['Lund'] })
  })
})
