import { describe, expect, it } from 'vitest'
import { jsonDocument, toJson, toScriptJson } from '../../src/out/json.js'
import { forAll, hostile, streamOf } from './stories.js'

describe('JSON', () => {
  it('has no half characters', () =>
    forAll(hostile(), 200, text => {
      const json = toJson({ text: [text] })
      expect(JSON.parse(json).text[0]).toBe(Buffer.from(text).toString())
    }))

  it('for a script has no sign of markup, and is the same JSON', () =>
    forAll(hostile(), 200, text => {
      const json = toScriptJson({ [text]: text })
      expect(json).not.toMatch(/[<>&\u2028\u2029]/)
      expect(Object.values(JSON.parse(json))).toEqual([Buffer.from(text).toString()])
    }))

  it.each([
    [[], '[]\n'],
    [['a'], 'a\n'],
    [['a', 'b'], '[\na,\nb\n]\n'],
    [['a', 'b', 'c'], '[\na,\nb,\nc\n]\n'],
  ])('a document of %j', async (items, file) => {
    let written = ''
    for await (const piece of jsonDocument(streamOf(items), item => item)) written += piece
    expect(written).toBe(file)
  })

  it('a document is written while its items come', async () => {
    let given = 0
    async function* items() {
      for (; given < 100; given++) yield String(given)
    }
    for await (const _ of jsonDocument(items(), item => item)) break
    expect(given).toBeLessThan(3)
  })
})
