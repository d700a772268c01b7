import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import { overlap } from '../anchors/find-item.js'
import { factFields, replaceFact, setFact } from '../items/facts.js'
import { kind } from './kind.js'

const { type, args, evidence, saidBy } = factFields

/** Something that the story states and the reader did not find. */
export const addFact = kind({
  schema: z.strictObject({
    do: z.literal('add-fact'),
    type,
    args,
    evidence,
    saidBy: saidBy.optional(),
  }),
  apply(record, { do: _, ...set }, place) {
    const fresh = { id: place.freshId('f'), type: set.type, args: {}, evidence: [], confidence: 1 }
    const fact = setFact(fresh, set, place)
    const known = record.facts.find(
      other =>
        other.type === fact.type &&
        isDeepStrictEqual(other.args, fact.args) &&
        overlap(other.evidence, fact.evidence) > 0,
    )
    if (!known) return { ...record, facts: [...record.facts, fact] }
    const { saidBy: claim } = set
    const next = setFact(known, claim === undefined ? {} : { saidBy: claim }, place)
    return next === known ? record : replaceFact(record, next)
  },
})
