/**
 * node child.js COUNT [POLNEAR.jsonl]: reads COUNT stories, of the stream or of a corpus, with one reader in this
 * process, and prints what it took as JSON. Its own process, so that memory and a pinned core are its own.
 */
import { createReader } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { readQuoteStories } from '../corpus.js'
import { type BenchStory, countWords, samples, storyStream } from './stories.js'

/** What the process prints. */
export interface ChildRun {
  readonly words: number
  readonly seconds: number
  /** Processor time, of all threads. */
  readonly cpuSeconds: number
  /** Peak memory in MB. */
  readonly peak: number
}

const [count = '100', corpus] = process.argv.slice(2)
const stories: readonly BenchStory[] =
  corpus === undefined
    ? [...storyStream(samples(), Number(count))]
    : readQuoteStories(corpus).slice(0, Number(count))

const reader = createReader(await openQuoteModel())
for (const story of stories.slice(0, 2)) await reader.read(story)

const cpu = process.cpuUsage()
const started = performance.now()
for (const { id, text } of stories) await reader.read({ id, text })
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(cpu)
const run: ChildRun = {
  words: stories.reduce((sum, { text }) => sum + countWords(text), 0),
  seconds,
  cpuSeconds: (user + system) / 1e6,
  peak: (process.resourceUsage().maxRSS * 1024) / 1e6,
}
console.log(JSON.stringify(run))
