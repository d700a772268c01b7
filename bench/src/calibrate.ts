/**
 * Sets what belongs to the weights but is not trained: the bias of the cue tagger, the floors below which a quote is
 * left out, and the calibration of confidence. Fitted on PolNeAR dev; the error of calibration is measured crosswise,
 * each half of the articles with what was fitted on the other half. Quotes without a cue, which PolNeAR hardly
 * annotates, are calibrated on bench/cases as well (two numbers), right meaning that the content is one.
 *
 * Usage: npm run calibrate -- ../shared/data [--folder packages/models/quotes] [--write]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  confidenceOf,
  findBlocks,
  hear,
  logit,
  type Quote,
  type QuoteConfig,
  type QuoteModel,
  recordStages,
  textStages,
  wordPiece,
} from '@onrecord/engine'
import { openQuoteModel } from '@onrecord/models/node'
import { type QuoteStory, readQuoteStories } from './corpus.js'
import { type Example, fitLogistic } from './fit.js'
import { parseCases } from './markup.js'
import { ROOT } from './results.js'
import { found, useful, worded } from './scores/attribution.js'
import { calibrationError } from './scores/calibration.js'
import { scoreQuotes } from './scores/quotes.js'
import { indexWords } from './scores/words.js'

const BIASES = [0.3, 0, -0.3]
const FLOORS = [0, 0.1, 0.15, 0.2, 0.25, 0.28, 0.3, 0.32, 0.35, 0.4, 0.5]

interface ReadStory {
  readonly story: QuoteStory
  readonly quotes: readonly Quote[]
  /** Useful, for a quote with a cue; without one, whether its content is a gold one. */
  readonly right: readonly boolean[]
}

/** The regression set's stories in the corpus's form. */
const caseStories = (folder: string): QuoteStory[] =>
  readdirSync(folder)
    .filter(file => file.endsWith('.txt'))
    .sort()
    .flatMap(file => parseCases(readFileSync(join(folder, file), 'utf8'), file))
    .map(({ name, text, quotes }) => ({ id: name, text, gold: quotes }))

/** Every quote that the model hears at a bias, floors off, and whether it is useful. */
async function readAll(stories: readonly QuoteStory[], model: QuoteModel, cueBias: number) {
  const config: QuoteConfig = { ...model.config, cueBias, floor: { cue: 0, marks: 0 } }
  const pieces = wordPiece(model.vocabulary)
  const stages = recordStages(config)
  const read: ReadStory[] = []
  for (const story of stories) {
    const shown = textStages.run({ text: story.text, meta: { id: story.id } })
    const blocks = findBlocks(shown, pieces)
    const heard = await hear(blocks, { ...model, config }, pieces)
    const { quotes } = stages.run({ ...shown, blocks, ...heard })
    const index = indexWords(story.text)
    const gold = story.gold.map(quote => worded(index, quote))
    const right = quotes.map(quote => {
      const given = worded(index, quote)
      return gold.some(one => (quote.basis.cued ? useful(given, one) : found(given, one)))
    })
    read.push({ story, quotes, right })
  }
  return read
}

const features = ({ basis }: Quote) => [1, logit(basis.heard), logit(basis.labelled)]

function examples(read: readonly ReadStory[], cued: boolean): Example[] {
  return read.flatMap(({ quotes, right }) =>
    quotes.flatMap((quote, k) =>
      quote.basis.cued === cued ? [{ features: features(quote), right: right[k]! }] : [],
    ),
  )
}

const fitCalibration = (read: readonly ReadStory[], cases: readonly ReadStory[]) => ({
  cue: fitLogistic(examples(read, true)),
  // without a cue `heard` is 1 for all: only the labels tell
  marks: fitLogistic(
    [...examples(read, false), ...examples(cases, false)].map(example => ({
      ...example,
      features: [1, 0, example.features[2]!],
    })),
  ),
})

function judged(read: readonly ReadStory[], calibration: ReturnType<typeof fitCalibration>) {
  return read.flatMap(({ quotes, right }) =>
    quotes.map((quote, k) => ({
      confidence: confidenceOf(quote.basis, calibration),
      right: right[k]!,
    })),
  )
}

function scoreAt(
  read: readonly ReadStory[],
  calibration: ReturnType<typeof fitCalibration>,
  floor: QuoteConfig['floor'],
) {
  const articles = read.map(({ story, quotes }) => ({
    text: story.text,
    gold: story.gold,
    read: quotes.filter(
      quote =>
        confidenceOf(quote.basis, calibration) >= (quote.basis.cued ? floor.cue : floor.marks),
    ),
  }))
  return scoreQuotes(articles)
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    folder: { type: 'string', default: 'packages/models/quotes' },
    write: { type: 'boolean', default: false },
  },
})
const data = positionals[0]
if (data === undefined) {
  console.error('usage: npm run calibrate -- ../shared/data [--folder FOLDER] [--write]')
  process.exit(2)
}
const stories = readQuoteStories(join(data, 'polnear', 'dev.jsonl'))
const model = await openQuoteModel({ folder: values.folder })

let best:
  | { value: number; config: Pick<QuoteConfig, 'cueBias' | 'floor' | 'calibration'> }
  | undefined
for (const cueBias of BIASES) {
  const read = await readAll(stories, model, cueBias)
  const cases = await readAll(caseStories(join(ROOT, 'bench', 'cases')), model, cueBias)
  const calibration = fitCalibration(read, cases)
  const halves = [0, 1].map(half => read.filter((_, k) => k % 2 === half))
  const crosswise = [
    ...judged(halves[0]!, fitCalibration(halves[1]!, cases)),
    ...judged(halves[1]!, fitCalibration(halves[0]!, cases)),
  ]
  console.log(`bias ${cueBias}: calibration error, crosswise ${calibrationError(crosswise)}`)
  for (const cue of FLOORS) {
    const floor = { cue, marks: 0.3 }
    const scores = scoreAt(read, calibration, floor)
    const f = (name: string) => scores[name]?.F ?? 0
    const direct = scores['direct attributed (recall)']?.R ?? 0
    const value = f('attribution useful') + f('attribution exact') + f('content overlap') + direct
    console.log(
      `  floor ${cue}: content ${f('content exact')} ${f('content overlap')}, cue ${f('cue exact')}, source ${f('source exact')}, ` +
        `exact ${f('attribution exact')}, useful ${f('attribution useful')}, direct ${direct}`,
    )
    if (best === undefined || value > best.value)
      best = { value, config: { cueBias, floor, calibration } }
  }
}
console.log(JSON.stringify(best?.config))
if (values.write && best !== undefined) {
  const file = join(values.folder, 'config.json')
  const config = { ...JSON.parse(readFileSync(file, 'utf8')), ...best.config }
  writeFileSync(file, `${JSON.stringify(config, null, 1)}\n`)
  console.log(`written to ${file}`)
}
