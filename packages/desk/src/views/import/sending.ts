import { useSyncExternalStore } from 'react'
import { queries, ServiceError } from '../../api.js'
import { onceBack } from '../../reach.js'
import { type About, sendFile } from '../../uploads.js'

/** A file on its way to the service. */
export interface Sending {
  readonly id: number
  readonly name: string
  readonly file: File
  readonly about: About
  /** waits: its turn comes; refused: the service does not take it, `error` says why. */
  readonly state: 'waits' | 'going' | 'sent' | 'refused'
  readonly error?: unknown
}

/** Files sent at once. */
const ABREAST = 3
/** Seconds to wait where the service is busy and does not tell for how long. */
const BUSY = 5

let files: readonly Sending[] = []
let count = 0
let busy = false
/** Files by the job that reads them: while this page is open they can be sent again. */
const kept = new Map<string, File>()
const watchers = new Set<() => void>()

/** What is on its way: it goes on, whatever view is looked at. */
export const useSending = (): { readonly files: readonly Sending[]; readonly busy: boolean } => {
  const now = useSyncExternalStore(watch, () => files)
  return { files: now, busy }
}

/** Puts files at the end of the queue. */
export function send(chosen: readonly Chosen[], about: About): void {
  const waiting = chosen.map(({ file, name }) => {
    return { id: ++count, name, file, about, state: 'waits' as const }
  })
  // what was sent before this is told by the uploads themselves
  const open = files.some(isOpen)
  set([...files.filter(one => open || one.state === 'refused'), ...waiting])
  goOn()
}

/** A file with its path within the folder that it was chosen with. */
export interface Chosen {
  readonly file: File
  readonly name: string
}

export const fileOf = (job: string): File | undefined => kept.get(job)

export function sendAgain(id: number): void {
  change(id, { state: 'waits' })
  goOn()
}

export const leaveOut = (id: number): void => set(files.filter(one => one.id !== id))

export const isOpen = ({ state }: Sending): boolean => state === 'waits' || state === 'going'

function goOn(): void {
  const going = files.filter(({ state }) => state === 'going').length
  if (busy || going >= ABREAST) return
  const next = files.find(({ state }) => state === 'waits')
  if (!next) return
  change(next.id, { state: 'going' })
  void take(next)
  goOn()
}

async function take({ id, file, name, about }: Sending): Promise<void> {
  try {
    const job = await sendFile(file, name, about)
    kept.set(job.key, file)
    change(id, { state: 'sent' })
    await queries.invalidateQueries({ queryKey: ['jobs'] })
  } catch (error) {
    if (error instanceof ServiceError && error.status !== 429) {
      change(id, { state: 'refused', error })
    } else if (error instanceof ServiceError) {
      change(id, { state: 'waits' })
      rest(error.retryAfter ?? BUSY)
    } else if (await isReadable(file)) {
      // nobody answers: it is sent once somebody does
      change(id, { state: 'waits' })
      rest(BUSY)
    } else {
      change(id, { state: 'refused', error })
    }
  }
  goOn()
}

function rest(seconds: number): void {
  if (busy) return
  busy = true
  setTimeout(wake, seconds * 1000)
}

function wake(): void {
  busy = false
  set([...files])
  goOn()
}

onceBack(wake)

/** A file that was moved or changed since it was chosen cannot be read any more. */
const isReadable = (file: File): Promise<boolean> =>
  file
    .slice(0, 1)
    .arrayBuffer()
    .then(
      () => true,
      () => false,
    )

const change = (id: number, to: Pick<Sending, 'state'> & Partial<Sending>): void =>
  set(files.map(one => (one.id === id ? { ...one, ...to } : one)))

function set(now: readonly Sending[]): void {
  files = now
  for (const watch of watchers) watch()
}

function watch(changed: () => void): () => void {
  watchers.add(changed)
  return () => watchers.delete(changed)
}

window.addEventListener('beforeunload', event => {
  if (files.some(isOpen)) event.preventDefault()
})
