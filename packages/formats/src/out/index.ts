import type { StoryRecord } from '@onrecord/engine'
import { bibtex } from './bibtex.js'
import { brat } from './brat.js'
import { cas } from './cas.js'
import { citron } from './citron.js'
import { conllu } from './conllu.js'
import { csv } from './csv.js'
import { followTheMoney } from './follow-the-money.js'
import { jsonl } from './jsonl.js'
import { ninjs } from './ninjs.js'
import type { OutFormat } from './out.js'
import { parquet } from './parquet.js'
import { schemaOrg } from './schema-org.js'
import type { TableOptions } from './tables/index.js'
import { webAnnotation } from './web-annotation.js'

/** What the forms take among them; each heeds its own. */
export interface AllOptions extends TableOptions {
  /** bibtex: an entry for each direct quote too. */
  readonly quotes?: boolean
}

/** A form with all that forms take. */
export interface AnyFormat extends OutFormat {
  write(
    records: AsyncIterable<StoryRecord>,
    options?: AllOptions,
  ): AsyncIterable<string | Uint8Array>
}

/** All forms that records are written in, in the order of the help. */
export const outFormats: readonly AnyFormat[] = [
  csv,
  jsonl,
  parquet,
  webAnnotation,
  schemaOrg,
  ninjs,
  brat,
  conllu,
  cas,
  citron,
  bibtex,
  followTheMoney,
]
