import { describe, expect, it } from 'vitest'
import { quotesOf } from '../../fake-model.js'

describe('a quote', () => {
  it.each([
    ['“We will appeal,” Lund said.', ['We will appeal'], 'direct'],
    ['“We,” Lund said, “will appeal.”', ['We', 'will appeal'], 'direct'],
    ['“We will” – Lund said – “appeal”', ['We will', 'appeal'], 'direct'],
    ["Lund said: ''We will appeal.''", ['We will appeal'], 'direct'],
    ['“He told me ‘no’,” Lund said.', ['He told me ‘no'], 'direct'],
    ['We will appeal, Lund said.', ['We will appeal'], 'indirect'],
    ['Lund said players’ wages rose.', ['players’ wages rose'], 'indirect'],
    ['Lund said a 6" pipe burst', ['a 6" pipe burst'], 'indirect'],
    ['Lund said that “we” will appeal.', ['that “we” will appeal'], 'mixed'],
    ['Lund said the club would “fight on”.', ['the club would “fight on'], 'mixed'],
    ['The club, Lund said, “will appeal”.', ['The club', 'will appeal'], 'mixed'],
    ['“No,” Lund said, and that she would appeal.', ['No', 'that she would appeal'], 'mixed'],
  ])('%s is of its kind', async (text, content, kind) => {
    const quotes = await quotesOf(text, [{ cue: 'said', content, source: ['Lund'] }])
    expect(quotes.map(quote => quote.kind)).toEqual([kind])
  })
})
