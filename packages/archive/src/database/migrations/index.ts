import { first } from './0001-first.js'
import { words } from './0002-words.js'
import type { Migration } from './migration.js'

/** In order: the schema's version is how many of them an archive has had. */
export const migrations: readonly Migration[] = [first, words]
