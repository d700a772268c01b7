import { account, accounts } from './en/account.js'
import { correct } from './en/correct.js'
import { counts } from './en/counts.js'
import { imports } from './en/imports.js'
import { people } from './en/people.js'
import { provenance } from './en/provenance.js'
import { record } from './en/record.js'
import { audit, rights } from './en/rights.js'
import { search } from './en/search.js'
import { shell } from './en/shell.js'
import { start } from './en/start.js'
import { story } from './en/story.js'
import { verify } from './en/verify.js'

/** The desk in English: a file for each view. */
export const en = {
  shell,
  start,
  story,
  record,
  correct,
  account,
  accounts,
  counts,
  imports,
  rights,
  audit,
  search,
  people,
  verify,
  provenance,
  nav: {
    start: 'Start',
    search: 'Search',
    people: 'People',
    verify: 'Verify',
    provenance: 'Provenance',
    counts: 'Who gets quoted',
    import: 'Import',
    rights: 'Rights',
  },
}
