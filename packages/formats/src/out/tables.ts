/** What shows records as tables and pages, without the readers and the other forms: it loads quickly. */
export { csvHeader, csvRow, csvRows } from './csv.js'
export { ageWords } from './tables/age.js'
export { type TableFormat, type TableName, type TableOptions, tables } from './tables/index.js'
export { lines } from './tables/lines.js'
export { type Lookup, lookUp, nameOf, type Part } from './tables/lookup.js'
export type { Cell, CellType } from './tables/table.js'
