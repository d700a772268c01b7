import { join } from 'node:path'
import { readSpeakerStories } from '../corpus.js'
import type { ReadQuote } from '../predict.js'
import { thousandth } from '../scores/round.js'
import {
  addCounts,
  noCounts,
  type SpeakerCounts,
  type SpeakerScore,
  type SpeakerStory,
  scoreSpeakers,
} from '../scores/speaker.js'
import type { Table } from '../table.js'
import { calibrationTable } from './calibration.js'
import type { Reading } from './reading.js'

const COLUMNS = ['n', 'covered', 'answered', 'full', 'entity', 'any', 'wrong', 'prec']
const FORMS = ['full_name', 'partial_name', 'pronoun', 'description', 'none']

/** Who the speaker is: in PolNeAR (both sets of articles together) and in Wikinews. */
export async function speakerTables(
  data: string,
  reading: Reading,
  limit: number,
): Promise<Table[]> {
  const load = (file: string) => readSpeakerStories(join(data, 'speaker', file)).slice(0, limit)
  const polnear = [...load('polnear_dev_identity.jsonl'), ...load('polnear_dev_identity_b.jsonl')]
  const { groups, nobodyAnswered, answers } = await score(polnear, reading)
  const news = await score(load('dev.jsonl'), reading)
  const judged = [...answers, ...news.answers].flatMap(({ quote, right }) =>
    quote.speakerConfidence === undefined ? [] : { confidence: quote.speakerConfidence, right },
  )
  return [
    {
      key: 'speaker-polnear',
      title: 'speaker, PolNeAR identity A+B',
      columns: [...COLUMNS, 'nobody answered'],
      rows: {
        all: { ...row(groups.get('ALL')), 'nobody answered': nobodyAnswered },
        'direct + mixed': row(sum(groups, ['direct', 'mixed'])),
        ...rowsOf(groups, ['direct', 'mixed', 'indirect', ...FORMS.map(form => `src:${form}`)]),
      },
    },
    {
      key: 'speaker-news',
      title: 'speaker, Wikinews',
      columns: COLUMNS,
      rows: rowsOf(news.groups, ['quality:hand', 'quality:auto', 'quoted', 'indirect']),
    },
    calibrationTable('speaker-calibration', 'calibration of speakers', judged),
  ]
}

async function score(
  stories: readonly SpeakerStory[],
  { read }: Reading,
): Promise<SpeakerScore<ReadQuote>> {
  const quotes = new Map<SpeakerStory, readonly ReadQuote[]>()
  for (const story of stories) quotes.set(story, await read(story))
  return scoreSpeakers(stories, story => quotes.get(story)!)
}

type Groups = ReadonlyMap<string, SpeakerCounts>

const sum = (groups: Groups, names: readonly string[]): SpeakerCounts =>
  names.map(name => groups.get(name) ?? noCounts()).reduce(addCounts)

const rowsOf = (groups: Groups, names: readonly string[]): Table['rows'] =>
  Object.fromEntries(
    names.filter(name => groups.has(name)).map(name => [name, row(groups.get(name))]),
  )

/** Shares of all gold quotes that have a speaker; `prec` is of those answered. */
function row(counts: SpeakerCounts = noCounts()): Record<string, number> {
  const { n, covered, answered, full, entity, any, wrong } = counts
  const share = (part: number, whole = n) => thousandth(part / Math.max(1, whole))
  return {
    n,
    covered: share(covered),
    answered: share(answered),
    full: share(full),
    entity: share(entity),
    any: share(any),
    wrong: share(wrong),
    prec: share(entity, answered),
  }
}
