import { conlluOf } from './conllu/write.js'
import type { OutFormat } from './out.js'

/**
 * CoNLL-U: the engine's own sentences and tokens, each of which has its words, `_` where a parser would say more, and in
 * MISC, by name:
 *
 * - Entity: brackets of mentions as GUM and CorefUD have them, "(e1-person-name" to "e1)"; a mention may go over sentences
 * - Quote: "B-content:q1,I-source:q2", Value: "B-money:v3"; B at the first token of every piece
 * - SpaceAfter=No, SpacesAfter, SpacesBefore, OriginalForm: forms and these, put together, are the text to the letter
 *
 * Spans are projected on tokens, so that one which begins or ends within a token takes in all of it. Quotes' kinds and
 * speakers are comments of the document. A text without a token gives nothing. Forms are as the text has them: one
 * that is not in NFC is not made so. Quotes, entities and values are numbered in the record's order, as the engine's own ids are.
 */
export const conllu: OutFormat = {
  name: 'conllu',
  summary: 'CoNLL-U with quotes, entities and values on tokens.',
  mediaType: 'text/plain; charset=utf-8',
  extension: 'conllu',
  async *write(records) {
    for await (const record of records) {
      const document = conlluOf(record)
      if (document !== '') yield document
    }
  },
}
