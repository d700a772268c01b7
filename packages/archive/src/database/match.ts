/**
 * What is looked for in an index of words, the same for both databases. Words are folded, as `foldedWords` puts them in;
 * tags (text/tags.ts) are words too.
 */
export type Match =
  | {
      /** These, one directly behind the other. */
      readonly words: readonly string[]
      /** The last is the beginning of a word. */
      readonly prefix?: boolean
    }
  | { readonly any: readonly Match[] }
  | {
      /** At least one. */
      readonly all: readonly Match[]
      readonly none?: readonly Match[]
    }

/** The match in SQLite's words: https://sqlite.org/fts5.html#full_text_query_syntax */
export function toFts5(match: Match): string {
  if ('words' in match)
    return `"${match.words.join(' ').replaceAll('"', '""')}"${match.prefix ? ' *' : ''}`
  if ('any' in match) return `(${match.any.map(toFts5).join(' OR ')})`
  const all = match.all.map(toFts5).join(' AND ')
  return match.none?.length ? `((${all}) NOT (${match.none.map(toFts5).join(' OR ')}))` : `(${all})`
}

/** The match in PostgreSQL's words: https://www.postgresql.org/docs/15/datatype-textsearch.html#DATATYPE-TSQUERY */
export function toTsquery(match: Match): string {
  if ('words' in match) {
    const words = match.words.map(word => `'${word.replace(/['\\]/g, '$&$&')}'`)
    return `(${words.join(' <-> ')}${match.prefix ? ':*' : ''})`
  }
  if ('any' in match) return `(${match.any.map(toTsquery).join(' | ')})`
  const none = (match.none ?? []).map(one => `!${toTsquery(one)}`)
  return `(${[...match.all.map(toTsquery), ...none].join(' & ')})`
}
