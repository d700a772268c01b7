import type { Migration } from './migration.js'

/**
 * The index of words over quotes and passages; its rows have the ids of theirs. What is put in is `foldedWords`, so that
 * both databases see the same words. SQLite keeps no second copy of the text (contentless).
 */
export const words: Migration = ({ engine }) =>
  engine === 'sqlite'
    ? [
        `create virtual table quote_words using fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`,
        `create virtual table passage_words using fts5(words, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0")`,
      ]
    : [
        'create table quote_words (id integer primary key, words tsvector not null)',
        'create table passage_words (id integer primary key, words tsvector not null)',
        'create index quote_words_in on quote_words using gin (words)',
        'create index passage_words_in on passage_words using gin (words)',
      ]
