import { DOCUMENTS } from './documents.js'
import { gzip } from './gzip.js'
import type { InFormat } from './incoming.js'
import { wacz } from './wacz.js'
import { warc } from './warc.js'

/** Every kind of file that stories come in, those that hold others first. */
export const FORMATS: readonly InFormat[] = [warc, wacz, gzip, ...DOCUMENTS]
