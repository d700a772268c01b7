import type { Alarm, Edit, Pair, Span, TextSpan } from '@onrecord/engine'
import { excerpt, shownWords } from '../rights/licence.js'
import { quoteLink } from '../stories/quote-ref.js'
import type { Attributed } from './attribute.js'
import type { Compared } from './compare.js'
import type { Piece } from './piece.js'
import type { ToldStory } from './stretches.js'
import type { Change, Citation, StoryWords } from './types.js'

/** Code units shown before and behind the words found. */
const AROUND = 200

/** A place as it may be shown: words that its source's licence keeps back are null. `within`: the passages it is in. */
export function cite(
  story: ToldStory,
  spans: readonly Span[],
  within: Span,
  { in: where, quote, speakers, quotedBy, seconds }: Omit<Attributed, 'piece'>,
): Citation {
  const shown = shownOf(story, spans, within)
  return {
    in: where,
    speakers: speakers.map(({ name, person }) => ({
      name: person?.name ?? name,
      person: person?.key ?? null,
    })),
    quotedBy,
    source: shownWords(quote?.source ?? '', story.licence) ?? '',
    confidence: quote?.confidence ?? null,
    speakerConfidence: quote?.speakerConfidence ?? null,
    story: linkOf(story),
    quote: quote ? quoteLink(story.key, quote.item) : null,
    kind: story.kind,
    outlet: story.outlet,
    title: story.title,
    published: story.published,
    day: quote?.said ?? null,
    seconds,
    spans: spans.map(span => wordsAt(story, span, shown)),
    around: shown && wordsAt(story, shown, shown),
  }
}

export const linkOf = ({ key }: ToldStory): string => `stories/${key}`

/** What of a story may be shown round the words found. */
function shownOf(story: ToldStory, spans: readonly Span[], within: Span): Span | null {
  const focus = {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
  const { text } = story
  let { start, end } = within
  if (focus.start - start > AROUND) start = nextWord(text, focus.start - AROUND, focus.start)
  if (end - focus.end > AROUND) end = lastWord(text, focus.end, focus.end + AROUND)
  return excerpt(text, { start, end }, story.licence, focus)
}

/** Behind the first space from `from` on; `most` where there is none. */
function nextWord(text: string, from: number, most: number): number {
  const space = text.slice(from, most).search(/\s/)
  return space < 0 ? most : from + space + 1
}

function lastWord(text: string, least: number, to: number): number {
  const space = text.slice(least, to).search(/\s\S*$/)
  return space < 0 ? least : least + space
}

const wordsAt = ({ text }: ToldStory, { start, end }: Span, shown: Span | null): StoryWords => ({
  start,
  end,
  text: shown && start >= shown.start && end <= shown.end ? text.slice(start, end) : null,
})

/** Differences with the story's words where they may be shown. */
export function changesOf({ verdict, pieces, stretches, locate }: Compared) {
  const shownIn = (piece: Piece) => {
    const own = pieces.filter(({ story }) => story === piece.story)
    const within = stretches.find(
      one => one.story === piece.story && one.start <= piece.start && piece.end <= one.end,
    )
    return within ? shownOf(piece.story, own, within) : null
  }
  const change = ({ claim, text }: Pair): Change => ({
    ...(claim === undefined ? {} : { claim }),
    ...(text === undefined ? {} : { text: told(text) }),
  })
  const told = (span: TextSpan) => {
    const piece = locate(span)
    return { story: linkOf(piece.story), ...wordsAt(piece.story, piece, shownIn(piece)) }
  }
  return {
    edits: verdict.edits.map((edit: Edit) => ({ kind: edit.kind, ...change(edit) })),
    omitted: verdict.omitted.map(change),
    inserted: verdict.inserted.map(change),
    alarms: verdict.alarms.map((alarm: Alarm) => ({
      kind: alarm.kind,
      how: alarm.how,
      ...change(alarm),
    })),
  }
}
