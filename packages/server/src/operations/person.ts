import {
  type Other,
  type PersonCitation,
  type PersonPage,
  personKey,
  personPage,
  type Told,
} from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { countFilters } from './count-input.js'
import { PERSON } from './named.js'
import { operation } from './operation.js'
import {
  candidateEntry,
  editEntry,
  personEntry,
  sayCandidate,
  sayEdit,
  sayPerson,
} from './person-entry.js'

const other = z.object({ name: z.string(), key: z.string().nullable() })
const citation = z.object({
  link: z.string(),
  story: z.string(),
  outlet: z.string(),
  published: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  claimedBy: z
    .array(other)
    .nullable()
    .describe('Whose claim it is, where the story itself does not say it.'),
})
const told = {
  first: z.string().nullable(),
  last: z.string().nullable(),
  times: z.int(),
  claim: z.boolean(),
  citations: z.array(citation),
}
const quote = z.object({
  link: z.string(),
  story: z.string(),
  outlet: z.string(),
  published: z.string().nullable(),
  said: z.string().nullable(),
  kind: z.enum(['direct', 'indirect', 'mixed']),
  words: z.string().nullable().describe("As many as the outlet's licence lets show."),
  cut: z.boolean(),
  confidence: z.number(),
})
/** Everything about one of the register. */
export const person = operation({
  name: 'person',
  summary: 'A person or organisation: quotes, roles, ages, ties, contradictions.',
  description:
    'Gives the page of a person or organisation: every quote, the names that stories give it, roles and ages over time, ties, what others say of it, with whom it is quoted, identifiers, what does not add up (with citations), who may be the same, and what editors did. What somebody claims within a quote is told as their claim.',
  permission: 'read',
  input: z.object({
    person: PERSON.describe('Its key, as onrecord people prints it, or its name.'),
    from: countFilters.from.describe(
      'Quotes of stories published from this year, month or day on.',
    ),
    to: countFilters.to.describe(
      'Quotes of stories published up to and with this year, month or day.',
    ),
    outlet: z.string().optional().describe('Quotes in this outlet.'),
    limit: z.int().min(1).max(500).default(20).describe('How many quotes at most.'),
    cursor: z.string().optional().describe('Go on with the quotes: the "next" of the page before.'),
  }),
  output: personEntry.extend({
    said: z.object({ quotes: z.array(quote), next: z.string().nullable() }),
    about: z.array(quote.extend({ speakers: z.array(other) })),
    toldIn: z
      .array(
        z.object({
          story: z.string().describe('Its key.'),
          title: z.string().nullable(),
          outlet: z.string(),
          published: z.string().nullable(),
        }),
      )
      .describe('Stories that tell of it, those added last first; 200 at most.'),
    called: z.array(z.object({ name: z.string(), stories: z.int() })),
    roles: z.array(z.object({ title: z.string(), organisation: other.nullable(), ...told })),
    ages: z.array(
      z.object({
        age: z.union([z.number(), z.object({ min: z.number(), max: z.number() })]),
        born: z
          .tuple([z.number(), z.number()])
          .nullable()
          .describe('Years: not before, and before.'),
        citation,
      }),
    ),
    births: z.array(
      z.object({ date: z.string(), born: z.tuple([z.number(), z.number()]), citation }),
    ),
    deaths: z.array(z.object({ date: z.string(), citation })),
    ties: z.array(
      z.object({
        type: z.string(),
        relation: z.string().nullable(),
        direction: z.enum(['of', 'to']),
        other,
        ...told,
      }),
    ),
    quotedWith: z.array(other.extend({ stories: z.int() })),
    contradictions: z.array(
      z.object({
        kind: z.enum(['born', 'died', 'gender', 'relation']),
        message: z.string(),
        sides: z.array(
          z.object({ says: z.string(), times: z.int(), citations: z.array(citation) }),
        ),
      }),
    ),
    candidates: z.array(candidateEntry),
    edits: z.array(editEntry),
  }),
  examples: [],
  positional: ['person'],
  sentence: true,
  path: '/people/{person}',
  run: async (context, { person, ...query }) =>
    personPage(context, await personKey(context, person), query),
  show: (page, sheet) => showPerson(page, sheet),
})

function showPerson(page: PersonPage, sheet: Sheet): void {
  const { plain, faint, doubt } = sheet.styles.tones
  const section = (title: string, has: boolean, lines: () => void) => {
    if (!has) return
    sheet.gap()
    sheet.say(title, sheet.styles.head)
    lines()
  }
  sayPerson(page, sheet)
  section('Does not add up', page.contradictions.length > 0, () => {
    for (const { message, sides } of page.contradictions) {
      sheet.say(message, doubt, '  ', '    ')
      for (const { says, times, citations } of sides)
        sheet.say(`${says}, ${times} ×: ${citations.map(sayCitation).join('; ')}`, faint, '    ')
    }
  })
  section('Roles', page.roles.length > 0, () => {
    for (const role of page.roles)
      sayTold(sheet, [role.title, role.organisation?.name].filter(Boolean).join(', '), role)
  })
  section('Ages', page.ages.length > 0, () => {
    for (const { age, citation } of page.ages.slice(-SHOWN))
      sheet.say(
        `${typeof age === 'number' ? age : `${age.min} to ${age.max}`}  ${sayCitation(citation)}`,
        plain,
        '  ',
        '    ',
      )
  })
  section('Ties', page.ties.length > 0, () => {
    for (const tie of page.ties.slice(0, SHOWN)) sayTold(sheet, sayTie(tie), tie)
  })
  section('Quotes', page.said.quotes.length > 0, () => {
    for (const { link, words, outlet, published } of page.said.quotes) {
      sheet.say(words ?? '(the outlet’s licence lets no words be shown)', plain, '  ', '    ')
      sheet.say(
        `${link}  ${[outlet, published?.slice(0, 10)].filter(Boolean).join(', ')}`,
        faint,
        '    ',
      )
    }
    if (page.said.next) sheet.say(`More: --cursor ${page.said.next}`, faint, '  ')
  })
  section('Said of them', page.about.length > 0, () => {
    for (const { link, words, speakers } of page.about) {
      sheet.say(`${sayOthers(speakers)}: ${words ?? '…'}`, plain, '  ', '    ')
      sheet.say(link, faint, '    ')
    }
  })
  section('Quoted with', page.quotedWith.length > 0, () => {
    for (const { name, key, stories } of page.quotedWith)
      sheet.say(
        `${name} ${key ?? ''}  ${stories} ${stories === 1 ? 'story' : 'stories'}`,
        plain,
        '  ',
      )
  })
  section('May be the same', page.candidates.length > 0, () => {
    for (const candidate of page.candidates) sayCandidate(candidate, sheet)
  })
  section('Edits', page.edits.length > 0, () => {
    for (const edit of page.edits) sayEdit(edit, sheet, '  ')
  })
}

const SHOWN = 20

const sayOthers = (others: readonly Other[]) =>
  others.map(({ name }) => name).join(', ') || 'Somebody'

const sayTie = ({ type, relation, direction, other }: PersonPage['ties'][number]) =>
  direction === 'of'
    ? `${relation ?? type} ${relation ? 'of ' : ''}${other.name}`
    : `${other.name}: ${relation ?? type}`

const sayCitation = ({ link, outlet, published, claimedBy }: PersonCitation) =>
  [link, outlet, published?.slice(0, 10), claimedBy && `claimed by ${sayOthers(claimedBy)}`]
    .filter(Boolean)
    .join(', ')

function sayTold(sheet: Sheet, words: string, { times, citations }: Told): void {
  const { plain, faint } = sheet.styles.tones
  sheet.set(
    [
      { text: words, style: plain },
      { text: `  ${times > 1 ? `${times} ×, ` : ''}${sayCitation(citations[0]!)}`, style: faint },
    ],
    '  ',
    '    ',
  )
}
