/**
 * node bench/dist/score.js quotes|speaker GOLD PRED…: the numbers of score_quotes.py --json and score_speaker.py for
 * predictions in their format, to compare the two implementations with. Offsets are code points.
 */
import { readJsonLines, readQuoteStories, readSpeakerStories } from './corpus.js'
import { type PointSpan, toUnits } from './points.js'
import { scoreQuotes } from './scores/quotes.js'
import { type SpokenQuote, scoreSpeakers } from './scores/speaker.js'

const [what, gold, predicted] = process.argv.slice(2)
if (gold === undefined || predicted === undefined || !['quotes', 'speaker'].includes(what ?? '')) {
  console.error('usage: node bench/dist/score.js quotes|speaker GOLD.jsonl PREDICTED.jsonl')
  process.exitCode = 2
} else {
  console.log(
    JSON.stringify(what === 'quotes' ? quotes(gold, predicted) : speakers(gold, predicted)),
  )
}

function quotes(goldFile: string, file: string): unknown {
  const read = new Map(readQuoteStories(file, texts(goldFile)).map(story => [story.id, story.gold]))
  return scoreQuotes(
    readQuoteStories(goldFile).map(({ id, text, gold }) => ({
      text,
      gold,
      read: read.get(id) ?? [],
    })),
  )
}

interface Spoken {
  readonly id: string
  readonly quotes: readonly {
    readonly content: readonly PointSpan[]
    readonly speaker?: string | readonly string[] | null
    readonly speaker_mentions?: readonly PointSpan[]
  }[]
}

function speakers(goldFile: string, file: string): unknown {
  const read = new Map(readJsonLines<Spoken>(file).map(story => [story.id, story.quotes]))
  const { groups, nobodyAnswered } = scoreSpeakers(readSpeakerStories(goldFile), story => {
    const convert = toUnits(story.text)
    return (read.get(story.id) ?? []).map(
      ({ content, speaker, speaker_mentions = [] }): SpokenQuote => ({
        content: convert(content),
        names: speaker == null || speaker === '' ? [] : [speaker].flat(),
        mentions: convert(speaker_mentions),
      }),
    )
  })
  return { groups: Object.fromEntries(groups), nobodyAnswered }
}

function texts(file: string): Map<string, string> {
  return new Map(
    readJsonLines<{ id: string; text: string }>(file).map(({ id, text }) => [id, text]),
  )
}
