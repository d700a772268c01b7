import { describe, expect, it } from 'vitest'
import { createReader } from '../../../src/read.js'
import { fakeModel, type Hears, quotesOf } from '../../fake-model.js'

describe('quotes', () => {
  it('stand in the order of their first words', async () => {
    const quotes = await quotesOf('“No,” Lund said. Berg said yes. “Never,” Ode added.', [
      { cue: 'added', content: ['Never'], source: ['Ode'] },
      { cue: 'said@2', content: ['yes'], source: ['Berg'] },
      { cue: 'said', content: ['No'], source: ['Lund'] },
    ])
    expect(quotes.map(({ source }) => source)).toEqual([['Lund'], ['Berg'], ['Ode']])
  })

  it('are none where nothing is heard, whatever the marks', async () => {
    expect(await quotesOf('The “long march” of “Big Joss” ended in ‘Nine Lamps’.', [])).toEqual([])
  })

  it('do not hold marks that are judged no quote: a title, a nickname, a scare quote', async () => {
    const quotes = await quotesOf('“Big Joss” sang. “We won,” Lund said.', [
      { cue: 'said', content: ['We won'], source: ['Lund'] },
      { marks: 'Big Joss', content: [] },
    ])
    expect(quotes).toEqual([
      { kind: 'direct', content: ['“We won,”'], cue: ['said'], source: ['Lund'] },
    ])
  })

  it('hold uncued marks with a source of their own', async () => {
    const quotes = await quotesOf('Lund shook her head. “Never.”', [
      { marks: 'Never', content: ['Never'], source: ['Lund'] },
    ])
    expect(quotes).toEqual([{ kind: 'direct', content: ['“Never.”'], source: ['Lund'] }])
  })

  it('are left out below the floor of their kind of trigger', async () => {
    const text = 'Lund said no. “Never.”'
    const hears: Hears[] = [
      { cue: 'said', content: ['no'], source: ['Lund'], heard: 0.4, margin: 1 },
      { marks: 'Never', content: ['Never'], margin: 1 },
    ]
    const count = async (cue: number, marks: number) =>
      (await quotesOf(text, hears, { floor: { cue, marks } })).length
    expect([await count(0, 0), await count(0, 1), await count(1, 0), await count(1, 1)]).toEqual([
      2, 1, 1, 0,
    ])
  })

  it('are surer where the model is', async () => {
    const confidence = async (one: Partial<Hears>) => {
      const hears = { cue: 'said', content: ['no'], source: ['Lund'], ...one }
      const calibration = { cue: [-6, 0.5, 0.5], marks: [-6, 0.5, 0.5] }
      const model = fakeModel('Lund said no.', [hears], { calibration })
      return (await createReader(model).read('Lund said no.')).quotes[0]!.confidence
    }
    const sure = await confidence({})
    expect(sure).toBeGreaterThan(await confidence({ heard: 0.7 }))
    expect(sure).toBeGreaterThan(await confidence({ margin: 2 }))
    expect(sure).toBeLessThan(1)
    expect(await confidence({ heard: 0.35, margin: 0.1 })).toBeGreaterThan(0)
  })

  it('have one source where the model marks across two sentences', async () => {
    const text = '“No,” said Lund. Berg left.'
    const hears: Hears[] = [{ cue: 'said', content: ['No'], source: ['Lund. Berg'] }]
    expect((await quotesOf(text, hears)).map(({ source }) => source)).toEqual([['Lund']])
  })

  it('do not begin with their story’s dateline, nor have it as their source', async () => {
    const text = 'HALLAM - Berg lied, Lund said.'
    const hears: Hears[] = [{ cue: 'said', content: ['HALLAM - Berg lied'], source: ['Lund'] }]
    expect((await quotesOf(text, hears)).map(({ content }) => content)).toEqual([['Berg lied']])
  })

  it('may have no source', async () => {
    expect(await quotesOf('It was said no.', [{ cue: 'said', content: ['no'] }])).toEqual([
      { kind: 'indirect', content: ['no'], cue: ['said'] },
    ])
  })
})

describe('doubles', () => {
  it('of two cues for one content, the surer stays', async () => {
    const quotes = await quotesOf('“No,” Lund said, adding nothing.', [
      { cue: 'adding', content: ['No'], source: ['Lund'], heard: 0.6 },
      { cue: 'said', content: ['No'], source: ['Lund'], heard: 0.9 },
    ])
    expect(quotes.map(({ cue }) => cue)).toEqual([['said']])
  })

  it('two cues with two contents both stay', async () => {
    const quotes = await quotesOf('“No,” Lund said, adding that she would go.', [
      { cue: 'adding', content: ['that she would go'], source: ['Lund'] },
      { cue: 'said', content: ['No'], source: ['Lund'] },
    ])
    expect(quotes.map(({ cue }) => cue)).toEqual([['said'], ['adding']])
  })
})

describe('a quote within another', () => {
  const text = '“He told me ‘no’ and went,” Lund said.'

  it('says in which it stands', async () => {
    const quotes = await quotesOf(text, [
      { cue: 'said', content: ['He told me ‘no’ and went'], source: ['Lund'] },
      { cue: 'told', content: ['no'], source: ['He'] },
    ])
    expect(quotes).toEqual([
      { kind: 'direct', content: ['“He told me ‘no’ and went,”'], cue: ['said'], source: ['Lund'] },
      { kind: 'direct', content: ['‘no’'], cue: ['told'], source: ['He'], within: 'q1' },
    ])
  })

  it('stands in the nearest', async () => {
    const nested = '“Ode said Berg said no,” Lund said.'
    const quotes = await quotesOf(nested, [
      { cue: 'said@3', content: ['Ode said Berg said no'], source: ['Lund'] },
      { cue: 'said', content: ['Berg said no'], source: ['Ode'] },
      { cue: 'said@2', content: ['no'], source: ['Berg'] },
    ])
    expect(quotes.map(({ within }) => within)).toEqual([undefined, 'q1', 'q2'])
  })

  it('not where it is only beside', async () => {
    const quotes = await quotesOf('“No,” Lund said. Berg said yes.', [
      { cue: 'said', content: ['No'], source: ['Lund'] },
      { cue: 'said@2', content: ['yes'], source: ['Berg'] },
    ])
    expect(quotes.map(({ within }) => within)).toEqual([undefined, undefined])
  })
})

describe('a cue that ends its paragraph with a colon', () => {
  it('has the quotation below as its content', async () => {
    const quotes = await quotesOf('Lund said:\n“We will appeal. We must.”\nBerg left.', [
      { cue: 'said', source: ['Lund'] },
    ])
    expect(quotes).toEqual([
      { kind: 'direct', content: ['“We will appeal. We must.”'], cue: ['said'], source: ['Lund'] },
    ])
  })

  it('has the paragraph below as its content where that has no marks', async () => {
    const quotes = await quotesOf('Lund’s letter read:\n\nWe will appeal. We must.\n\nBerg left.', [
      { cue: 'read', source: ['Lund’s letter'] },
    ])
    expect(quotes.map(({ kind, content }) => [kind, content])).toEqual([
      ['indirect', ['We will appeal. We must.']],
    ])
  })

  it.each([
    ['without a colon', 'Lund said so.\n“No.”'],
    ['with a colon amid it', 'Lund said: so.\n“No.”'],
    ['as the last of the story', 'Lund said:'],
  ])('not %s', async (_, text) => {
    const quotes = await quotesOf(text, [{ cue: 'said', source: ['Lund'] }])
    expect(quotes).toEqual([])
  })

  it('leaves the marks below to that cue alone', async () => {
    const quotes = await quotesOf('Lund said:\n“We will appeal.”', [
      { cue: 'said', source: ['Lund'] },
      { marks: 'We will appeal', content: ['We will appeal'] },
    ])
    expect(quotes.map(({ content, cue }) => [content, cue])).toEqual([
      [['“We will appeal.”'], ['said']],
    ])
  })
})
