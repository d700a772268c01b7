import { hide as hideSubject } from '@onrecord/archive'
import { z } from 'zod'
import { operation } from './operation.js'
import { CHANGES, CONFIRM, REASON, RESTRICTION, SUBJECT, showChanges, subjectOf } from './rights.js'

/** Keeps a story or a person's quotes out of search. */
export const hide = operation({
  name: 'hide',
  summary: 'Hide a story or person from search.',
  description:
    'Keeps a story, or whatever a person is quoted with, out of search, counts and comparisons. The permanent link still shows it and says that it is hidden. Nothing is lost: lift undoes it.',
  permission: 'admin',
  input: z.object({ subject: SUBJECT, reason: REASON, confirm: CONFIRM }),
  output: z.object({ done: z.boolean(), restriction: RESTRICTION, changes: CHANGES }),
  examples: [
    {
      says: 'what would be hidden',
      input: { subject: 'story:tdexyc55rq9m', reason: 'asked for by the outlet' },
    },
  ],
  positional: ['subject'],
  run: ({ archive, who, now }, { subject, reason, confirm }) =>
    hideSubject(archive, subjectOf(subject), { reason, confirm }, { who, at: now }),
  show: (answer, sheet) => showChanges(answer, sheet),
})
