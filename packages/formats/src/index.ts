export {
  AUTHORITY_FORMS,
  type AuthorityEntry,
  type AuthorityForm,
  type AuthorityRow,
} from './authorities/entry.js'
export { type AuthorityOptions, readAuthorities } from './authorities/read.js'
export * from './in/index.js'
export {
  type BratDocument,
  type BratEvent,
  type BratRelation,
  type BratSpan,
  brat,
  readBrat,
} from './out/brat.js'
export { cas } from './out/cas.js'
export { citron } from './out/citron.js'
export { conllu } from './out/conllu.js'
export { csv } from './out/csv.js'
export { instantOf } from './out/dates.js'
export { type AllOptions, type AnyFormat, outFormats } from './out/index.js'
export { jsonl } from './out/jsonl.js'
export { type Links, linksOf } from './out/links.js'
export type { OutFormat, OutOptions } from './out/out.js'
export { parquet, parquetOf } from './out/parquet.js'
export { polnear } from './out/polnear.js'
export * from './out/tables.js'
export { wellFormed } from './out/well-formed.js'
