import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { NO_OUTLET } from './said.js'

/** Words of a story, by their place in its text. */
export const storyWords = z.object({
  start: z.int().describe('In UTF-16 code units of the story’s text.'),
  end: z.int(),
  text: z.string().nullable().describe('Null where the licence of the outlet keeps them back.'),
})

/** A place where words stand, and whose they are there. */
export const citation = z.object({
  story: z.string().describe('Permanent link of the story: stories/KEY.'),
  quote: z.string().nullable().describe('Of the quote that holds them: stories/KEY/quotes/q3.'),
  kind: z.enum(['story', 'transcript']),
  outlet: z.string(),
  title: z.string().nullable(),
  published: z.string().nullable(),
  day: z.string().nullable().describe('When it was said, where the story tells.'),
  seconds: z.number().nullable().describe('Into the recording, for a transcript with times.'),
  in: z
    .enum(['quote', 'turn', 'story'])
    .describe(
      'Quoted; in somebody’s turn of a transcript; or the story’s own words, said by nobody.',
    ),
  speakers: z.array(
    z.object({
      name: z.string(),
      person: z.string().nullable().describe('Key in the register of people.'),
    }),
  ),
  quotedBy: z
    .array(z.string())
    .describe('Who quotes the speakers so: the words stand within somebody else’s quote.'),
  source: z.string().describe('As the story puts it: “she”.'),
  confidence: z.number().nullable(),
  speakerConfidence: z.number().nullable(),
  spans: z.array(storyWords).describe('The words found.'),
  around: storyWords.nullable().describe('The words around them.'),
})

type Citation = z.output<typeof citation>

/** "Ola Berg, in The Courier, 2026-03-09: stories/KEY/quotes/q3" */
export function citationLine(place: Citation): string {
  const who =
    place.in === 'story'
      ? 'nobody: the story’s own words'
      : place.speakers.map(({ name }) => name).join(' and ') ||
        (place.source
          ? `${place.source} (who that is was not found out)`
          : 'said by whom is not told')
  const by = place.quotedBy.length > 0 ? `, as quoted by ${place.quotedBy.join(' and ')}` : ''
  const where = place.outlet || NO_OUTLET
  const when = place.published?.slice(0, 10) ?? 'date not told'
  const at = place.seconds === null ? '' : `, at ${clock(place.seconds)}`
  const said = place.day && place.day !== when ? `, said ${place.day}` : ''
  return `${who}${by}, in ${where}, ${when}${said}${at}: ${place.quote ?? place.story}`
}

/** "1:02:03" */
function clock(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}

/** The words round what was found, the words found in bold. */
export function sayAround({ around, spans }: Citation, sheet: Sheet, indent: string): void {
  const { faint, name } = sheet.styles.tones
  if (!around || around.text === null) {
    sheet.say('The licence of the outlet lets no words be shown.', faint, indent)
    return
  }
  const runs: { text: string; style: typeof faint }[] = []
  let at = around.start
  const upTo = (end: number, style: typeof faint) => {
    if (end > at)
      runs.push({ text: around.text!.slice(at - around.start, end - around.start), style })
    at = Math.max(at, end)
  }
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    upTo(Math.min(span.start, around.end), faint)
    upTo(Math.min(span.end, around.end), name)
  }
  upTo(around.end, faint)
  sheet.set(runs, indent)
}
