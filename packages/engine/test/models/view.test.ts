import { describe, expect, it } from 'vitest'
import { findWindows } from '../../src/models/view.js'
import { pieces, show, vocabulary } from '../fake-model.js'
import { anyText, forAll } from '../seed.js'

const names = vocabulary.split('\n')

/** The word pieces that the model is shown of a text, a block a line. */
const seen = (text: string) =>
  show(text).blocks.map(({ ids }) => ids.map(id => names[id]!).join(' '))

/** The most pieces that a block may hold, with what the last word and the signs behind it may add. */
const MOST = 320 + 100 + 20

describe('what the model is shown', () => {
  it.each([
    ['“We will appeal,” Lund said.', `" we will appeal , " lund said .`],
    ['He said: ‘We will appeal.’', `he said : " we will appeal . "`],
    ['“He said ‘no’ to me,” Lund said.', `" he said ' no ' to me , " lund said .`],
    [
      'Lund’s players’ day – and night — and -- day',
      `lund ' s players ' day — and night — and — day`,
    ],
    ['No… no ... no', 'no . . . no . . . no'],
    ['A two‑year wait', 'a two - year wait'],
  ])('of %j is %j', (text, shown) => {
    expect(seen(text)).toEqual([shown])
  })

  it('of a rule of dashes or a row of stars is its beginning', () => {
    expect(seen(`one ${'*'.repeat(5000)} two`)).toEqual([`one ${'* '.repeat(8)}two`])
    expect(seen(`one ${'- '.repeat(5000)}two`)).toEqual([`one ${'- '.repeat(8)}two`])
    expect(seen(`one ${'-'.repeat(5000)} two`)).toEqual([`one ${'— '.repeat(8)}two`])
  })

  it('of lines without a word is nothing', () => {
    expect(seen('* * *\n\nOne.\n———\n“”\n\n…')).toEqual(['one .'])
    expect(seen('')).toEqual([])
  })

  it('of a word that the vocabulary drops is [UNK]', () => {
    expect(seen('a \u0301 b')).toEqual(['a [UNK] b'])
  })

  it('tells case and depth of quotation', () => {
    const [block] = show('lund Lund LUND 7 “lund ‘Lund’ LUND”').blocks
    const types = block!.words.map((_, k) => block!.types[block!.first[k]!])
    expect(types).toEqual([0, 1, 2, 3, 4, 9, 6])
  })

  it('names the quoted words', () => {
    const { blocks, text } = show('“One two,” he said, “three ‘four’.”\n“Five.” Six')
    const quoted = blocks.map(({ quoted, words }) =>
      quoted.map(({ from, to }) => text.slice(words[from]!.start, words[to - 1]!.end)),
    )
    expect(quoted).toEqual([['One two', 'three ‘four'], ['Five']])
  })
})

describe('the convention of the marks', () => {
  /** Outer and inner marks, opening and closing. */
  const CONVENTIONS = {
    straight: ['"', '"', "'", "'"],
    apostrophes: ["''", "''", '"', '"'],
    single: ['‘', '’', '“', '”'],
    'straight single': ["'", "'", '"', '"'],
    guillemets: ['«', '»', '‹', '›'],
    'spaced guillemets': ['« ', ' »', '“', '”'],
    low: ['„', '“', '»', '«'],
    backticks: ['``', "''", '‘', '’'],
  } as const
  const write = (text: string, [open, close, innerOpen, innerClose]: readonly string[]) =>
    text
      .replaceAll('“', '\u0001')
      .replaceAll('”', '\u0002')
      .replaceAll('‘', innerOpen!)
      .replaceAll('’', innerClose!)
      .replaceAll('\u0001', open!)
      .replaceAll('\u0002', close!)

  const TEXTS = {
    before: '“We will appeal,” Marta Lund told the court. “It was a bad day for us.”',
    after: 'Lund said: “We will appeal.” She added: “We must!”',
    amid: '“We,” said Lund, “will appeal.”',
    within: 'The “long march” of the “Lamplighters” ended at Culm.',
    several: 'Lund said:\n“We will appeal.\n“We must, and we will.\n“That is all.”\nShe left.',
    question: '“Will you appeal?” asked Berg. “Never!” said Lund – “or perhaps”.',
    dash: '“We will appeal.” - Marta Lund',
  }
  const NESTED = '“He told me ‘no’ and went,” Lund said.'

  for (const [convention, marks] of Object.entries(CONVENTIONS)) {
    it(`${convention} shows the model the same`, () => {
      for (const text of Object.values(TEXTS)) {
        const known = show(text).blocks
        const blocks = show(write(text, marks)).blocks
        expect(blocks.map(b => b.ids)).toEqual(known.map(b => b.ids))
        expect(blocks.map(b => b.types)).toEqual(known.map(b => b.types))
        expect(blocks.map(b => b.gaps)).toEqual(known.map(b => b.gaps))
        expect(blocks.map(b => b.first)).toEqual(known.map(b => b.first))
        const quoted = (all: typeof known) =>
          all.map(b => b.quoted.map(({ from, to }) => [from, to]))
        expect(quoted(blocks)).toEqual(quoted(known))
      }
    })
  }

  for (const convention of [
    'straight',
    'apostrophes',
    'single',
    'spaced guillemets',
    'backticks',
  ] as const) {
    it(`${convention} shows the model the same where marks nest`, () => {
      const known = show(NESTED).blocks[0]!
      const block = show(write(NESTED, CONVENTIONS[convention])).blocks[0]!
      expect(block.ids).toEqual(known.ids)
      expect(block.types).toEqual(known.types)
      expect(block.gaps).toEqual(known.gaps)
    })
  }
})

describe('blocks', () => {
  const check = (text: string) => {
    const { blocks, tokens, paragraphs } = show(text)
    expect(blocks.flatMap(block => block.words)).toEqual(tokens.filter(token => token.word))
    let paragraph = -1
    for (const block of blocks) {
      expect(block.words.length).toBeGreaterThan(0)
      expect(block.paragraph).toBeGreaterThanOrEqual(paragraph)
      paragraph = block.paragraph
      const line = paragraphs[paragraph]!
      expect(block.start).toBe(block.words[0]!.start)
      expect(block.end).toBe(block.words.at(-1)!.end)
      expect(block.start).toBeGreaterThanOrEqual(line.start)
      expect(block.end).toBeLessThanOrEqual(line.end)
      expect(block.types.length).toBe(block.ids.length)
      expect(block.first.length).toBe(block.words.length)
      expect(block.gaps.length).toBe(block.words.length + 1)
      expect(block.ids.length).toBeLessThanOrEqual(MOST)
      block.first.forEach((piece, k) => {
        expect(piece).toBeGreaterThan(k === 0 ? -1 : block.first[k - 1]!)
        expect(piece).toBeLessThan(block.ids.length)
      })
      for (const type of block.types) expect(type >= 0 && type < 12).toBe(true)
      for (const gap of block.gaps) expect(gap >= 0 && gap < 16).toBe(true)
      for (const { from, to } of block.quoted) {
        expect(from >= 0 && to > from && to <= block.words.length).toBe(true)
      }
    }
    return blocks
  }

  it('hold every word once, whatever the text', () =>
    forAll(anyText(120), 400, text => {
      check(text)
    }))

  it('hold one paragraph each', () => {
    expect(check('One.\nTwo two.\n\n* * *\nThree.').map(b => b.paragraph)).toEqual([0, 1, 3])
  })

  it('cut a long paragraph where a sentence ends', () => {
    const text = 'The ferry left the harbour at noon and did not come back. '.repeat(200)
    const blocks = check(text)
    expect(blocks.length).toBeGreaterThan(5)
    for (const block of blocks) {
      expect(text.slice(block.end, block.end + 1)).toBe('.')
      expect(block.ids.length).toBeGreaterThan(100)
      expect(block.ids.length).toBeLessThanOrEqual(320)
    }
  })

  it.each([
    ['words without a stop', 'word '.repeat(3000)],
    ['one word after the other, no space', 'word/'.repeat(3000)],
    ['a word of letters that fall apart', `${'xq'.repeat(50)} `.repeat(40)],
    ['very long words', `${'x'.repeat(5000)} `.repeat(20)],
    ['a hundred thousand letters', 'a'.repeat(100_000)],
    ['a script without spaces', '中文'.repeat(5000)],
    ['a word of many apostrophes', 'a’'.repeat(5000)],
    ['a hundred thousand marks', '"'.repeat(100_000)],
    ['marks between two words', `one ${'"'.repeat(2000)} two`],
    ['opening marks between two words', `one ${'“ '.repeat(2000)} two`],
    ['apostrophes between two words', `one ${"' ".repeat(2000)} two`],
    ['pairs of marks without a word', `one ${'“” '.repeat(2000)} two`],
    ['many short quotations', '“Yes.” '.repeat(2000)],
    ['quotations in quotations', `${'“a ‘b '.repeat(500)} c ${'’ ”'.repeat(500)}`],
    ['one quotation of many sentences', `“${'We will appeal. '.repeat(2000)}”`],
  ])('are of bounded length: %s', (_, text) => {
    check(text)
  })
})

describe('windows', () => {
  const blocksOf = (...sizes: number[]) =>
    sizes.map(size => ({
      ...show('word').blocks[0]!,
      ids: new Array<number>(size).fill(pieces.unknown),
    }))
  const sizes = (limit: number, ...all: number[]) =>
    findWindows(blocksOf(...all), limit).map(window => window.map(block => block.ids.length))

  it('take consecutive blocks up to the limit, a separator behind each and one sign in front', () => {
    expect(sizes(20, 5, 5, 5, 5)).toEqual([[5, 5, 5], [5]])
    expect(sizes(19, 5, 5, 6)).toEqual([[5, 5], [6]])
    expect(sizes(20, 5, 5, 6)).toEqual([[5, 5, 6]])
  })

  it('leave a block that is longer than the limit alone', () => {
    expect(sizes(20, 5, 50, 5, 5)).toEqual([[5], [50], [5, 5]])
  })

  it('of no blocks are none', () => {
    expect(findWindows([], 20)).toEqual([])
  })

  it('hold every block once, in order, within the limit', () =>
    forAll(anyText(200), 100, text => {
      const { blocks } = show(text)
      const windows = findWindows(blocks, 192)
      expect(windows.flat()).toEqual(blocks)
      for (const window of windows) {
        const size = window.reduce((sum, block) => sum + block.ids.length + 1, 1)
        expect(window.length === 1 || size <= 192).toBe(true)
      }
    }))
})
