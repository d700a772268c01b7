import type { StoryRecord, TextSpan } from '@onrecord/engine'
import { expect, it } from 'vitest'
import { citron } from '../../src/out/citron.js'
import { wellFormed } from '../../src/out/well-formed.js'
import { goldenRecords } from './golden-records.js'
import { forAll, hostileRecord } from './hostile.js'
import { piecesOf, textOf } from './written.js'

interface Quote {
  readonly id: string
  readonly cue?: TextSpan
  readonly sources: readonly TextSpan[]
  readonly contents: readonly TextSpan[]
  readonly coreferences: readonly TextSpan[]
  readonly confidence: number
}

interface Document {
  readonly text: string
  readonly quotes: readonly Quote[]
  readonly quotes_without_cue: readonly Quote[]
  readonly coreference_groups: readonly (readonly TextSpan[])[]
}

/** Every span of a document says the words that Python's text[start:end] would. */
function check(document: Document) {
  const characters = Array.from(document.text)
  const all = [...document.quotes, ...document.quotes_without_cue]
  const spans = [
    ...all.flatMap(one => [...one.sources, ...one.contents, ...one.coreferences]),
    ...document.quotes.map(({ cue }) => cue!),
    ...document.coreference_groups.flat(),
  ]
  for (const { start, end, text } of spans) {
    expect(characters.slice(start, end).join('')).toBe(text)
    expect(end).toBeGreaterThan(start)
  }
}

it('of golden records has every quote, with a cue or apart', async () => {
  const lines = (await textOf(citron, goldenRecords())).trimEnd().split('\n')
  const documents = lines.map(line => JSON.parse(line) as Document)
  expect(documents).toHaveLength(goldenRecords().length)
  documents.forEach((document, i) => {
    check(document)
    const { quotes, story } = goldenRecords()[i]!
    expect(document.text).toBe(story.text)
    const ids = (quotes: readonly { readonly id: string }[]) => quotes.map(({ id }) => id)
    expect(ids(document.quotes)).toEqual(ids(quotes.filter(({ cue }) => cue.length > 0)))
    expect(ids(document.quotes_without_cue)).toEqual(ids(quotes.filter(({ cue }) => !cue.length)))
    for (const { id, contents } of document.quotes) {
      const { content } = quotes.find(quote => quote.id === id)!
      expect(contents.map(({ text }) => text)).toEqual(content.map(({ text }) => text))
    }
  })
})

it('of a cue in pieces has the longest; of a speaker the name, where the source is another', async () => {
  const text = '😀 Ada Fenn left. She has, Bo heard, ruled out a bid.'
  const at = (words: string) => {
    const start = text.indexOf(words)
    return { start, end: start + words.length, text: words }
  }
  const [record] = goldenRecords()
  const quote = { id: 'q1', kind: 'indirect', confidence: 0.5, speakers: ['e1'] } as const
  const small: StoryRecord = {
    ...record!,
    story: { ...record!.story, text },
    quotes: [
      { ...quote, content: [at('a bid')], cue: [at('has'), at('ruled out')], source: [at('She')] },
      { ...quote, id: 'q2', content: [at('left')], cue: [at('heard')], source: [at('Ada Fenn')] },
    ],
    entities: [
      {
        id: 'e1',
        type: 'person',
        name: 'Ada Fenn',
        mentions: [
          { ...at('Ada Fenn'), form: 'name' },
          { ...at('She'), form: 'pronoun' },
        ],
      },
    ],
  }
  const document = JSON.parse(await textOf(citron, [small])) as Document
  check(document)
  expect(document.quotes[0]).toEqual({
    id: 'q1',
    cue: { start: 36, end: 45, text: 'ruled out' },
    sources: [{ start: 17, end: 20, text: 'She' }],
    contents: [{ start: 46, end: 51, text: 'a bid' }],
    coreferences: [{ start: 2, end: 10, text: 'Ada Fenn' }],
    confidence: 0.5,
  })
  expect(document.quotes[1]!.coreferences).toEqual([])
  expect(document.coreference_groups).toHaveLength(1)
})

it('holds hostile words', async () => {
  await forAll(hostileRecord, 200, async record => {
    const json = (await piecesOf(citron, [record])).join('')
    expect(json).toMatch(/^[^\n\r]*\n$/)
    const document = JSON.parse(json) as Document
    check(document)
    expect(document.text).toBe(wellFormed(record.story.text))
  })
})
