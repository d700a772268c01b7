import type { CandidateEntry, PeopleEntry, PersonEdit } from '@onrecord/archive'
import { z } from 'zod'
import type { Sheet } from '../output/sheet.js'
import { sayTime } from './said.js'

/** Somebody of the register, as lists answer it. */
export const personEntry = z.object({
  key: z.string().describe('Its name in links, for ever.'),
  type: z.enum(['person', 'organisation', 'group']),
  name: z.string(),
  names: z.array(z.string()).describe('Its other names.'),
  quotes: z.int().describe('Quotes of it that the asker may see.'),
  stories: z.int().describe('Stories that tell of it and that the asker may see.'),
  identifiers: z.array(z.object({ scheme: z.string(), identifier: z.string() })),
})

/** An edit of the register. */
export const editEntry = z.object({
  key: z.string().describe('What undoes it: person undo KEY.'),
  kind: z.enum(['merge', 'split', 'give', 'rename', 'reject', 'import', 'undo']),
  persons: z.array(z.string()).describe('Keys of whom it is about.'),
  says: z.string(),
  who: z.string(),
  at: z.string(),
  why: z.string().nullable(),
  undone: z.boolean(),
})

export const candidateEntry = z.object({
  one: personEntry,
  other: personEntry,
  score: z.number().describe('How likely they are one, 0 to 1.'),
  evidence: z.array(z.string()).describe('What speaks for it and against it.'),
})

export const whyField = z.string().max(2000).optional().describe('Why, for the history.')

const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

/** Somebody on a page, in a line or two. */
export function sayPerson(person: PeopleEntry, sheet: Sheet, indent = ''): void {
  const { plain, faint } = sheet.styles.tones
  sheet.set(
    [
      { text: person.name, style: sheet.styles.head },
      {
        text: ` ${person.key}  ${person.type === 'person' ? '' : `${person.type}, `}${count(person.quotes, 'quote', 'quotes')}, ${count(person.stories, 'story', 'stories')}`,
        style: plain,
      },
    ],
    indent,
    `${indent}  `,
  )
  const more = [
    ...(person.names.length > 0 ? [`also ${person.names.join(', ')}`] : []),
    ...person.identifiers.map(({ scheme, identifier }) => `${scheme} ${identifier}`),
  ]
  if (more.length > 0) sheet.say(more.join('; '), faint, `${indent}  `)
}

export function sayCandidate({ one, other, score, evidence }: CandidateEntry, sheet: Sheet): void {
  const { plain, doubt } = sheet.styles.tones
  sayPerson(one, sheet)
  sayPerson(other, sheet)
  sheet.set(
    [
      { text: `${Math.round(score * 100)} % likely one: `, style: doubt },
      { text: evidence.join('; '), style: plain },
    ],
    '  ',
  )
  sheet.gap()
}

export function sayEdit(edit: PersonEdit, sheet: Sheet, indent = ''): void {
  const { plain, faint } = sheet.styles.tones
  sheet.say(`${edit.says}${edit.undone ? ' (undone)' : ''}`, plain, indent, `${indent}  `)
  const why = edit.why ? `: ${edit.why}` : ''
  sheet.say(`${edit.key}, ${edit.who}, ${sayTime(edit.at)}${why}`, faint, `${indent}  `)
}
