import { useSyncExternalStore } from 'react'

let out = false
let logins = 0
const watchers = new Set<() => void>()

/** Does the service ask for a login, as far as the last question showed? What is on the page stays meanwhile. */
export const useLoggedOut = (): boolean =>
  useSyncExternalStore(
    watch => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => out,
  )

/** How many logins there were: an answer to what was asked before the last one tells nothing of now. */
export const loginCount = (): number => logins

export function setLoggedOut(now: boolean): void {
  if (out === now) return
  out = now
  if (!now) logins += 1
  for (const watch of watchers) watch()
}

const KEPT = 'onrecord.wanted'

/** Before the page is left for the identity provider, which leads back to the first page. */
export const keepWanted = (): void =>
  sessionStorage.setItem(KEPT, location.pathname + location.search + location.hash)

/** The address that was asked for before the login, once. */
export function takeWanted(): string | undefined {
  const wanted = sessionStorage.getItem(KEPT)
  sessionStorage.removeItem(KEPT)
  // an address of this desk alone
  return wanted !== null && /^\/(?![/\\])/.test(wanted) ? wanted : undefined
}
