import { shell } from './en/shell.js'
import { start } from './en/start.js'

/** The desk in English: a file for each view. */
export const en = {
  shell,
  start,
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
