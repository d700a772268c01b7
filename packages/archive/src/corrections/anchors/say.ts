import type { Ref } from './ref.js'

/** The reference in an editor's words: the quote “We will appeal”, the person Ana Lund. */
export function say(ref: Ref): string {
  switch (ref.item) {
    case 'quote':
      return `the quote ${shorten(ref.content.map(piece => piece.exact).join(' … '))}`
    case 'entity':
      return `the ${ref.type === 'other' ? 'entity' : ref.type} ${ref.name}`
    case 'value':
      return `the ${ref.type} “${ref.span.exact}”`
    case 'fact':
      return `the fact (${ref.type}) in ${shorten(ref.evidence.map(piece => piece.exact).join(' … '))}`
    default:
      return `the finding ${ref.code}`
  }
}

/** At most so many characters of a story's words in a sentence about them. */
const SHOWN = 80

export function shorten(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  const short = Array.from(line).slice(0, SHOWN).join('')
  const cut = short.length < line.length ? `${short}…` : line
  return /^["“”„«'‘]/.test(cut) ? cut : `“${cut}”`
}
