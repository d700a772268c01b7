import { listPeople } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { personEntry, sayPerson } from './person-entry.js'

/** The register by name. */
export const people = operation({
  name: 'people',
  summary: 'People and organisations across stories.',
  description:
    'Lists the register of people and organisations, those told of in most stories first, with how many quotes and stories each has. Mentions in different stories are one person here only where more than the name speaks for it; what may be one besides is under candidates.',
  permission: 'read',
  input: z.object({
    name: z
      .string()
      .max(200)
      .optional()
      .describe('Words of a name, or their beginnings; case and accents do not matter.'),
    type: z.enum(['person', 'organisation', 'group']).optional().describe('Only these.'),
    limit: z.int().min(1).max(200).default(20).describe('How many at most.'),
    cursor: z.string().optional().describe('Go on: the "next" of the page before.'),
  }),
  output: z.object({ people: z.array(personEntry), next: z.string().nullable() }),
  examples: [
    { says: 'everybody called Tasch', input: { name: 'Tasch' } },
    { says: 'the organisations told of most', input: { type: 'organisation', limit: 5 } },
  ],
  positional: ['name'],
  run: (context, query) => listPeople(context, query),
  show({ people, next }, sheet) {
    const { plain, faint } = sheet.styles.tones
    if (people.length === 0) return sheet.say('Nobody of that name is in the register.', plain)
    for (const person of people) sayPerson(person, sheet)
    if (next) sheet.say(`More: --cursor ${next}`, faint)
  },
})
