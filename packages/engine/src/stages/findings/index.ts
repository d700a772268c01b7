import { stage } from '../../stage.js'
import { ageConflicts } from './age.js'
import { ageAgainstBirth } from './birth.js'
import { headlineNumbers } from './headline-number.js'
import { headlineQuotes } from './headline-quote.js'
import { impossibleDates } from './impossible-date.js'
import { impossibleTimes } from './impossible-time.js'
import { mixedMarks } from './mixed-marks.js'
import { oddMarks } from './odd-mark.js'
import { spellings } from './spelling.js'
import { furtherSums } from './sum-of-further.js'
import { hurtSums } from './sum-of-hurt.js'
import { includedSums } from './sum-of-includes.js'
import { listSums } from './sum-of-list.js'
import { shareSums } from './sum-of-shares.js'
import { voteSums } from './sum-of-votes.js'
import { surnamesOnly } from './surname-only.js'
import { sameQuoteTwice } from './two-speakers.js'
import type { Rule } from './types.js'
import { unsourcedQuotes } from './unsourced.js'
import { weekdayMismatches } from './weekday.js'

/** One rule a file. Each stands for itself; their order says nothing. */
export const RULES: readonly Rule[] = [
  weekdayMismatches,
  impossibleDates,
  impossibleTimes,
  ageConflicts,
  ageAgainstBirth,
  listSums,
  voteSums,
  shareSums,
  includedSums,
  furtherSums,
  hurtSums,
  oddMarks,
  mixedMarks,
  spellings,
  surnamesOnly,
  unsourcedQuotes,
  sameQuoteTwice,
  headlineQuotes,
  headlineNumbers,
]

/** What does not add up, in the order of the text; what has no place in it first. */
export const findings = stage('findings', {
  needs: [
    'paragraphs',
    'tokens',
    'sentences',
    'marks',
    'quotes',
    'mentions',
    'entities',
    'speakers',
    'values',
    'facts',
  ],
  gives: ['findings'],
  read: story => ({
    findings: RULES.flatMap(rule => rule(story)).sort(
      (a, b) => (a.spans[0]?.start ?? -1) - (b.spans[0]?.start ?? -1),
    ),
  }),
})
