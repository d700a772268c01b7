import { isDeepStrictEqual } from 'node:util'
import { FACT_TYPES, type RecordFact, type StoryRecord } from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { quoteId, toldSpan } from '../anchors/told.js'
import { withOptional } from './quotes.js'

/** What an editor can say of a fact. */
export const factFields = {
  type: z.enum(FACT_TYPES).describe('Its type, as in the table of RECORD.'),
  args: z
    .record(z.string().regex(/^[a-z][A-Za-z]{0,30}$/), z.string().min(1).max(500))
    .refine(args => Object.keys(args).length > 0, 'A fact needs an argument.')
    .describe('By name: the id of an entity or a value, or plain words.'),
  evidence: z.array(toldSpan).min(1).max(20).describe('Where the text states it.'),
  saidBy: quoteId
    .nullable()
    .describe('The quote that claims it; null where the story itself does.'),
}

export const factSet = z.strictObject(factFields).partial()

/** The fact as an editor says; the very same object where it says so already. */
export function setFact(fact: RecordFact, set: z.output<typeof factSet>, place: Place): RecordFact {
  const args = set.args
    ? Object.fromEntries(
        Object.entries(set.args).map(([name, word]) => [name, place.argument(word)]),
      )
    : fact.args
  const said = {
    type: set.type ?? fact.type,
    args,
    evidence: set.evidence ? place.spans(set.evidence) : fact.evidence,
  }
  const saidBy =
    set.saidBy === undefined
      ? fact.saidBy
      : set.saidBy === null
        ? undefined
        : place.quote(set.saidBy).id
  const { type, evidence } = fact
  if (isDeepStrictEqual([said, saidBy], [{ type, args: fact.args, evidence }, fact.saidBy]))
    return fact
  return withOptional<RecordFact>(
    { ...fact, ...said, confidence: 1, corrected: place.key },
    { saidBy },
  )
}

export const replaceFact = (record: StoryRecord, fact: RecordFact): StoryRecord => ({
  ...record,
  facts: record.facts.map(other => (other.id === fact.id ? fact : other)),
})
