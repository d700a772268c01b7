import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { dayOf, instantOf } from '../../src/out/dates.js'
import { webAddress } from '../../src/out/fields.js'
import { forAll, hostile } from './stories.js'

describe('a date of publication', () => {
  it.each([
    ['2026-03-09T05:00:00Z', '2026-03-09T05:00:00Z', '2026-03-09'],
    ['2026-03-09T05:00+01:00', '2026-03-09T05:00:00+01:00', '2026-03-09'],
    ['2026-03-09t05:00:00.25z', '2026-03-09T05:00:00.25Z', '2026-03-09'],
    ['2026-03-09T05:00', undefined, '2026-03-09'],
    ['2026-03-09 05:00', undefined, '2026-03-09'],
    ['2026-03-09', undefined, '2026-03-09'],
    ['2024-02-29', undefined, '2024-02-29'],
    ['2026-02-29', undefined, undefined],
    ['2026-02-31T05:00:00Z', undefined, undefined],
    ['2026-03-09T25:00:00Z', undefined, '2026-03-09'],
    ['2026-03-091', undefined, undefined],
    ['2026-03', undefined, undefined],
    ['9 March', undefined, undefined],
    ['', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%j is the moment %j, the day %j', (published, instant, day) => {
    expect([instantOf(published), dayOf(published)]).toEqual([instant, day])
  })
})

describe('an address of the web', () => {
  it.each([
    ['https://p.example/é?a=1', 'https://p.example/%C3%A9?a=1'],
    ['HTTP://P.example', 'http://p.example/'],
    [
      'https://[::1]:8080/a|b?c=[d]&e={f}#g h',
      'https://[::1]:8080/a%7Cb?c=%5Bd%5D&e=%7Bf%7D#g%20h',
    ],
    ['https://p.example/50%?a#b#c', 'https://p.example/50%25?a#b%23c'],
    ['p.example/1', undefined],
    ['javascript:x', undefined],
    ['https://', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('of %j is %j', (url, address) => {
    expect(webAddress(url)).toBe(address)
  })

  it('is a URI, whatever stands in it', () => {
    const ajv = new Ajv2020()
    formats.default(ajv)
    const valid = ajv.compile({ type: 'string', format: 'uri' })
    return forAll(hostile(), 300, text => {
      const address = webAddress(`https://p.example/${text}`)!
      expect(valid(address), address).toBe(true)
      expect(new URL(address).href).toBe(address)
    })
  })
})
