import type { Archive } from '../archive.js'

/** Whose stories somebody may see: those of every source, or of the sources with these ids. */
export type Sight = 'all' | readonly number[]

/** An archive as somebody sees it: what every question is asked of. */
export interface View {
  readonly archive: Archive
  readonly sight: Sight
}

/** The sources of a sight as a condition: nothing to add where all may be seen, nothing to find where none may. */
export function seenSources(sight: Sight): readonly number[] | undefined {
  return sight === 'all' ? undefined : sight.length === 0 ? [-1] : sight
}
