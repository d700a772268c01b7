/** How much of each list a page shows before it says "… and 12 more". */
export interface Limits {
  /** People, organisations … with what is told of them, in each section. */
  readonly items: number
  /** Lines of facts for each of them. */
  readonly lines: number
  /** Quotes listed for each. */
  readonly quotes: number
  /** Those only named, in each section. */
  readonly also: number
  /** Names in a row: "founded by …". */
  readonly names: number
  readonly dates: number
  /** What happened on one date. */
  readonly events: number
  readonly findings: number
  /** Places in the text for one finding. */
  readonly excerpts: number
}

export const SHORT: Limits = {
  items: 12,
  lines: 6,
  quotes: 5,
  also: 12,
  names: 8,
  dates: 20,
  events: 3,
  findings: 30,
  excerpts: 5,
}

/** Everything, however long: --all. */
export const ALL: Limits = {
  items: Number.POSITIVE_INFINITY,
  lines: Number.POSITIVE_INFINITY,
  quotes: Number.POSITIVE_INFINITY,
  also: Number.POSITIVE_INFINITY,
  names: Number.POSITIVE_INFINITY,
  dates: Number.POSITIVE_INFINITY,
  events: Number.POSITIVE_INFINITY,
  findings: Number.POSITIVE_INFINITY,
  excerpts: Number.POSITIVE_INFINITY,
}

/** The first of a list, and how many are left out. */
export interface Some<T> {
  readonly shown: readonly T[]
  readonly more: number
}

/** A list of at most `limit`; one too many is shown rather than counted: its line is as long. */
export const some = <T>(items: readonly T[], limit: number): Some<T> =>
  items.length <= limit + 1
    ? { shown: items, more: 0 }
    : { shown: items.slice(0, limit), more: items.length - limit }

/** "… and 12 more". */
export const moreWords = (more: number): string => `… and ${more.toLocaleString('en')} more`
