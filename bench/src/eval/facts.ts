import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoryRecord } from '@onrecord/engine'
import { type FactCase, parseFactCases } from '../fact-cases.js'
import { ROOT } from '../results.js'
import {
  addFactCounts,
  type FactScore,
  factRow,
  noFactCounts,
  scoreFacts,
} from '../scores/facts.js'
import { readFacts } from '../scores/read-facts.js'
import type { Table } from '../table.js'
import type { Reading } from './reading.js'

/**
 * dev, more and press are for those who write rules; held judges them; more-aside was written with more and put aside
 * before any rule was.
 */
export const HALVES = ['dev', 'more', 'press', 'more-aside', 'held'] as const
export type Half = (typeof HALVES)[number]

/** May their errors be shown? */
export const isOpen = (half: Half): boolean => half !== 'more-aside' && half !== 'held'

export const factCases = (half: Half): FactCase[] =>
  parseFactCases(readFileSync(join(ROOT, `bench/facts/${half}.txt`), 'utf8'), `${half}.txt`)

/** The facts of every set, read end to end. `misses` receives what went wrong in the open ones; the others' errors stay unseen. */
export async function factTables(stories: Reading, misses: string[]): Promise<Table[]> {
  const tables: Table[] = []
  for (const half of HALVES) {
    const scores: FactScore[] = []
    for (const item of factCases(half)) {
      const id = `facts-${half}/${item.name}`
      const { text, published } = item
      scores.push(
        scoreRecord(item, await stories.record({ id, text, ...(published && { published }) })),
      )
    }
    if (isOpen(half)) misses.push(...scores.flatMap(score => score.misses))
    tables.push(factTable(half, scores))
  }
  return tables
}

/** The score of a case; without a record nothing was read. */
export const scoreRecord = (item: FactCase, record: StoryRecord | undefined): FactScore =>
  scoreFacts(item, record ? readFacts(record) : [])

export function factTable(half: Half, scores: readonly FactScore[]): Table {
  const types = [...new Set(scores.flatMap(score => [...score.types.keys()]))].sort()
  const countsOf = (type: string) =>
    addFactCounts(scores.map(score => score.types.get(type) ?? noFactCounts()))
  const all = addFactCounts(types.map(countsOf))
  const rows = {
    ...Object.fromEntries(types.map(type => [type, factRow(countsOf(type))])),
    total: factRow(all),
  }
  return {
    key: `facts-${half}`,
    title: `facts, ${half}`,
    columns: Object.keys(rows.total),
    rows,
  }
}
