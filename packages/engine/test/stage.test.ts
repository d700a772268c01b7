import { describe, expect, expectTypeOf, it } from 'vitest'
import { Pipeline, stage } from '../src/stage.js'
import { recordStages, textStages } from '../src/stages/index.js'
import type { Story } from '../src/story.js'
import { config } from './fake-model.js'

const paragraphs = stage('paragraphs', {
  needs: [],
  gives: ['paragraphs'],
  read: story => ({ paragraphs: [{ start: 0, end: story.text.length }] }),
})
const sentences = stage('sentences', {
  needs: ['paragraphs'],
  gives: ['sentences'],
  read: story => ({ sentences: story.paragraphs.map(({ start, end }) => ({ start, end })) }),
})
const lastly = stage('lastly', {
  needs: ['sentences', 'paragraphs'],
  gives: ['tokens', 'findings'],
  read: story => ({
    tokens: [...story.sentences, ...story.paragraphs].map(s => ({ ...s, word: true })),
    findings: [],
  }),
})
const story: Story = { text: 'We will appeal.', meta: { id: 's' } }

describe('a pipeline', () => {
  it('runs its stages in order and keeps text, meta and every layer', () => {
    const read = Pipeline.over().add(paragraphs).add(sentences).add(lastly).run(story)
    const whole = { start: 0, end: 15 }
    expect(read).toEqual({
      text: 'We will appeal.',
      meta: { id: 's' },
      paragraphs: [whole],
      sentences: [whole],
      tokens: [
        { ...whole, word: true },
        { ...whole, word: true },
      ],
      findings: [],
    })
  })

  it('runs on layers that are already there', () => {
    const read = Pipeline.over<'paragraphs'>()
      .add(sentences)
      .run({ ...story, paragraphs: [{ start: 3, end: 7 }] })
    expect(read.sentences).toEqual([{ start: 3, end: 7 }])
  })

  it('is a value: adding makes another', () => {
    const one = Pipeline.over().add(paragraphs)
    const two = one.add(sentences)
    expect(one.names).toEqual(['paragraphs'])
    expect(two.names).toEqual(['paragraphs', 'sentences'])
  })

  it('leaves the story that it was given as it was', () => {
    const given = Object.freeze({ ...story })
    Pipeline.over().add(paragraphs).run(given)
    expect(given).toEqual(story)
  })

  it('without stages gives the story back', () => {
    expect(Pipeline.over().run(story)).toEqual(story)
  })

  it('of the reader has each stage once', () => {
    const names = [...textStages.names, ...recordStages(config).names]
    expect(new Set(names).size).toBe(names.length)
    expect(names.indexOf('paragraphs')).toBe(0)
  })
})

// checked by `npm run check` (tsc -p tsconfig.test.json), which fails where an expected error does not come
describe('the compiler', () => {
  it('knows the layers that a pipeline gives', () => {
    const two = Pipeline.over().add(paragraphs).add(sentences)
    expectTypeOf(two.run(story)).toEqualTypeOf<Story<'paragraphs' | 'sentences'>>()
    // @ts-expect-error no stage gives marks
    two.run(story).marks
  })

  it('refuses a stage whose needs are not given', () => {
    // @ts-expect-error not given yet: paragraphs
    Pipeline.over().add(sentences)
    // @ts-expect-error not given yet: sentences
    Pipeline.over().add(paragraphs).add(lastly)
    // @ts-expect-error the wrong way round
    Pipeline.over().add(sentences).add(paragraphs)
  })

  it('refuses a layer that is given twice', () => {
    // @ts-expect-error already given: paragraphs
    Pipeline.over().add(paragraphs).add(paragraphs)
    // @ts-expect-error already given: sentences
    Pipeline.over<'paragraphs' | 'sentences'>().add(sentences)
  })

  it('refuses a story without the layers that a pipeline is over', () => {
    const over = Pipeline.over<'paragraphs'>()
    // @ts-expect-error paragraphs are missing
    over.run(story)
  })

  it('refuses a stage that reads what it does not need, gives other than it says, or names no layer', () => {
    stage('x', {
      needs: ['paragraphs'],
      gives: ['findings'],
      // @ts-expect-error tokens are not among its needs
      read: given => ({ findings: given.tokens.map(() => never) }),
    })
    // @ts-expect-error says sentences and gives none
    stage('x', { needs: [], gives: ['sentences'], read: () => ({}) })
    // @ts-expect-error no such layer
    stage('x', { needs: ['verses'], gives: ['findings'], read: () => ({ findings: [] }) })
  })
})

const never = { code: '', severity: 'note', message: '', spans: [] } as const
