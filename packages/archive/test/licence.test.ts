import { describe, expect, it } from 'vitest'
import { excerpt, type Licence } from '../src/index.js'

const text = 'One two three four, “five six” seven eight nine ten.'
const all = { start: 0, end: text.length }
const of = (licence: Licence, focus?: string) => {
  const start = focus ? text.indexOf(focus) : 0
  const span = excerpt(text, all, licence, focus ? { start, end: start + focus.length } : undefined)
  return span && text.slice(span.start, span.end)
}

describe('what of a passage may be shown', () => {
  it('all, so many words, or none', () => {
    expect(of({ kind: 'full', words: null })).toBe(text)
    expect(of({ kind: 'link', words: null })).toBe(null)
    expect(of({ kind: 'snippet', words: null })).toBe(null)
    expect(of({ kind: 'snippet', words: 4 })).toBe('One two three four')
    expect(of({ kind: 'snippet', words: 10 })).toBe(text)
  })

  it('what was searched for is within it', () => {
    expect(of({ kind: 'snippet', words: 4 }, 'six')).toBe('five six” seven eight')
    expect(of({ kind: 'snippet', words: 4 }, 'ten')).toBe('seven eight nine ten')
    expect(of({ kind: 'snippet', words: 4 }, 'two')).toBe('One two three four')
    expect(of({ kind: 'snippet', words: 1 }, 'ten')).toBe('ten')
  })
})
