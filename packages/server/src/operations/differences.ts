import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { storyWords } from './citation.js'

const claimWords = z.object({ start: z.int(), end: z.int(), text: z.string() })
const change = {
  claim: claimWords.optional().describe('Words of the claim.'),
  text: storyWords.extend({ story: z.string() }).optional().describe('Words of the story.'),
}

/** How a claim's words differ from those found. */
export const differences = {
  differences: z
    .array(z.enum(['marks', 'case', 'spacing', 'diacritics', 'hyphen', 'number-form']))
    .describe('In what they differ without being other words.'),
  edits: z.array(z.object({ kind: z.enum(['dropped', 'added', 'changed', 'moved']), ...change })),
  omitted: z.array(z.object(change)).describe('What the claim’s ellipses stand for.'),
  inserted: z.array(z.object(change)).describe('The claim’s words in brackets.'),
  alarms: z
    .array(
      z.object({
        kind: z.enum([
          'negation',
          'number',
          'amount',
          'percentage',
          'date',
          'modal',
          'quantifier',
          'pronoun',
          'condition',
          'hedge',
          'opposite',
        ]),
        how: z.enum(['dropped', 'added', 'changed', 'omitted', 'cut']),
        ...change,
      }),
    )
    .describe('Differences that may change the sense.'),
}

type Differences = z.output<z.ZodObject<typeof differences>>
type Told = Differences['omitted'][number]

/** Edits, a line each, and alarms that are not among them; what turns the sense is shouted. */
export function sayDifferences(found: Differences, sheet: Sheet, indent: string): void {
  const { plain, doubt } = sheet.styles.tones
  const loud = (one: Told) =>
    found.alarms.filter(alarm => touches(alarm.claim, one.claim) || touches(alarm.text, one.text))
  const shouted = new Set<unknown>()
  for (const edit of found.edits) {
    const alarms = loud(edit)
    for (const alarm of alarms) shouted.add(alarm)
    const says = `${edit.kind}: ${bothSides(edit)}`
    if (alarms.length === 0) sheet.say(says, plain, indent)
    else sheet.say(`${alarmWords(alarms)} ${says}`, doubt, indent)
  }
  for (const alarm of found.alarms)
    if (!shouted.has(alarm))
      sheet.say(`${alarmWords([alarm])} ${alarm.how}: ${bothSides(alarm)}`, doubt, indent)
  for (const pair of found.omitted)
    if (pair.text) sheet.say(`the ellipsis stands for: ${quoted(pair.text.text)}`, plain, indent)
  for (const pair of found.inserted)
    if (pair.claim && pair.text)
      sheet.say(`${pair.claim.text} stands for: ${quoted(pair.text.text)}`, plain, indent)
  if (found.differences.length > 0)
    sheet.say(
      `${found.edits.length > 0 ? 'else ' : ''}differs in ${found.differences.join(', ')} alone`,
      sheet.styles.tones.faint,
      indent,
    )
}

/** "NEGATION, NUMBER!" */
const alarmWords = (alarms: Differences['alarms']) =>
  `${[...new Set(alarms.map(({ kind }) => kind.toUpperCase()))].join(', ')}!`

const touches = (
  a: { start: number; end: number } | undefined,
  b: { start: number; end: number } | undefined,
) => a !== undefined && b !== undefined && a.start < b.end && b.start < a.end

function bothSides({ claim, text }: Told): string {
  if (claim && text) return `${quoted(text.text)} became ${quoted(claim.text)}`
  return quoted(claim ? claim.text : (text?.text ?? null))
}

const quoted = (words: string | null) => (words === null ? '(words kept back)' : `“${words}”`)
