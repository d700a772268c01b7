import type { Migration } from './migration.js'

/** Words come folded and parted by spaces: nothing is left to fold, and no letter of a newer Unicode is lost. */
const FTS5 = `fts5(words, content='', contentless_delete=1, tokenize="ascii tokenchars '='")`

/**
 * The index of words and tags over quotes and passages; its rows have the ids of theirs. What is put in is `foldedWords`
 * and `text/tags.ts`, so that both databases see the same. SQLite keeps no second copy of the text (contentless).
 */
export const words: Migration = ({ engine, wide }) =>
  engine === 'sqlite'
    ? [
        `create virtual table quote_words using ${FTS5}`,
        `create virtual table passage_words using ${FTS5}`,
      ]
    : [
        `create table quote_words (id ${wide} primary key, words tsvector not null)`,
        `create table passage_words (id ${wide} primary key, words tsvector not null)`,
        'create index quote_words_in on quote_words using gin (words)',
        'create index passage_words_in on passage_words using gin (words)',
      ]
