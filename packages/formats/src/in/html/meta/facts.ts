/** What one place of a page says of its story. Every place says it in these words; `metadata` takes the best of each. */
export interface Said {
  readonly title?: string
  readonly byline?: readonly string[]
  readonly outlet?: string
  /** ISO 8601. */
  readonly published?: string
  readonly updated?: string
  readonly url?: string
  readonly language?: string
  readonly id?: string
  readonly description?: string
  /** The article's own words, where a machine-readable part repeats them. */
  readonly body?: string
  /** Does it say that the page is an article; does it say that it is something else? */
  readonly article?: boolean
}

/** The object without the keys whose value is undefined, '' or []. */
export function given<T extends object>(value: T): Given<T> {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, each]) =>
        each !== undefined && each !== '' && !(Array.isArray(each) && each.length === 0),
    ),
  ) as Given<T>
}

export type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> }
