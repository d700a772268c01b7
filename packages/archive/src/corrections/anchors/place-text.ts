import { indexMarks, kindOf, type QuoteKind, type Span, textStages } from '@onrecord/engine'
import { sha256 } from '../../pack.js'

/** A text, and what is made of it only when asked for. */
export interface PlaceText {
  readonly text: string
  readonly sha256: string
  paragraphs(): readonly Span[]
  kindOf(content: readonly Span[]): QuoteKind
}

export function placeText(text: string): PlaceText {
  let made:
    | { layers: ReturnType<typeof layersOf>; index: ReturnType<typeof indexMarks> }
    | undefined
  const get = () => {
    if (made) return made
    const layers = layersOf(text)
    made = { layers, index: indexMarks(layers.marks) }
    return made
  }
  return {
    text,
    sha256: sha256(text),
    paragraphs: () => get().layers.paragraphs,
    kindOf: content => kindOf(content, get().layers.tokens, get().index),
  }
}

const layersOf = (text: string) => textStages.run({ text, meta: { id: '' } })
