// Shows what a pronoun may stand for, as the engine sees it: JSON lines { id, text, mentions: [[start, end, entity]] } in
// (code points), lines { kind, features, right } out, one for each pronoun whose entity is marked. Usage:
// node training/antecedents.js WEIGHTS_FOLDER < stories.jsonl > choices.jsonl
import { createInterface } from 'node:readline'
import { findBlocks, hear, textStages, wordPiece } from '@onrecord/engine'
import { choicesOf } from '@onrecord/engine/training'
import { openQuoteModel } from '@onrecord/models/node'

const model = await openQuoteModel({ folder: process.argv[2] })
const pieces = wordPiece(model.vocabulary)

/** The UTF-16 offset of each code point, and of the end. */
function unitsOf(text) {
  const units = []
  let at = 0
  for (const point of text) {
    units.push(at)
    at += point.length
  }
  return [...units, at]
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue
  const { id, text, mentions } = JSON.parse(line)
  const units = unitsOf(text)
  const gold = mentions.map(([start, end, entity]) => ({
    start: units[start],
    end: units[end],
    entity,
  }))
  const shown = textStages.run({ text, meta: { id } })
  const blocks = findBlocks(shown, pieces)
  const heard = await hear(blocks, model, pieces)
  for (const choice of choicesOf({ ...shown, blocks, ...heard }, model.config, gold))
    process.stdout.write(`${JSON.stringify({ id, ...choice })}\n`)
}
