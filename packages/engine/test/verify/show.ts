import type { Alarm, Edit, Pair } from '../../src/verify/index.js'

const SIGN = { dropped: '-', added: '+', moved: '~' } as const

/** Edits as in the cases: `- not`, `+ very`, `may > will`, `~ often`. */
export const showEdits = (edits: readonly Edit[]): string[] =>
  edits.map(({ kind, claim, text }) =>
    kind === 'changed'
      ? `${claim?.text} > ${text?.text}`
      : `${SIGN[kind]} ${(claim ?? text)?.text}`,
  )

export const showAlarms = (alarms: readonly Alarm[]): string[] =>
  alarms.map(({ kind, how }) => `${kind} ${how}`)

/** `[…] > words` */
export const showPairs = (pairs: readonly Pair[]): string[] =>
  pairs.map(({ claim, text }) => `${claim?.text ?? ''} > ${text?.text ?? ''}`)
