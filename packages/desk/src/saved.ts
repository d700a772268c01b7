import { useSyncExternalStore } from 'react'

/** A search that is kept. */
export interface SavedSearch {
  /** As in the address of the search, without "?". */
  readonly query: string
  /** When it was last looked at: an ISO moment. Stories added since are new. */
  readonly at: string
}

const KEPT = 'onrecord.searches'
const MOST = 100
const watchers = new Set<() => void>()
let searches = readKept()

/** The searches kept in this browser, the latest first. */
export const useSavedSearches = (): readonly SavedSearch[] =>
  useSyncExternalStore(watch, () => searches)

export function saveSearch(query: string): void {
  keep([{ query, at: new Date().toISOString() }, ...without(query)].slice(0, MOST))
}

export function forgetSearch(query: string): void {
  keep(without(query))
}

/** What is there now is not new any more. */
export function lookedAt(query: string): void {
  if (without(query).length === searches.length) return
  const at = new Date().toISOString()
  keep(searches.map(one => (one.query === query ? { query, at } : one)))
}

const without = (query: string) => searches.filter(one => one.query !== query)

function watch(changed: () => void): () => void {
  const elsewhere = ({ key }: StorageEvent) => {
    if (key !== KEPT) return
    searches = readKept()
    changed()
  }
  watchers.add(changed)
  window.addEventListener('storage', elsewhere)
  return () => {
    watchers.delete(changed)
    window.removeEventListener('storage', elsewhere)
  }
}

function keep(now: readonly SavedSearch[]): void {
  searches = now
  localStorage.setItem(KEPT, JSON.stringify(now))
  for (const changed of watchers) changed()
}

function readKept(): readonly SavedSearch[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSearch) : []
  } catch {
    return []
  }
}

function isSearch(one: unknown): one is SavedSearch {
  if (typeof one !== 'object' || one === null) return false
  return (
    'query' in one && typeof one.query === 'string' && 'at' in one && typeof one.at === 'string'
  )
}
