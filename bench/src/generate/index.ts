export {
  type Archive,
  archiveOf,
  type Generated,
  generateStories,
  type QuotePlace,
  type Truth,
  type Variant,
} from './archive.js'
export { type Query, type QueryKind, queries } from './queries.js'
export type { ArchiveOptions } from './settings.js'
