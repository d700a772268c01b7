import type { StoryRecord } from '@onrecord/engine'
import { useEffect, useRef, useState } from 'react'
import { type Answered, client, queries, ServiceError, useAsk, useMe } from '../api.js'
import { say } from '../messages/index.js'
import type { Edit } from './edits.js'

const words = say.correct

/** A correction as the history shows it. */
export type Correction = Answered<'corrections'>['corrections'][number]

/** What happened last, for all to see and hear. others: somebody else did it; trouble: it could not be done. */
export interface Notice {
  readonly kind: 'done' | 'others' | 'trouble'
  readonly text: string
}

/** A story being corrected. */
export interface Correcting {
  /** May this person correct it? */
  readonly may: boolean
  readonly busy: boolean
  readonly notice: Notice | undefined
  /** The latest first. */
  readonly corrections: readonly Correction[]
  /** The reason that goes with the next correction. */
  readonly why: string
  setWhy(why: string): void
  /** Does all edits or none. Gives the record as it is then; undefined where it could not be done, which the notice says. */
  correct(edits: readonly Edit[], told: string): Promise<StoryRecord | undefined>
  undo(keys: readonly string[]): void
  redo(keys: readonly string[]): void
  /** Keys of all that this person corrected and that is in force. */
  readonly done: readonly string[]
  /** The key of the correction that undo without a choice takes: the last that this person made; redo: that they undid. */
  readonly lastDone: string | undefined
  readonly lastUndone: string | undefined
}

/** Milliseconds between two looks at what others do. */
const LOOK = 4_000
const LIMIT = 200

/**
 * Correcting a story. Every change tells the revision that it was made on: where somebody else was faster, nothing is
 * done, that is said, and the record is shown as it is now. Changes are sent one after another, in the order in which
 * they were made.
 */
export function useCorrecting(story: string, current: boolean): Correcting {
  const me = useMe()
  const asked = useAsk('corrections', { story, limit: LIMIT }, { refetchInterval: LOOK })
  const [notice, setNotice] = useState<Notice>()
  const [busy, setBusy] = useState(0)
  const [why, setWhy] = useState('')
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const corrections = asked.data?.corrections ?? []
  const account = me.data?.account
  const tellOfOthers = (list: readonly Correction[]) => {
    if (list.length === 0) return
    const who = [...new Set(list.map(one => one.undoneBy ?? one.who))].join(', ')
    setNotice({ kind: 'others', text: words.others(who, list.length) })
    void queries.invalidateQueries({ queryKey: ['story'] })
  }
  const own = useOthers(asked.data?.corrections, tellOfOthers)

  async function change<T>(ask: (base: number) => Promise<T>): Promise<T | undefined> {
    setBusy(count => count + 1)
    const turn = line.current.then(async () => {
      const base = queries.getQueryData<Answered<'story'>>(['story', { story }])?.revision ?? 0
      try {
        return await ask(base)
      } catch (error) {
        const told = error instanceof ServiceError ? error : undefined
        const conflict = told?.code === 'conflict'
        const text = conflict ? `${words.conflict} ${told.message}` : told?.message
        setNotice({ kind: 'trouble', text: text ?? words.lost })
        if (conflict) await queries.invalidateQueries({ queryKey: ['story'] })
      }
    })
    line.current = turn
    const done = await turn
    setBusy(count => count - 1)
    return done
  }

  async function correct(edits: readonly Edit[], told: string) {
    const reason = why.trim()
    const done = await change(async base => {
      const asked = { story, edits: [...edits], base, ...(reason && { why: reason }) }
      const answer = await client.ask('correct', asked)
      for (const { key } of answer.corrections) own(key)
      const { revision, record } = answer
      queries.setQueryData<Answered<'story'>>(
        ['story', { story }],
        before => before && { ...before, revision, record },
      )
      return answer
    })
    if (!done) return
    setWhy('')
    setNotice({ kind: 'done', text: told })
    void queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'story' })
    return done.record
  }

  async function turn(name: 'undo' | 'redo', keys: readonly string[]) {
    if (keys.length === 0) return
    const done = await change(async base => {
      const answer = await client.ask(name, { corrections: [...keys], base })
      for (const key of [...answer.keys, ...answer.others.map(one => one.key)]) own(key)
      await queries.invalidateQueries()
      return answer
    })
    if (done)
      setNotice({ kind: 'done', text: words[name === 'undo' ? 'undone' : 'redone'](keys.length) })
  }

  const done = corrections
    .filter(one => one.who === account && (one.state === 'applied' || one.state === 'fulfilled'))
    .map(({ key }) => key)
  const undone = corrections
    .filter(one => one.undoneBy === account && one.state === 'undone')
    .sort((a, b) => (a.undoneAt! < b.undoneAt! ? 1 : -1))
  return {
    may: current && me.data?.may.includes('edit') === true,
    busy: busy > 0,
    notice,
    corrections,
    why,
    setWhy,
    correct,
    undo: keys => void turn('undo', keys),
    redo: keys => void turn('redo', keys),
    done,
    lastDone: done[0],
    lastUndone: undone[0]?.key,
  }
}

/** Tells of corrections that came, or turned, since the list was last seen, and are not this page's own. */
function useOthers(
  list: readonly Correction[] | undefined,
  tell: (others: readonly Correction[]) => void,
): (key: string) => void {
  const own = useRef(new Set<string>())
  const seen = useRef<ReadonlyMap<string, string>>(undefined)
  const latest = useRef(tell)
  latest.current = tell
  useEffect(() => {
    if (!list) return
    const before = seen.current
    seen.current = new Map(list.map(({ key, state }) => [key, state]))
    if (before)
      latest.current(
        list.filter(({ key, state }) => before.get(key) !== state && !own.current.has(key)),
      )
    own.current.clear()
  }, [list])
  return key => own.current.add(key)
}
