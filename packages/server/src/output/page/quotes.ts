import type { EntityType, RecordQuote, TextSpan } from '@onrecord/engine'
import { type Lookup, nameOf } from '@onrecord/formats/tables'
import { numberOf } from '../marked.js'
import { visibleLine } from '../visible.js'
import { percent, UNSURE } from './doubt.js'
import { joined, type Phrase, part, phrase } from './phrase.js'
import { valuePhrase } from './values.js'

export interface PageQuote {
  /** The number in small figures. */
  readonly number: string
  readonly content: string
  /** The speaker's name or names; undefined where not resolved. */
  readonly speaker?: string
  /** The story's words for them, where they are not the name. */
  readonly source?: string
  /** To whom, where and when it was said, as far as told; else empty. */
  readonly setting: Phrase
  /** Kind and confidence in words. */
  readonly detail: Phrase
  /** "speaker 55%", where whose it is is not sure. */
  readonly doubt?: string
}

export function pageQuote(lookup: Lookup, quote: RecordQuote, index: number): PageQuote {
  const speaker = visibleLine(quote.speakers.map(id => nameOf(lookup, id)).join(' and '))
  const source = visibleLine(pieces(quote.source))
  const sure = quote.speakers.length > 0 ? quote.speakerConfidence : undefined
  return {
    number: numberOf(index),
    content: visibleLine(pieces(quote.content)),
    ...(quote.speakers.length > 0 && { speaker }),
    ...(source !== '' && source !== speaker && { source }),
    setting: setting(lookup, quote),
    detail: detail(lookup, quote),
    ...(sure !== undefined && sure < UNSURE && { doubt: `speaker ${percent(sure)}` }),
  }
}

const pieces = (spans: readonly TextSpan[]) => spans.map(({ text }) => text).join(' … ')

/** "to the Courier, in Ardesk, at the launch, 12 March 2026"; "on Chirrup", "in a statement", which are no place and no event. */
function setting(lookup: Lookup, { setting = {} }: RecordQuote): Phrase {
  const { to, place, event, time } = setting
  const isA = (id: string, type: EntityType) => lookup.entities.get(id)?.type === type
  const value = time === undefined ? undefined : lookup.values.get(time)
  return joined(
    [
      to === undefined ? [] : phrase(`to ${nameOf(lookup, to)}`),
      place === undefined
        ? []
        : phrase(`${isA(place, 'place') ? 'in' : 'on'} ${nameOf(lookup, place)}`),
      event === undefined
        ? []
        : phrase(`${isA(event, 'event') ? 'at' : 'in'} ${nameOf(lookup, event)}`),
      value ? valuePhrase(lookup, value) : [],
    ].filter(phrase => phrase.length > 0),
    ', ',
  )
}

function detail(lookup: Lookup, quote: RecordQuote): Phrase {
  const sure = (words: string, confidence: number) =>
    part(words, confidence < UNSURE ? 'doubt' : 'faint')
  const other = (id: string) => numberOf(lookup.quotes.get(id) ?? -1)
  const parts = [
    part(`${quote.kind}, `, 'faint'),
    sure(`${percent(quote.confidence)} sure`, quote.confidence),
  ]
  if (quote.speakers.length > 0 && quote.speakerConfidence !== undefined) {
    parts.push(part('; ', 'faint'))
    parts.push(sure(`speaker ${percent(quote.speakerConfidence)}`, quote.speakerConfidence))
  }
  if (quote.continues !== undefined)
    parts.push(part(`; goes on from ${other(quote.continues)}`, 'faint'))
  if (quote.within !== undefined) parts.push(part(`; within ${other(quote.within)}`, 'faint'))
  return parts
}
