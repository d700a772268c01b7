import { describe, expect, it } from 'vitest'
import { distanceBucket } from '../../src/models/decode.js'
import { hear } from '../../src/models/hear.js'
import { config, fakeModel, type Hears, pieces, show } from '../fake-model.js'

/** What is heard in a text, as words, and what the model was asked on the way. */
async function listen(text: string, hears: readonly Hears[], changes = {}) {
  const model = fakeModel(text, hears, changes)
  const { blocks } = show(text)
  const { attributions: heard } = await hear(blocks, model, pieces)
  const words = (block: number, { from, to }: { from: number; to: number }) =>
    text.slice(blocks[block]!.words[from]!.start, blocks[block]!.words[to - 1]!.end)
  return {
    blocks,
    heard,
    asked: model.asked,
    shown: heard.map(({ block, kind, trigger, content, source }) => ({
      kind,
      trigger: words(block, trigger),
      content: content.map(range => words(block, range)),
      source: source.map(range => words(block, range)),
    })),
    /** The triggers that content and source were asked for, one list a call. */
    triggers: model.asked.labels.map(({ block, input }) =>
      Array.from({ length: input.triggers }, (_, row) => {
        const weights = [...input.weights.subarray(row * input.words, (row + 1) * input.words)]
        const from = weights.findIndex(weight => weight > 0)
        const to = weights.findLastIndex(weight => weight > 0) + 1
        return `${['cue', 'sign', 'marks'][input.kind[row]!]} ${words(block, { from, to })}`
      }),
    ),
  }
}

describe('what is heard', () => {
  it('is a cue with its content and source', async () => {
    const { shown, heard } = await listen('The club will appeal, Marta Lund has said.', [
      { cue: 'has said', content: ['The club will appeal'], source: ['Marta Lund'], heard: 0.8 },
    ])
    expect(shown).toEqual([
      {
        kind: 'cue',
        trigger: 'has said',
        content: ['The club will appeal'],
        source: ['Marta Lund'],
      },
    ])
    expect(heard[0]!.heard).toBeCloseTo(0.8, 5)
    expect(heard[0]!.labelled).toBeGreaterThan(0.99)
  })

  it('is a sign with what stands at it', async () => {
    const { shown } = await listen('Lund: we will appeal', [
      { sign: 'Lund', content: ['we will appeal'], source: ['Lund'] },
    ])
    expect(shown).toEqual([
      { kind: 'sign', trigger: 'Lund', content: ['we will appeal'], source: ['Lund'] },
    ])
  })

  it('is in the order of windows, and in each block cues before marks', async () => {
    const filler = 'The ferry left at noon and came back at six. '.repeat(9)
    const text = `“Never,” he thought. Berg said so.\n${filler}\n${filler}\nLund said no.`
    const { shown, asked } = await listen(text, [
      { marks: 'Never', content: ['Never'] },
      { cue: 'said', content: ['so'], source: ['Berg'] },
      { cue: 'said@2', content: ['no'], source: ['Lund'] },
    ])
    expect(asked.windows.length).toBe(2)
    expect(shown.map(({ kind, content }) => `${kind} ${content}`)).toEqual([
      'cue so',
      'marks Never',
      'cue no',
    ])
  })

  it('is nothing where the story has no words', async () => {
    const { heard, asked } = await listen('* * *', [])
    expect(heard).toEqual([])
    expect(asked).toEqual({ windows: [], labels: [] })
  })

  it('is less with a bias to no cue', async () => {
    const hears = [{ cue: 'said', content: ['so'], source: ['Berg'], heard: 0.6 }]
    expect((await listen('Berg said so.', hears)).heard.length).toBe(1)
    expect((await listen('Berg said so.', hears, { cueBias: 4 })).heard.length).toBe(0)
  })
})

describe('content and source are asked for', () => {
  it('not at all in a block without cue and marks', async () => {
    expect((await listen('The ferry left.', [])).triggers).toEqual([])
  })

  it('once for all cues of a block', async () => {
    const { triggers } = await listen('Lund said no and Berg said yes.', [
      { cue: 'said', content: ['no'], source: ['Lund'] },
      { cue: 'said@2', content: ['yes'], source: ['Berg'] },
    ])
    expect(triggers).toEqual([['cue said', 'cue said']])
  })

  it('of the marks that no cue accounts for', async () => {
    const { triggers } = await listen('“We will appeal,” Lund said. “It was a bad day.”', [
      { cue: 'said', content: ['We will appeal'], source: ['Lund'] },
    ])
    expect(triggers).toEqual([['cue said'], ['marks It was a bad day']])
  })

  it('not of marks that a cue’s content holds', async () => {
    const { triggers } = await listen('Lund said that “the long day” was over.', [
      { cue: 'said', content: ['that “the long day” was over'], source: ['Lund'] },
    ])
    expect(triggers).toEqual([['cue said']])
  })

  it('not of marks half of whose words a cue’s content holds, but of those with less', async () => {
    const text = 'Lund said: “One two three four.”'
    const half = await listen(text, [{ cue: 'said', content: ['One two'], source: ['Lund'] }])
    expect(half.triggers).toEqual([['cue said']])
    const less = await listen(text, [{ cue: 'said', content: ['One'], source: ['Lund'] }])
    expect(less.triggers).toEqual([['cue said'], ['marks One two three four']])
  })

  it('of marks whose words are only the source of a cue', async () => {
    const { triggers } = await listen('“Big Joss” said no.', [
      { cue: 'said', content: ['no'], source: ['Big Joss'] },
    ])
    expect(triggers).toEqual([['cue said'], ['marks Big Joss']])
  })

  it('of outer marks, not of those within them', async () => {
    const { triggers } = await listen('“He said ‘no’ to me.”', [])
    expect(triggers).toEqual([['marks He said ‘no’ to me']])
  })

  it('of all marks of a block together', async () => {
    const { triggers } = await listen('“One,” “two” and “three”.', [])
    expect(triggers).toEqual([['marks One', 'marks two', 'marks three']])
  })
})

describe('the encoder is given', () => {
  it('windows: [CLS], then blocks with [SEP] behind each, and where each word begins', async () => {
    const text = 'Unaffable Lund.\nBerg left.'
    const { asked, blocks } = await listen(text, [])
    expect(asked.windows.length).toBe(1)
    const { ids, types, first } = asked.windows[0]!
    const [one, two] = blocks.map(block => block.ids)
    expect([...ids]).toEqual([pieces.cls, ...one!, pieces.sep, ...two!, pieces.sep])
    expect(types.length).toBe(ids.length)
    expect([types[0], types[one!.length + 1], types.at(-1)]).toEqual([0, 0, 0])
    expect([...first]).toEqual([1, 4, one!.length + 2, one!.length + 3])
  })

  it('no window beyond the limit of its config', async () => {
    const text = 'The ferry left at noon.\n'.repeat(100)
    const { asked } = await listen(text, [], { window: 64 })
    expect(asked.windows.length).toBeGreaterThan(8)
    for (const { ids } of asked.windows) expect(ids.length).toBeLessThanOrEqual(64)
  })
})

describe('the labeller is given', () => {
  it('the words of one block: its triggers, distances, gaps and other cues', async () => {
    const text = 'He left.\nBerg said no, Lund has said, yes.'
    const { asked, blocks } = await listen(text, [
      { cue: 'said', content: ['no'], source: ['Berg'] },
      { cue: 'has said', content: ['yes'], source: ['Lund'] },
    ])
    const { block, input } = asked.labels[0]!
    expect(block).toBe(1)
    expect([input.words, input.triggers]).toEqual([7, 2])
    expect([...input.states]).toEqual([2, 3, 4, 5, 6, 7, 8])
    expect([...input.weights.subarray(0, 7)]).toEqual([0, 1, 0, 0, 0, 0, 0])
    expect([...input.weights.subarray(7)]).toEqual([0, 0, 0, 0, 0.5, 0.5, 0])
    expect([...input.distance.subarray(0, 7)]).toEqual([-1, 0, 1, 2, 3, 4, 5].map(distanceBucket))
    expect([...input.distance.subarray(7)]).toEqual([-4, -3, -2, -1, 0, 0, 1].map(distanceBucket))
    expect([...input.other.subarray(0, 7)]).toEqual([0, 0, 0, 0, 1, 1, 0])
    expect([...input.other.subarray(7)]).toEqual([0, 1, 0, 0, 0, 0, 0])
    const gaps = blocks[1]!.gaps
    expect([...input.before]).toEqual(gaps.slice(0, 7))
    expect([...input.after]).toEqual(gaps.slice(1))
  })

  it('no other cues where it is asked about marks', async () => {
    const { asked } = await listen('“Never.” Berg said no.', [
      { cue: 'said', content: ['no'], source: ['Berg'] },
    ])
    const { input } = asked.labels[1]!
    expect([...input.kind]).toEqual([2])
    expect([...input.other]).toEqual([0, 0, 0, 0])
  })
})

describe('a model that fails', () => {
  it('makes hearing reject with its own error', async () => {
    const model = fakeModel('Lund left.', [])
    const broken = { ...model, encode: () => Promise.reject(new Error('out of memory')) }
    await expect(hear(show('Lund left.').blocks, broken, pieces)).rejects.toThrow('out of memory')
    expect(config.window).toBe(192)
  })
})
