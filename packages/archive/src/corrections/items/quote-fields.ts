import { isDeepStrictEqual } from 'node:util'
import type { RecordQuote, RecordSetting } from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { entityId, toldSpan, valueId } from '../anchors/told.js'
import { withOptional } from './quotes.js'

const spans = z.array(toldSpan).max(50)

/** What an editor can say of a quote. */
export const quoteFields = {
  content: spans
    .min(1)
    .describe(
      'The words attributed, marks included; several pieces where other words stand between.',
    ),
  cue: spans.describe('The words that attribute; empty where none do.'),
  source: spans.describe('The words that say whose they are; empty where the story names none.'),
  speakers: z
    .array(entityId)
    .max(50)
    .describe('Whom the source stands for; none where that is not known.'),
  kind: z
    .enum(['direct', 'indirect', 'mixed'])
    .describe('Unless told, as the marks around the content say.'),
  setting: z
    .strictObject({
      event: entityId.optional(),
      place: entityId.optional(),
      time: valueId.optional(),
      to: entityId.optional(),
    })
    .describe('Where, when and to whom it was said; all of it, {} for nothing known.'),
}

export const quoteSet = z.strictObject(quoteFields).partial()
export type QuoteSet = z.infer<typeof quoteSet>

/** The quote as an editor says; the very same object where it says so already. */
export function setQuote(quote: RecordQuote, set: QuoteSet, place: Place): RecordQuote {
  const content = set.content ? place.spans(set.content) : quote.content
  const speakers = set.speakers
    ? [...new Set(set.speakers.map(id => place.entity(id).id))]
    : quote.speakers
  const said = {
    content,
    cue: set.cue ? place.spans(set.cue) : quote.cue,
    source: set.source ? place.spans(set.source) : quote.source,
    speakers,
    kind: set.kind ?? (set.content ? place.kindOf(content) : quote.kind),
    setting: set.setting ? settingOf(set.setting, place) : quote.setting,
  }
  const { cue, source, kind, setting } = quote
  const before = { content: quote.content, cue, source, speakers: quote.speakers, kind, setting }
  if (isDeepStrictEqual(said, before)) return quote
  const carriesOn =
    said.cue.length === 0 &&
    isDeepStrictEqual([said.source, said.speakers], [quote.source, quote.speakers])
  const { setting: around, ...rest } = said
  return withOptional<RecordQuote>(
    { ...quote, ...rest, confidence: 1, corrected: place.key },
    {
      setting: around,
      speakerConfidence:
        speakers.length === 0 ? undefined : set.speakers ? 1 : quote.speakerConfidence,
      continues: carriesOn ? quote.continues : undefined,
    },
  )
}

function settingOf(set: NonNullable<QuoteSet['setting']>, place: Place): RecordSetting | undefined {
  const { event, place: where, time, to } = set
  const setting = {
    ...(event !== undefined && { event: place.entity(event).id }),
    ...(where !== undefined && { place: place.entity(where).id }),
    ...(time !== undefined && { time: place.value(time).id }),
    ...(to !== undefined && { to: place.entity(to).id }),
  }
  return Object.keys(setting).length > 0 ? setting : undefined
}
