import { verify as verifyClaim } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { citation, citationLine, sayAround } from './citation.js'
import { differences, sayDifferences } from './differences.js'
import { operation } from './operation.js'

const match = z.object({
  wording: z.enum(['exact', 'altered', 'joined']),
  attribution: z
    .enum(['asked', 'named', 'other', 'unknown', 'nobody'])
    .describe(
      'Whose: the speaker asked for; somebody’s, where nobody was asked for; somebody else’s; not told; nobody’s.',
    ),
  score: z.number().describe('How much of the words is the same, 0 to 1.'),
  opposite: z.boolean().describe('The words found say the contrary of the claim.'),
  ...differences,
  places: z.array(citation).describe('The first appearance; several where the claim joins words.'),
  again: z.array(citation).describe('The same words elsewhere, by date.'),
  more: z.boolean().describe('There are more places than these.'),
})

/** Did they ever say that? */
export const verify = operation({
  name: 'verify',
  summary: 'Did they ever say that?',
  description:
    'Looks for words in all stories and transcripts and says whether they were said: exactly, altered (with every word dropped, added, changed, or joined from two places), by someone else than told, in a story’s own words and by nobody, or not at all. Quotation marks, ellipses and [insertions] are understood; a negation or a number that changed is shouted. Each answer cites its places, the first appearance first.',
  permission: 'read',
  input: z.object({
    words: z
      .string()
      .max(20_000)
      .describe(
        'The words as they are claimed: two at least, better a whole sentence, 2,000 at most.',
      ),
    speaker: z
      .string()
      .min(1)
      .max(300)
      .optional()
      .describe('Who is said to have said them: a name, or person:KEY of the register.'),
    limit: z
      .int()
      .min(1)
      .max(50)
      .default(5)
      .describe('How many different wordings to tell of at most.'),
  }),
  output: z.object({
    claim: z.string(),
    speaker: z.string().nullable().describe('Who was asked for, by name.'),
    verdict: z.enum(['exact', 'altered', 'other-speaker', 'own-words', 'not-found']),
    opposite: z
      .boolean()
      .describe(
        'The speaker asked for, or whoever says the best match, is found to say the contrary.',
      ),
    matches: z.array(match).describe('The best first.'),
    nearest: z
      .array(citation.extend({ score: z.number() }))
      .describe(
        'Where nothing was found, what shares most words with the claim: no answer, a place to look.',
      ),
  }),
  examples: [
    {
      says: 'what became of a promise on its way through the papers',
      input: { words: 'There will be no new tax on work this year', speaker: 'Tobin Marrec' },
    },
    { says: 'a negation that was dropped', input: { words: 'I was asked to slow down' } },
  ],
  positional: ['words'],
  sentence: true,
  run: (context, { words, speaker, limit }) =>
    verifyClaim(context, { claim: words, speaker, limit }),
  show(answer, sheet) {
    const { faint, doubt } = sheet.styles.tones
    sheet.say(headline(answer), sheet.styles.head)
    if (answer.opposite)
      sheet.say(`${answer.speaker ?? 'The speaker'} is on record saying the OPPOSITE.`, doubt)
    for (const one of answer.matches) sayMatch(one, sheet)
    for (const place of answer.nearest) {
      sheet.gap()
      sheet.say(`Nearest (${percent(place.score)} of the words), ${citationLine(place)}`, faint)
      sayAround(place, sheet, '  ')
    }
  },
})

type Match = z.output<typeof match>

function headline({ verdict, matches, speaker }: z.output<typeof verify.output>): string {
  const [best] = matches
  const who = speaker ?? 'Somebody'
  switch (verdict) {
    case 'exact':
      return best?.attribution === 'unknown'
        ? 'Exact words, but whose they are is not known.'
        : `Exact: ${exactly(best) ?? `${who} said that`}.`
    case 'altered':
      return best?.wording === 'joined'
        ? 'Altered: joined from several places.'
        : 'Altered: not in these words.'
    case 'other-speaker':
      return `By someone else: not ${who}, as far as this archive knows.`
    case 'own-words':
      return 'In a story’s own words: nobody is quoted saying that.'
    case 'not-found':
      return 'Not found in this archive.'
  }
}

/** "Ola Berg said that", or "Eva Lund says that Ola Berg said that": of hearsay the archive knows no more. */
function exactly(best: Match | undefined): string | undefined {
  const place = best?.places[0]
  if (!place) return undefined
  const said = `${place.speakers.map(({ name }) => name).join(' and ')} said that`
  const { quotedBy } = place
  return quotedBy.length === 0
    ? said
    : `${quotedBy.join(' and ')} ${quotedBy.length > 1 ? 'say' : 'says'} that ${said}`
}

function sayMatch(one: Match, sheet: Sheet): void {
  const { plain, doubt, faint } = sheet.styles.tones
  sheet.gap()
  const score = one.wording === 'exact' ? '' : `, ${percent(one.score)} the same`
  sheet.say(`${one.wording}${score}`, one.opposite ? doubt : plain)
  if (one.opposite) sheet.say('SAYS THE OPPOSITE', doubt, '  ')
  sayDifferences(one, sheet, '  ')
  for (const place of one.places) {
    sheet.say(citationLine(place), plain, '  ', '    ')
    sayAround(place, sheet, '    ')
  }
  for (const place of one.again) sheet.say(`again: ${citationLine(place)}`, faint, '  ', '    ')
  if (one.more) sheet.say('and in more places', faint, '  ')
}

const percent = (share: number) => `${Math.round(share * 100)}%`
