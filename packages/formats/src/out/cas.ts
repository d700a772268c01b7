import { casOf } from './cas/build.js'
import { toJson } from './json.js'
import type { OutFormat } from './out.js'

/**
 * UIMA JSON CAS 0.4 (apache/uima-uimaj-io-jsoncas, dkpro-cassis): a CAS a line, each complete with its type system, so that
 * a file of one story is a CAS as it is. Nothing of a record is left out but its reader. Offsets are UTF-16 code units, as in
 * Java and in the record; `begin` and `end` stand as the implementations write them, without the draft's "^". A surrogate without
 * its other half becomes U+FFFD.
 */
export const cas: OutFormat = {
  name: 'uima-cas',
  summary: 'UIMA JSON CAS, one a line, for UIMA, DKPro and INCEpTION.',
  mediaType: 'application/jsonl',
  extension: 'jsonl',
  async *write(records) {
    for await (const record of records) yield `${toJson(casOf(record))}\n`
  },
}
