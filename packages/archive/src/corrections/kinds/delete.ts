import type { StoryRecord } from '@onrecord/engine'
import { z } from 'zod'
import type { Place } from '../anchors/place.js'
import { anyId } from '../anchors/told.js'
import { dropEntity } from '../items/entities.js'
import { dropQuote } from '../items/quotes.js'
import { Misfit } from '../misfit.js'
import { kind } from './kind.js'

/**
 * It is not there at all: a rejected item. With an entity or a value go the facts that are about it. In a record that
 * does not have it, there is nothing to do.
 */
export const remove = kind({
  schema: z.strictObject({ do: z.literal('delete'), item: anyId }),
  apply(record, { item }, place) {
    try {
      return without(record, item, place)
    } catch (error) {
      if (error instanceof Misfit && error.gone) return record
      throw error
    }
  },
})

function without(record: StoryRecord, item: string, place: Place): StoryRecord {
  switch (item[0]) {
    case 'q':
      return dropQuote(record, place.quote(item))
    case 'e':
      return dropEntity(record, place.entity(item).id)
    case 'v':
      return dropValue(record, place.value(item).id)
    case 'f': {
      const { id } = place.fact(item)
      return { ...record, facts: record.facts.filter(fact => fact.id !== id) }
    }
    default: {
      const { at } = place.finding(item)
      return { ...record, findings: record.findings.toSpliced(at, 1) }
    }
  }
}

const dropValue = (record: StoryRecord, gone: string): StoryRecord => ({
  ...record,
  values: record.values.filter(value => value.id !== gone),
  facts: record.facts.filter(fact => !Object.values(fact.args).includes(gone)),
  quotes: record.quotes.map(quote => {
    if (quote.setting?.time !== gone) return quote
    const { time: _, ...around } = quote.setting
    const { setting: __, ...rest } = quote
    return Object.keys(around).length > 0 ? { ...rest, setting: around } : rest
  }),
})
