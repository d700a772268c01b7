import { readFileSync } from 'node:fs'
import { Tokenizer } from '@huggingface/tokenizers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordPiece } from '../../src/models/wordpiece.js'
import { anyText, forAll } from '../seed.js'

const file = new URL('../../../models/quotes/vocab.txt', import.meta.url)
const vocabulary = readFileSync(file, 'utf8')
const words = vocabulary.trimEnd().split(/\r?\n/)
const pieces = wordPiece(vocabulary)
const theirs = new Tokenizer(
  {
    version: '1.0',
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: {
      type: 'BertNormalizer',
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: null,
      lowercase: true,
    },
    pre_tokenizer: { type: 'BertPreTokenizer' },
    post_processor: null,
    decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
    model: {
      type: 'WordPiece',
      unk_token: '[UNK]',
      continuing_subword_prefix: '##',
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    },
  },
  { unk_token: '[UNK]' },
)

const ours = (text: string) => pieces.encode(text).map(({ id }) => id)
const reference = (text: string) => theirs.encode(text, { add_special_tokens: false }).ids
const named = (ids: readonly number[]) => ids.map(id => words[id])

/** Lower-cased, without accents: what the pieces are cut from. */
const normal = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')

const AWKWARD = [
  '',
  ' ',
  '\t\n\r ',
  'We will appeal.',
  '“We will appeal,” Ms Ødegård-Lund told the Café Zürich’s staff.',
  "don't won't can't 'tis rock 'n' roll",
  'U.S.-based co-founder, 24-year-old',
  'UNAFFABLE unaffable Unaffableness',
  'supercalifragilisticexpialidocious antidisestablishmentarianism',
  '$3bn €2.5m £4,000 100% 7°C 5′11″ ½ ² № ™ ©',
  '3:45pm 10/03/2026 2026-03-10T09:00:00Z',
  'https://onrecord.example/a?b=c&d=%20#e me@onrecord.example',
  'a+b<c=d>e^f`g|h~i',
  '[CLS] [SEP] [UNK] [PAD] [MASK] ##ing',
  'naïve NAÏVE nai\u0308ve ÅNGSTRÖM Ångström',
  'İstanbul ISTANBUL ıstanbul',
  'Straße STRASSE STRAẞE',
  'ﬁne ﬂour ǆ Ǆ',
  'a≠b a\u226eb x\u037ey \u1fefz',
  '東京 Tokyo東京タワー 한국어 각 カタカナ ﾊﾝｶｸ \uf900\uf901',
  'عربى עִבְרִית हिन्दी ไทย русский Ёлка ελληνικά',
  'a\u00a0b\u2009c\u3000d\u2028e\u2029f\u0085g\u000bh\u000ci',
  'soft\u00adhyphen zero\u200bwidth joiner\u200d bom\ufeff left\u200eright',
  'emoji 👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 🇳🇴 😀😀',
  'private \ue000 replaced \ufffd null\u0000 bell\u0007',
  'half \ud800 and \udc00 and \udc00\ud800',
  '𝕸𝖆𝖙𝖍 𝒳 𐐀𐐨 𓀀',
  'Z̸̢̛a̷l̵g̶o̴',
  '——––--…...⟨⟩«»„“‚‘',
  `${'a'.repeat(100)} ${'a'.repeat(101)} ${'é'.repeat(100)} ${'é'.repeat(101)}`,
  `${'𝒳'.repeat(100)} ${'𝒳'.repeat(101)}`,
  'x'.repeat(5000),
  '"'.repeat(500),
]

/**
 * What the library, which is no reference there, reads differently from BERT's own tokenizer:
 * ideographs outside the first plane, which it does not take apart since it looks at half characters;
 * a Greek capital sigma, which it lower-cases by its place in the whole text.
 */
const LIBRARY_DIFFERS = /[\u{20000}-\u{2fa1f}Σ]/gu

describe('WordPiece', () => {
  it.each(AWKWARD.map(text => [text.slice(0, 60), text]))(
    'cuts %j as @huggingface/tokenizers does',
    (_, text) => {
      expect(named(ours(text))).toEqual(named(reference(text)))
    },
  )

  it('cuts random text as @huggingface/tokenizers does', () =>
    forAll(anyText(40), 3000, text => {
      const known = text.replace(LIBRARY_DIFFERS, '')
      expect(named(ours(known))).toEqual(named(reference(known)))
    }))

  it('cuts every character of the first plane, and some of the others, as @huggingface/tokenizers does', () => {
    const wrong: string[] = []
    for (let code = 0; code < 0x20000; code++) {
      const text = `a${String.fromCodePoint(code)}b`
      if (text.match(LIBRARY_DIFFERS)) continue
      if (ours(text).join() !== reference(text).join()) wrong.push(`U+${code.toString(16)}`)
    }
    expect(wrong).toEqual([])
  })

  it('cuts random words made of pieces as @huggingface/tokenizers does', () => {
    const piece = fc
      .integer({ min: 1000, max: words.length - 1 })
      .map(id => words[id]!.replace('##', ''))
    const word = fc.array(piece, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''))
    return forAll(fc.array(word, { maxLength: 12 }), 1500, text => {
      expect(named(ours(text.join(' ')))).toEqual(named(reference(text.join(' '))))
    })
  })

  it('gives every piece its place', () =>
    forAll(fc.oneof(anyText(40), fc.constantFrom(...AWKWARD)), 2000, text => {
      let [start, end] = [0, 0]
      for (const piece of pieces.encode(text)) {
        expect(piece.start).toBeGreaterThanOrEqual(start)
        expect(piece.end).toBeGreaterThanOrEqual(end)
        expect(piece.end).toBeGreaterThan(piece.start)
        expect(piece.end).toBeLessThanOrEqual(text.length)
        ;[start, end] = [piece.start, piece.end]
        if (piece.id === pieces.unknown) continue
        // two pieces may share a character that falls into several: 한 is ᄒ, ᅡ, ᆫ
        const shown = normal(text.slice(start, end)).replace(/[\p{C}\ufffd]/gu, '')
        expect(shown).toContain(words[piece.id]!.replace(/^##(?=.)/, ''))
      }
    }))

  it('gives the pieces of a plain word exactly their letters', () => {
    const text = 'An UNAFFABLE café'
    const shown = pieces
      .encode(text)
      .map(({ id, start, end }) => [words[id], text.slice(start, end)])
    expect(shown).toEqual([
      ['an', 'An'],
      ['una', 'UNA'],
      ['##ffa', 'FFA'],
      ['##ble', 'BLE'],
      ['cafe', 'café'],
    ])
  })

  it('takes ideographs of every plane one by one', () => {
    expect(pieces.encode('a\u{20000}\u{20001}').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 3],
      [3, 5],
    ])
  })

  it('gives the special pieces only by name', () => {
    expect(words[pieces.cls]).toBe('[CLS]')
    expect(words[pieces.sep]).toBe('[SEP]')
    expect(ours('[CLS][SEP]')).not.toContain(pieces.cls)
    expect(ours('[CLS][SEP]')).not.toContain(pieces.sep)
    expect(pieces.size).toBe(words.length)
  })

  it('does not take a file that is no vocabulary', () => {
    expect(() => wordPiece('a\nb')).toThrow('vocabulary of 2 pieces lacks [UNK]')
  })

  it('reads a vocabulary with CRLF line ends', () => {
    const crlf = wordPiece(vocabulary.replaceAll('\n', '\r\n'))
    expect(crlf.encode('We will appeal.')).toEqual(pieces.encode('We will appeal.'))
  })
})
