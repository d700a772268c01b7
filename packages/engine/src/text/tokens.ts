import type { Span } from '../span.js'
import { isSpace } from '../span.js'
import { stage } from '../stage.js'

/** A word (letters and digits, apostrophes within), or a run of other characters that is not white space. */
export interface Token extends Span {
  readonly word: boolean
}

/** The unit in which contents and sources are compared and labelled. Apostrophes between letters do not end it. */
export const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu

/** The tokens of one stretch of text, in order. Runs of one repeated sign are one token. */
export function findTokens(text: string, within: Span): Token[] {
  const tokens: Token[] = []
  let at = within.start
  const signs = (end: number) => {
    while (at < end) {
      const code = text.codePointAt(at)!
      const start = at
      at += code > 0xffff ? 2 : 1
      if (isSpace(code)) continue
      while (at < end && text.codePointAt(at) === code) at += code > 0xffff ? 2 : 1
      tokens.push({ start, end: Math.min(at, end), word: false })
    }
    at = end
  }
  for (const match of text.slice(within.start, within.end).matchAll(WORD)) {
    const start = within.start + match.index
    signs(start)
    at = start + match[0].length
    tokens.push({ start, end: at, word: true })
  }
  signs(within.end)
  return tokens
}

export const tokens = stage('tokens', {
  needs: ['paragraphs'],
  gives: ['tokens'],
  read: story => ({ tokens: story.paragraphs.flatMap(p => findTokens(story.text, p)) }),
})
