import { readFileSync } from 'node:fs'
import type { WordRange } from '../src/models/attributions.js'
import { TAGS } from '../src/models/names.js'
import type { EncoderInput, QuoteConfig, QuoteModel, RolesInput } from '../src/models/runtime.js'
import { type Block, findBlocks, findWindows } from '../src/models/view.js'
import { wordPiece } from '../src/models/wordpiece.js'
import { createReader } from '../src/read.js'
import type { RecordQuote } from '../src/record.js'
import { FEATURES } from '../src/stages/entities/antecedent-features.js'
import { textStages } from '../src/stages/index.js'

const file = new URL('../../models/quotes/vocab.txt', import.meta.url)
export const vocabulary = readFileSync(file, 'utf8')
export const pieces = wordPiece(vocabulary)

/** A story's text layers and blocks. */
export function show(text: string) {
  const story = textStages.run({ text, meta: { id: 'test' } })
  return { ...story, blocks: findBlocks(story, pieces) }
}

/**
 * What a fake model hears. Words are given as they stand in the text; `said@2` is the second "said".
 * `sign` is the word before the colon or dash.
 */
export interface Hears {
  readonly cue?: string
  readonly sign?: string
  readonly marks?: string
  readonly content?: readonly string[]
  readonly source?: readonly string[]
  /** Probability of the trigger: nearly 1 unless told. */
  readonly heard?: number
  /** How much better the labels are than any others: 30 unless told. */
  readonly margin?: number
}

/** The CRF as training leaves it, without preferences: only what BIOES forbids. */
export const config: QuoteConfig = {
  window: 192,
  transition: Array.from({ length: 9 }, (_, from) =>
    Array.from({ length: 9 }, (_, to) => (follows(from, to) ? 0 : -10000)),
  ),
  start: Array.from({ length: 9 }, (_, k) => ([0, 1, 4, 5, 8].includes(k) ? 0 : -10000)),
  end: Array.from({ length: 9 }, (_, k) => ([0, 3, 4, 7, 8].includes(k) ? 0 : -10000)),
  cueBias: 0,
  floor: { cue: 0, marks: 0.5 },
  calibration: { cue: [0, 0.5, 0.5], marks: [0, 0.5, 0.5] },
  antecedents: {
    person: { features: FEATURES.map(() => 0), nobody: 0 },
    thing: { features: FEATURES.map(() => 0), nobody: 0 },
    plural: { features: FEATURES.map(() => 0), nobody: 0 },
  },
}

/** Labels: 0 none; content 1 first, 2 inside, 3 last, 4 single; source 5 to 8. */
function follows(from: number, to: number): boolean {
  const open = [1, 2, 5, 6].includes(from)
  if (!open) return [0, 1, 4, 5, 8].includes(to)
  const inside = from < 4 ? 2 : 6
  return to === inside || to === inside + 1
}

/** What the fake model was asked, in order. */
export interface Asked {
  readonly windows: EncoderInput[]
  readonly labels: { readonly block: number; readonly input: RolesInput }[]
}

/** A model that hears in this text exactly what it is told to, and nothing in any other. */
export function fakeModel(
  text: string,
  hears: readonly Hears[],
  changes: Partial<QuoteConfig> = {},
): QuoteModel & { readonly asked: Asked } {
  const settings = { ...config, ...changes }
  const { blocks } = show(text)
  const asked: Asked = { windows: [], labels: [] }
  const windows = new Map<string, number>()
  let before = 0
  for (const window of findWindows(blocks, settings.window)) {
    windows.set(window.flatMap(block => block.ids).join(), before)
    before += window.reduce((sum, block) => sum + block.words.length, 0)
  }
  const firsts: number[] = []
  blocks.reduce((sum, block) => {
    firsts.push(sum)
    return sum + block.words.length
  }, 0)
  const triggers = hears.map(one => {
    const kind = one.cue !== undefined ? 0 : one.sign !== undefined ? 1 : 2
    return { ...one, kind, ...locate(text, blocks, one.cue ?? one.sign ?? one.marks ?? '') }
  })

  return {
    name: 'fake',
    version: '0',
    config: settings,
    vocabulary,
    asked,
    async encode(window) {
      asked.windows.push(window)
      const words = window.first.length
      const key = [...window.ids].filter(id => id !== pieces.cls && id !== pieces.sep).join()
      const start = windows.get(key) ?? Number.NaN
      const states = Float32Array.from({ length: words }, (_, k) => start + k)
      const cues = new Float32Array(words * 4)
      for (const { kind, block, from, to, heard = 1 - 1e-9 } of triggers) {
        const at = firsts[block]! + from - start
        if (kind === 2 || !(at >= 0 && at < words)) continue
        const score = Math.log((heard / (1 - heard)) * 3)
        cues[at * 4 + (kind === 0 ? 1 : 3)] = score
        for (let k = 1; k < to - from; k++) cues[(at + k) * 4 + 2] = score
      }
      return { states, width: 1, cues, names: new Float32Array(words * TAGS) }
    },
    async label(input) {
      const block = firsts.indexOf(input.states[0]!)
      asked.labels.push({ block, input })
      const scores = new Float32Array(input.triggers * input.words * 9)
      for (let row = 0; row < input.triggers; row++) {
        const weights = [...input.weights.subarray(row * input.words, (row + 1) * input.words)]
        const one = triggers.find(
          t => t.block === block && t.kind === input.kind[row] && weights[t.from]! > 0,
        )
        const labels = new Uint8Array(input.words)
        for (const [base, phrases] of [
          [1, one?.content ?? []],
          [5, one?.source ?? []],
        ] as const) {
          for (const phrase of phrases) {
            const { from, to } = locate(text, blocks, phrase)
            labels.fill(base + 1, from, to)
            labels[from] = base
            labels[to - 1] = to - from === 1 ? base + 3 : base + 2
          }
        }
        labels.forEach((label, word) => {
          scores[(row * input.words + word) * 9 + label] = one?.margin ?? 30
        })
      }
      return scores
    },
  }
}

function locate(
  text: string,
  blocks: readonly Block[],
  phrase: string,
): WordRange & { block: number } {
  const [words, nth = '1'] = phrase.split('@') as [string, string?]
  const letter = /[\p{L}\p{N}]/u
  const whole = (at: number) =>
    !letter.test(text[at - 1] ?? '') && !letter.test(text[at + words.length] ?? '')
  let start = -1
  for (let k = 0; k < Number(nth); k++) {
    do start = text.indexOf(words, start + 1)
    while (start >= 0 && !whole(start))
    if (start < 0) throw new Error(`"${phrase}" is not in "${text}"`)
  }
  const end = start + words.length
  const block = blocks.findIndex(b => b.start < end && start < b.end)
  const inside = blocks[block]!.words.map(word => word.start < end && start < word.end)
  return { block, from: inside.indexOf(true), to: inside.lastIndexOf(true) + 1 }
}

/** A quote as tests show it: words instead of spans, what is absent left out. */
export interface ShownQuote {
  readonly kind: string
  readonly content: readonly string[]
  readonly cue?: readonly string[]
  readonly source?: readonly string[]
  readonly within?: string
  readonly continues?: string
}

export function showQuote(quote: RecordQuote): ShownQuote {
  const texts = (spans: readonly { text: string }[]) => spans.map(({ text }) => text)
  return {
    kind: quote.kind,
    content: texts(quote.content),
    ...(quote.cue.length > 0 ? { cue: texts(quote.cue) } : {}),
    ...(quote.source.length > 0 ? { source: texts(quote.source) } : {}),
    ...(quote.within === undefined ? {} : { within: quote.within }),
    ...(quote.continues === undefined ? {} : { continues: quote.continues }),
  }
}

/** The quotes of a text of which the model hears this. */
export async function quotesOf(
  text: string,
  hears: readonly Hears[],
  changes: Partial<QuoteConfig> = {},
): Promise<ShownQuote[]> {
  const { quotes } = await createReader(fakeModel(text, hears, changes)).read(text)
  return quotes.map(showQuote)
}
