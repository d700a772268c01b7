import { join } from 'node:path'
import { readQuoteStories } from '../corpus.js'
import { pythonLine, type ReadQuote } from '../predict.js'
import type { Attribution } from '../scores/attribution.js'
import type { Judged } from '../scores/calibration.js'
import { scoreKinds } from '../scores/kinds.js'
import { type Article, scoreQuotes, usefulQuotes } from '../scores/quotes.js'
import type { Table } from '../table.js'
import { calibrationTable } from './calibration.js'
import type { Reading } from './reading.js'

/** Who said what in PolNeAR's development articles, by role and by kind, and whether confidence can be believed. */
export async function quoteTables(
  data: string,
  { read }: Reading,
  limit: number,
  predictions: string[],
): Promise<Table[]> {
  const articles: Article<Attribution, ReadQuote>[] = []
  for (const story of readQuoteStories(join(data, 'polnear/dev.jsonl')).slice(0, limit)) {
    const quotes = await read(story)
    articles.push({ ...story, read: quotes })
    predictions.push(pythonLine(story.id, story.text, quotes))
  }
  return [
    {
      key: 'polnear',
      title: `PolNeAR dev, ${articles.length} articles`,
      columns: ['P', 'R', 'F', 'n'],
      rows: scoreQuotes(articles),
    },
    {
      key: 'polnear-kinds',
      title: 'recall by kind',
      columns: ['n', 'found', 'attributed', 'exact', 'content', 'cue', 'source'],
      rows: scoreKinds(articles),
    },
    calibrationTable('polnear-calibration', 'calibration of quotes', articles.flatMap(judgeQuotes)),
  ]
}

function judgeQuotes(article: Article<Attribution, ReadQuote>): Judged[] {
  const right = usefulQuotes(article)
  return article.read.map(({ confidence }, i) => ({ confidence, right: right[i]! }))
}
