/**
 * A claim, a text, and what an editor would say of the two; all invented.
 *
 * Edits: `- not` dropped, `+ very` added, `may > will` changed (claim > text), `~ often` moved. Alarms: `kind` and how.
 */
export interface Case {
  readonly desk: string
  readonly kind: 'exact' | 'altered' | 'joined' | 'absent'
  readonly claim: string
  readonly text: string
  readonly edits: readonly string[]
  readonly alarms: readonly string[]
}

type Row = readonly [
  kind: Case['kind'],
  claim: string,
  text: string,
  edits?: readonly string[],
  alarms?: readonly string[],
]

export const desk = (name: string, rows: readonly Row[]): Case[] =>
  rows.map(([kind, claim, text, edits = [], alarms = []]) => ({
    desk: name,
    kind,
    claim,
    text,
    edits,
    alarms,
  }))
