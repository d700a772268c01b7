/**
 * node child.js COUNT [POLNEAR.jsonl]: reads COUNT stories, of the stream or of a corpus, with one reader in this
 * process, and prints what it took as JSON. Its own process, so that memory and a pinned core are its own.
 */
import { createReader, findBlocks, hear, textStages, wordPiece } from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { readQuoteStories } from '../corpus.js'
import { type BenchStory, countWords, samples, storyStream } from './stories.js'

/** What the process prints. */
export interface ChildRun {
  readonly words: number
  readonly seconds: number
  /** Processor time, of all threads. */
  readonly cpuSeconds: number
  /** The same stories, only as far as the neural pass: what hearing the quotes takes. */
  readonly heardSeconds: number
  /** Peak memory in MB. */
  readonly peak: number
}

const [count = '100', corpus] = process.argv.slice(2)
const stories: readonly BenchStory[] =
  corpus === undefined
    ? [...storyStream(samples(), Number(count))]
    : readQuoteStories(corpus).slice(0, Number(count))

const model = await openQuoteModel()
const pieces = wordPiece(model.vocabulary)
const reader = createReader(model)

async function hearOnly({ id, text }: BenchStory): Promise<number> {
  const begun = performance.now()
  const shown = textStages.run({ text, meta: { id } })
  await hear(findBlocks(shown, pieces), model, pieces)
  return (performance.now() - begun) / 1000
}

for (const story of stories.slice(0, 2)) {
  await reader.read(story)
  await hearOnly(story)
}

// in turn, so that neither has the warmer processor; what hearing takes is taken off the processor's time again
const cpu = process.cpuUsage()
let seconds = 0
let heardSeconds = 0
let heardCpu = 0
for (const story of stories) {
  const begun = performance.now()
  await reader.read({ id: story.id, text: story.text })
  seconds += (performance.now() - begun) / 1000
  const before = process.cpuUsage()
  heardSeconds += await hearOnly(story)
  const { user, system } = process.cpuUsage(before)
  heardCpu += user + system
}
const { user, system } = process.cpuUsage(cpu)
const run: ChildRun = {
  words: stories.reduce((sum, { text }) => sum + countWords(text), 0),
  seconds,
  cpuSeconds: (user + system - heardCpu) / 1e6,
  heardSeconds,
  peak: (process.resourceUsage().maxRSS * 1024) / 1e6,
}
console.log(JSON.stringify(run))
