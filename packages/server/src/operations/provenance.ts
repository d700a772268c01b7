import { provenance as follow } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { differences } from './differences.js'
import { operation } from './operation.js'
import { NO_OUTLET } from './said.js'

const occurrence = z.object({
  story: z.string().describe('Permanent link of the story: stories/KEY.'),
  quote: z.string().nullable().describe('Of the quote that holds them: stories/KEY/quotes/q3.'),
  in: z.enum(['quote', 'turn', 'story']).describe('Quoted, in a turn, or the story’s own words.'),
  speakers: z.array(z.string()),
  source: z.string().describe('As the story puts it: “she”.'),
  outlet: z.string(),
  published: z.string().nullable(),
  copyOf: z.string().nullable().describe('An earlier story with nearly all the words of this one.'),
})

const turned = <K extends z.ZodType>(kind: K) =>
  z.object({
    kind,
    from: z.string().nullable().describe('Null where a licence keeps the words back.'),
    to: z.string().nullable(),
  })

const variant = z.object({
  id: z.string().describe('v1, v2 … in the order of first appearance.'),
  words: z.string().nullable(),
  count: z.int().describe('Places with this wording.'),
  speakers: z.array(z.object({ name: z.string(), count: z.int() })),
  occurrences: z.array(occurrence).describe('By date, those without one last.'),
})

const descent = z.object({
  from: z.string(),
  to: z.string(),
  basis: z
    .enum(['copy', 'wording'])
    .describe(
      'copy: its first story is a copy of one with the other wording; wording: it differs least from that. Both are inferred.',
    ),
  order: z.enum(['dates', 'not-known']).describe('Do dates say which came first?'),
  sameOutlet: z.boolean(),
  score: z.number().describe('How much of the words is the same, 0 to 1.'),
  differences: differences.differences,
  edits: z.array(turned(differences.edits.element.shape.kind)),
  alarms: z.array(turned(differences.alarms.element.shape.kind)),
})

const group = z.object({
  count: z.int(),
  first: occurrence,
  variants: z.array(variant),
  descents: z
    .array(descent)
    .describe('For every variant but the first the one that it comes from.'),
  outlets: z.array(z.object({ outlet: z.string(), count: z.int() })),
  months: z.array(z.object({ month: z.string().nullable(), count: z.int() })),
})

/** The way of words through the stories. */
export const provenance = operation({
  name: 'provenance',
  summary: 'The way of words through the stories.',
  description:
    'Follows words, or a quote by its link, through all stories: where they appeared first, in which wordings since, each with what it changed of the earlier one that it seems to come from, and who printed them when. Who copied whom is inferred from dates, wordings and copied stories, and says so; without dates the order is not known.',
  permission: 'read',
  input: z.object({
    of: z
      .string()
      .max(20_000)
      .describe('Words, two at least; or a quote: stories/KEY/quotes/q3, or KEY#q3.'),
    limit: z
      .int()
      .min(1)
      .max(1000)
      .default(20)
      .describe('How many places of a wording to list at most.'),
  }),
  output: z.object({
    words: z.string(),
    quote: z.string().nullable().describe('The quote that was asked for.'),
    groups: z.array(group).describe('Wordings that go back to one, the largest group first.'),
    more: z
      .boolean()
      .describe(
        'There are more than were looked at: the earliest places and commonest wordings were.',
      ),
  }),
  examples: [
    {
      says: 'a promise, from the first paper on',
      input: { of: 'There will be no new tax on work this year' },
    },
  ],
  positional: ['of'],
  sentence: true,
  run: (context, { of, limit }) => follow(context, { of, limit }),
  show({ groups, more }, sheet) {
    const { faint } = sheet.styles.tones
    if (groups.length === 0) sheet.say('Not found in this archive.', sheet.styles.head)
    for (const one of groups) sayGroup(one, sheet)
    if (more) sheet.say('There are more places than were looked at.', faint)
  },
})

type Group = z.output<typeof group>

function sayGroup({ count, variants, descents, outlets }: Group, sheet: Sheet): void {
  const { faint } = sheet.styles.tones
  sheet.gap()
  const printed = `${count} ${count === 1 ? 'place' : 'places'}, ${variants.length} ${variants.length === 1 ? 'wording' : 'wordings'}`
  sheet.say(printed, sheet.styles.head)
  const told = outlets.slice(0, 8).map(({ outlet, count }) => `${outlet || NO_OUTLET} ${count}`)
  sheet.say(`${told.join(', ')}${outlets.length > 8 ? ' …' : ''}`, faint)
  const below = (id: string | undefined, depth: number) => {
    for (const one of variants) {
      const descent = descents.find(({ to }) => to === one.id)
      if (descent?.from !== id) continue
      sayVariant(one, descent, sheet, '  '.repeat(Math.min(depth, 8)))
      below(one.id, depth + 1)
    }
  }
  below(undefined, 0)
}

function sayVariant(
  { id, words, count, speakers, occurrences }: Group['variants'][number],
  descent: Group['descents'][number] | undefined,
  sheet: Sheet,
  indent: string,
): void {
  const { plain, faint, doubt } = sheet.styles.tones
  const said = speakers.map(({ name, count }) => (count > 1 ? `${name} (${count})` : name))
  const who = said.length > 0 ? said.join(', ') : 'speaker not known'
  sheet.gap()
  sheet.say(`${id}: ${words ?? '(words kept back by licences)'}`, plain, indent, `${indent}    `)
  if (descent) {
    const order = descent.order === 'dates' ? 'later by date' : 'order not known'
    const basis = descent.basis === 'copy' ? 'its story copies one with' : 'nearest in wording to'
    sheet.say(`inferred: ${basis} ${descent.from}, ${order}`, faint, `${indent}    `)
    for (const { kind, from, to } of descent.edits)
      sheet.say(`${kind}: ${sides(from, to)}`, plain, `${indent}    `)
    for (const { kind, from, to } of descent.alarms)
      sheet.say(`${kind.toUpperCase()}! ${sides(from, to)}`, doubt, `${indent}    `)
  }
  sheet.say(`${count} ${count === 1 ? 'place' : 'places'}; ${who}`, plain, `${indent}    `)
  for (const place of occurrences.slice(0, 5)) {
    const where = place.outlet || NO_OUTLET
    const when = place.published?.slice(0, 10) ?? 'date not told'
    const own = place.in === 'story' ? ', the story’s own words' : ''
    sheet.say(`${when}, ${where}${own}: ${place.quote ?? place.story}`, faint, `${indent}    `)
  }
  if (count > 5)
    sheet.say(`and ${count - Math.min(5, occurrences.length)} more`, faint, `${indent}    `)
}

/** "“not”", "“three” became “four”" */
function sides(from: string | null, to: string | null): string {
  if (from === null || to === null) return '(words kept back)'
  if (from && to) return `“${from}” became “${to}”`
  return `“${from || to}”`
}
