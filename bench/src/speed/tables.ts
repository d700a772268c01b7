import { join } from 'node:path'
import type { Table } from '../table.js'
import { nodeStart, type StreamRun, streamThrough } from './command.js'
import { readOnOneCore } from './oneCore.js'
import { openPrototype } from './prototype.js'
import { median, slope } from './statistics.js'
import { type BenchStory, countWords, storyStream } from './stories.js'

const spread = (values: readonly number[], round: (x: number) => number) => ({
  median: round(median(values)),
  min: round(Math.min(...values)),
  max: round(Math.max(...values)),
})

const whole = Math.round
const hundredth = (x: number) => Number(x.toFixed(2))
const tenth = (x: number) => Number(x.toFixed(1))

/** Words a second: one reader in one process on one core, and the command with one worker and with two. */
export async function speedTable(
  texts: readonly string[],
  count: number,
  runs: number,
): Promise<Table[]> {
  const stories = [...storyStream(texts, count)]
  const onCore: number[] = []
  const cpu: number[] = []
  const one: number[] = []
  const two: number[] = []
  const cost: number[] = []
  for (let i = 0; i < runs; i++) {
    const run = readOnOneCore(count)
    onCore.push(run.words / run.seconds)
    cpu.push(run.words / run.cpuSeconds)
    cost.push(run.seconds / run.heardSeconds)
    one.push(steady(await streamThrough(stories, 1)))
    two.push(steady(await streamThrough(stories, 2)))
  }
  const speed: Table = {
    key: 'speed',
    title: `words a second, ${count} stories`,
    columns: ['median', 'min', 'max'],
    rows: {
      'in process, one core': spread(onCore, whole),
      'in process, per CPU-second': spread(cpu, whole),
      'onrecord read --workers 1': spread(one, whole),
      'onrecord read --workers 2': spread(two, whole),
    },
  }
  return [
    speed,
    {
      key: 'record-cost',
      title: 'time of the whole record : of text and neural pass alone, same process',
      columns: ['median', 'min', 'max'],
      rows: { ratio: spread(cost, hundredth) },
    },
  ]
}

/** From the first record to the last, so that start-up does not count. */
const steady = ({ words, firstWords, first, last }: StreamRun): number =>
  (words - firstWords) / (last - first)

/** Seconds to the first record of one short story in a fresh process; and without Node's own start. */
export async function startTable(texts: readonly string[], runs: number): Promise<Table> {
  const short = shortest(texts)
  const node: number[] = []
  const first: number[] = []
  for (let i = 0; i < runs; i++) {
    node.push(nodeStart())
    first.push((await streamThrough([short], 1)).first)
  }
  const own = median(node)
  return {
    key: 'start',
    title: `start-up in seconds, ${countWords(short.text)} words`,
    columns: ['median', 'min', 'max'],
    rows: {
      'Node alone': spread(node, hundredth),
      'first record': spread(first, hundredth),
      'first record − Node': spread(
        first.map(seconds => seconds - own),
        hundredth,
      ),
    },
  }
}

/** The first paragraph of the shortest sample. */
function shortest(texts: readonly string[]): BenchStory {
  const text = [...texts].sort((a, b) => a.length - b.length)[0]!
  return { id: 'short', text: text.split(/\n\s*\n/)[0]! }
}

/** Memory in MB: the peak, and how it grows between a fifth of a stream and its end. */
export async function memoryTable(
  texts: readonly string[],
  counts: readonly number[],
): Promise<Table> {
  const rows: Record<string, Record<string, number>> = {}
  const single = await streamThrough([shortest(texts)], 1, 5)
  rows['one story'] = { peak: whole(single.peak) }
  for (const count of counts) {
    for (const workers of [1, 2]) {
      // ten thousand whole samples would take an hour: a long stream is of their beginnings
      const of = count > 1000 ? texts.map(beginning) : texts
      const { memory, peak } = await streamThrough([...storyStream(of, count)], workers)
      rows[`${count} stories, --workers ${workers}`] = {
        peak: whole(peak),
        ...growth(memory, count),
      }
    }
  }
  return {
    key: 'memory',
    title: 'memory in MB',
    columns: ['peak', 'at 20 %', 'at the end', 'MB / 1,000 stories'],
    rows,
  }
}

/** The first forty words. */
const beginning = (text: string) => /^(?:\S+\s+){0,40}/.exec(text)![0].trim()

/** Means of the samples about a fifth of the stream and at its end, and the slope of the line between. */
export function growth(memory: StreamRun['memory'], count: number): Record<string, number> {
  const late = memory.filter(({ done }) => done >= 0.2 * count)
  const mean = (from: number, to: number) => {
    const part = memory.filter(({ done }) => done >= from * count && done <= to * count)
    return whole(part.reduce((sum, { now }) => sum + now, 0) / Math.max(1, part.length))
  }
  if (late.length < 2) return {}
  const line = slope(late.map(({ done, now }) => ({ x: done / 1000, y: now })))
  return {
    'at 20 %': mean(0.2, 0.25),
    'at the end': mean(0.95, 1),
    'MB / 1,000 stories': tenth(line),
  }
}

/** The same articles on the same core, in turn: this reader, the prototype, this reader, … */
export function prototypeTable(
  folder: string,
  python: string,
  data: string,
  articles: number,
  runs: number,
): Table[] {
  const prototype = openPrototype(folder, python, data)
  const corpus = join(data, 'polnear/dev.jsonl')
  const ours: number[] = []
  const theirs: number[] = []
  try {
    for (let i = 0; i < runs; i++) {
      const run = readOnOneCore(articles, corpus)
      ours.push(run.words / run.seconds)
      theirs.push(prototype.run(articles))
    }
  } finally {
    prototype.close()
  }
  return [
    {
      key: 'prototype',
      title: `words a second, one core, ${articles} articles of PolNeAR dev`,
      columns: ['median', 'min', 'max'],
      rows: {
        'Onrecord, whole record': spread(ours, whole),
        'prototype, attributions': spread(theirs, whole),
      },
    },
    {
      key: 'prototype-ratio',
      title: 'Onrecord : prototype',
      columns: ['median', 'min', 'max'],
      rows: {
        'in turn': spread(
          ours.map((speed, i) => speed / theirs[i]!),
          hundredth,
        ),
        'of the medians': { median: hundredth(median(ours) / median(theirs)) },
      },
    },
  ]
}
