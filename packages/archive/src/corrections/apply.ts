import type { StoryRecord } from '@onrecord/engine'
import { type Anchors, type Place, placeOfAnchors, placeOfMaking } from './anchors/place.js'
import { type PlaceText, placeText } from './anchors/place-text.js'
import { faultOf } from './faults.js'
import { type Edit, kindOfEdit } from './kinds/index.js'
import { Misfit } from './misfit.js'

/** A correction as it is kept: what was done, and what it was done to by spans, words and context. Plain JSON. */
export interface Correction {
  readonly key: string
  /** Its place among the corrections of its story, from 1; undone ones count. */
  readonly number: number
  readonly edit: Edit
  readonly anchors: Anchors
}

/**
 * What became of a correction in a record. applied: the record was changed; fulfilled: it says so already; conflict: it
 * makes no sense there, for this reason, and changes nothing.
 */
export type Outcome =
  | { readonly state: 'applied' | 'fulfilled' }
  | { readonly state: 'conflict'; readonly reason: string }

export interface Applied {
  readonly record: StoryRecord
  /** By the corrections' keys. */
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/**
 * The record with corrections done to it, one after another, in the order they were made. Pure. It may be of another
 * reading, or of another text of the story, than the one that they were made on.
 */
export function applyCorrections(record: StoryRecord, corrections: readonly Correction[]): Applied {
  const text = placeText(record.story.text)
  const last = lastIds(record)
  const outcomes = new Map<string, Outcome>()
  let now = record
  for (const { key, number, edit, anchors } of corrections) {
    try {
      const place = placeOfAnchors({ key, number, record: now, text, last }, anchors)
      const next = change(now, edit, place, text)
      outcomes.set(key, { state: next === now ? 'fulfilled' : 'applied' })
      now = next
    } catch (error) {
      if (!(error instanceof Misfit)) throw error
      outcomes.set(key, { state: 'conflict', reason: error.message })
    }
  }
  return { record: now, outcomes }
}

/**
 * A correction made of an edit of the record in force, of which `machine` is the reader's own. Throws a Misfit where
 * the edit makes no sense in it.
 */
export function makeCorrection(
  { key, number }: Pick<Correction, 'key' | 'number'>,
  told: Edit,
  inForce: StoryRecord,
  machine: StoryRecord,
): { correction: Correction; record: StoryRecord } {
  const text = placeText(inForce.story.text)
  const edit = kindOfEdit(told).complete?.(told, inForce) as Edit | undefined
  const whole = edit ?? told
  const at = { key, number, record: inForce, text, last: lastIds(machine) }
  const place = placeOfMaking(at)
  const record = change(inForce, whole, place, text)
  return { correction: { key, number, edit: whole, anchors: place.anchors() }, record }
}

function change(record: StoryRecord, edit: Edit, place: Place, text: PlaceText): StoryRecord {
  const next = kindOfEdit(edit).apply(record, edit, place)
  const fault = next === record ? undefined : faultOf(record, next, text)
  if (fault) throw new Misfit(fault)
  return next
}

/** The highest numbers of ids, by letter. */
function lastIds({ quotes, entities, values, facts }: StoryRecord): Record<string, number> {
  const last: Record<string, number> = {}
  for (const { id } of [...quotes, ...entities, ...values, ...facts]) {
    const letter = id[0]!
    last[letter] = Math.max(last[letter] ?? 0, Number(id.slice(1)) || 0)
  }
  return last
}

/** A correction as it lies in the archive. */
export function readCorrection(row: {
  readonly key: string
  readonly number: number
  readonly change: string
  readonly target: string
}): Correction {
  const { key, number, change: edit, target } = row
  return { key, number, edit: JSON.parse(edit), anchors: JSON.parse(target) }
}
