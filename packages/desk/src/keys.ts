import { useEffect, useRef, useSyncExternalStore } from 'react'

/** A key that does something while a view is shown; told in the help. */
export interface Key {
  /** As KeyboardEvent.key has it: "?", "j", "Enter", "Shift+ArrowUp"; "Control+z" is on a Mac Command and z. */
  readonly key: string
  /** What it does, in a few words. */
  readonly does: string
  readonly run: () => void
}

const KEPT = 'onrecord.keys'
interface Group {
  readonly title: string
  readonly keys: readonly Key[]
  /** The keys as they are now: what they do changes with every rendering. */
  readonly latest: () => readonly Key[]
}

let groups: readonly Group[] = []
let on = localStorage.getItem(KEPT) !== 'off'
const watchers = new Set<() => void>()

function changed(): void {
  for (const watch of watchers) watch()
}

function watchKeys(watch: () => void): () => void {
  watchers.add(watch)
  return () => watchers.delete(watch)
}

/** The keys that do something now, in groups. */
export const useKeyGroups = () => useSyncExternalStore(watchKeys, () => groups)

/** May single letters be keys? People who speak to their machine, or touch keys by accident, turn them off. */
export const useLetters = () => useSyncExternalStore(watchKeys, () => on)

export function setLetters(now: boolean): void {
  on = now
  if (now) localStorage.removeItem(KEPT)
  else localStorage.setItem(KEPT, 'off')
  changed()
}

/** Keys that do something as long as the component is shown. Not where somebody types, nor below an open dialog. */
export function useKeys(title: string, keys: readonly Key[]): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  const told = keys.map(({ key, does }) => `${key} ${does}`).join('\n')
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the keys are told as is what tells them apart
  useEffect(() => {
    const group = { title, keys: latest.current, latest: () => latest.current }
    groups = [...groups, group]
    changed()
    return () => {
      groups = groups.filter(one => one !== group)
      changed()
    }
  }, [title, told])
}

/** Who came last goes first: what is being done has Escape before what is only looked at. */
document.addEventListener('keydown', event => {
  const name = nameOf(event)
  const found = groups
    .toReversed()
    .flatMap(group => group.latest())
    .find(({ key }) => key === name)
  if (!found || !isFree(event, name)) return
  event.preventDefault()
  found.run()
})

/** Shift is told where it makes no other letter. */
const nameOf = ({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string => {
  const held = ctrlKey || metaKey
  const shift = shiftKey && (held || key.length > 1) ? 'Shift+' : ''
  return held ? `Control+${shift}${key.toLowerCase()}` : shift + key
}

const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]'

function isFree({ target, altKey, defaultPrevented }: KeyboardEvent, name: string): boolean {
  if (defaultPrevented || altKey || document.querySelector('dialog[open]')) return false
  if (name.length === 1 && !on) return false
  return !(target instanceof Element && target.closest(TYPING))
}
