import { useSyncExternalStore } from 'react'
import { loginCount, setLoggedOut } from './session.js'

/** Milliseconds between two tries to reach a service that does not answer. */
const AGAIN = 2_000

let reached = true
const watchers = new Set<() => void>()
const backs = new Set<() => void>()

/** Is the service answering, as far as the last question showed? */
export const useReached = (): boolean =>
  useSyncExternalStore(
    watch => {
      watchers.add(watch)
      return () => watchers.delete(watch)
    },
    () => reached,
  )

/** Calls `back` whenever the service answers again. */
export function onceBack(back: () => void): void {
  backs.add(back)
}

/** The platform's fetch; where nobody answers that is noted, and the service is tried until it does. */
export async function fetchAndWatch(
  input: RequestInfo | URL,
  init?: RequestInit,
): Promise<Response> {
  const before = loginCount()
  try {
    const answer = await fetch(input, init)
    if (isGateway(answer)) lose()
    if (answer.status === 401 && before === loginCount()) setLoggedOut(true)
    return answer
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'AbortError')) lose()
    throw error
  }
}

/** A proxy answers for a service that does not. */
const isGateway = ({ status }: Response) => status === 502 || status === 503 || status === 504

function lose(): void {
  if (!reached) return
  set(false)
  setTimeout(tryAgain, AGAIN)
}

async function tryAgain(): Promise<void> {
  const answer = await fetch('/health/ready', { cache: 'no-store' }).catch(() => undefined)
  if (!answer?.ok) {
    setTimeout(tryAgain, AGAIN)
    return
  }
  set(true)
  for (const back of backs) back()
}

function set(now: boolean): void {
  reached = now
  for (const watch of watchers) watch()
}
