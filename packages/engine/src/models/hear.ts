import type { Attribution, WordRange } from './attributions.js'
import { decodeCues, decodeRoles, distanceBucket, type HeardCue } from './decode.js'
import { decodeNames, type HeardName, type HeardNames, type HeardNoun, TAGS } from './names.js'
import type { EncoderInput, QuoteModel, RolesInput } from './runtime.js'
import { type Block, findWindows } from './view.js'
import type { WordPiece } from './wordpiece.js'

const KINDS = { cue: 0, sign: 1, marks: 2 } as const

interface Trigger extends WordRange {
  readonly kind: Attribution['kind']
  readonly heard: number
}

/** All that the model heard of a story. */
export interface Heard extends HeardNames {
  readonly attributions: readonly Attribution[]
}

/**
 * The neural pass, the only asynchronous step of reading: names and cues from one encoder pass a window; content and source
 * for each cue; then content and source for every pair of marks that no cue's content accounts for.
 */
export async function hear(
  blocks: readonly Block[],
  model: QuoteModel,
  pieces: WordPiece,
): Promise<Heard> {
  const heard: Attribution[] = []
  const names: HeardName[] = []
  const nouns: HeardNoun[] = []
  let index = 0
  for (const window of findWindows(blocks, model.config.window)) {
    const { states, cues, names: tags, width } = await model.encode(encoderInput(window, pieces))
    let word = 0
    for (const block of window) {
      const words = block.words.length
      const found = decodeCues(
        cues.subarray(word * 4, (word + words) * 4),
        words,
        model.config.cueBias,
      )
      const named = decodeNames(tags.subarray(word * TAGS, (word + words) * TAGS), block.words)
      names.push(...named.names)
      nouns.push(...named.nouns)
      const blockStates = states.subarray(word * width, (word + words) * width)
      heard.push(...(await hearBlock(block, index, blockStates, found, model)))
      word += words
      index++
    }
  }
  return { attributions: heard, names, nouns }
}

async function hearBlock(
  block: Block,
  index: number,
  states: Float32Array,
  cues: readonly HeardCue[],
  model: QuoteModel,
): Promise<Attribution[]> {
  const label = async (triggers: readonly Trigger[], others: readonly WordRange[]) => {
    if (triggers.length === 0) return []
    const scores = await model.label(rolesInput(block, states, triggers, others))
    return triggers.map(({ from, to, kind, heard }, row): Attribution => {
      const offset = row * block.words.length * 9
      const roles = decodeRoles(scores, offset, block.words.length, model.config)
      return { block: index, kind, trigger: { from, to }, heard, ...roles }
    })
  }
  const byCue = await label(cues, cues)
  const covered = new Uint8Array(block.words.length)
  for (const { content } of byCue) for (const { from, to } of content) covered.fill(1, from, to)
  const unheard = block.quoted.filter(({ from, to }) => {
    let words = 0
    for (let k = from; k < to; k++) words += covered[k]!
    return 2 * words < to - from
  })
  const byMarks = await label(
    unheard.map(({ from, to }) => ({ from, to, kind: 'marks', heard: 1 })),
    [],
  )
  return [...byCue, ...byMarks]
}

function encoderInput(window: readonly Block[], pieces: WordPiece): EncoderInput {
  const length = window.reduce((sum, block) => sum + block.ids.length + 1, 1)
  const words = window.reduce((sum, block) => sum + block.words.length, 0)
  const ids = new Int32Array(length)
  const types = new Int32Array(length)
  const first = new Int32Array(words)
  ids[0] = pieces.cls
  let at = 1
  let word = 0
  for (const block of window) {
    ids.set(block.ids, at)
    types.set(block.types, at)
    for (const piece of block.first) first[word++] = at + piece
    at += block.ids.length
    ids[at++] = pieces.sep
  }
  return { ids, types, first }
}

function rolesInput(
  block: Block,
  states: Float32Array,
  triggers: readonly Trigger[],
  cues: readonly WordRange[],
): RolesInput {
  const words = block.words.length
  const count = triggers.length
  const weights = new Float32Array(count * words)
  const distance = new Int32Array(count * words)
  const other = new Int32Array(count * words)
  const kind = new Int32Array(count)
  triggers.forEach((trigger, row) => {
    const at = row * words
    kind[row] = KINDS[trigger.kind]
    weights.fill(1 / (trigger.to - trigger.from), at + trigger.from, at + trigger.to)
    for (let word = 0; word < words; word++) {
      const away =
        word < trigger.from ? word - trigger.from : word >= trigger.to ? word - trigger.to + 1 : 0
      distance[at + word] = distanceBucket(away)
    }
    for (const cue of cues) {
      if (cue.from !== trigger.from || cue.to !== trigger.to)
        other.fill(1, at + cue.from, at + cue.to)
    }
  })
  const gaps = Int32Array.from(block.gaps)
  return {
    states,
    words,
    triggers: count,
    before: gaps.subarray(0, words),
    after: gaps.subarray(1, words + 1),
    weights,
    distance,
    other,
    kind,
  }
}
