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
export { csv, csvHeader, csvRows } from './out/csv.js'
export { jsonl } from './out/jsonl.js'
export { parquet } from './out/parquet.js'
export { ageWords } from './out/tables/age.js'
export { type TableFormat, type TableName, type TableOptions, tables } from './out/tables/index.js'
export { lines } from './out/tables/lines.js'
export { type Lookup, lookUp, nameOf, type Part } from './out/tables/lookup.js'
