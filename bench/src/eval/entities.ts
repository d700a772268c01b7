import { join } from 'node:path'
import type { EntityType, StoryRecord } from '@onrecord/engine'
import { readSpanStories } from '../corpus.js'
import { thousandth } from '../scores/round.js'
import { addSpans, noSpans, type SpanEntity } from '../scores/spans.js'
import type { Table } from '../table.js'
import type { Reading } from './reading.js'

const COLUMNS = ['gold', 'P', 'R', 'F']

/** Names and chains in GUM's news, biographies and interviews. */
export async function entityTables(
  data: string,
  reading: Reading,
  limit: number,
): Promise<Table[]> {
  const counts = noSpans()
  for (const story of readSpanStories(join(data, 'entities/dev.jsonl')).slice(0, limit)) {
    const record = await reading.record(story)
    if (record !== undefined) addSpans(counts, story, entitiesOf(record))
  }
  const row = (right: number, found: number, gold: number) => {
    const [p, r] = [right / Math.max(1, found), right / Math.max(1, gold)]
    return {
      gold,
      P: thousandth(p),
      R: thousandth(r),
      F: thousandth(p + r > 0 ? (2 * p * r) / (p + r) : 0),
    }
  }
  const { b3, link, byType } = counts
  const [p, r] = [b3.precision / Math.max(1, b3.mentions), b3.recall / Math.max(1, b3.mentions)]
  return [
    {
      key: 'names-gum',
      title: 'names and chains, GUM dev',
      columns: COLUMNS,
      rows: {
        'names, exact and typed': row(counts.rightType, counts.found, counts.gold),
        'names, exact': row(counts.right, counts.found, counts.gold),
        ...Object.fromEntries(
          [...byType].sort().map(([type, one]) => [type, row(one.right, one.found, one.gold)]),
        ),
        'LINK of names': row(link.right, link.found, link.gold),
        'ALLLINK B3': {
          gold: b3.mentions,
          P: thousandth(p),
          R: thousandth(r),
          F: thousandth((2 * p * r) / Math.max(1e-9, p + r)),
        },
      },
    },
  ]
}

const entitiesOf = ({ entities }: StoryRecord): SpanEntity[] =>
  entities.map(({ id, type, mentions }) => ({
    id,
    type: type satisfies EntityType,
    mentions,
    names: mentions.filter(({ form }) => form === 'name'),
  }))
