// Shows stories to the model exactly as the engine does: JSON lines { id, text, … } in, the same lines with `blocks` out.
// Offsets of words are code points, the corpora's unit. Usage: node training/features.js VOCAB < corpus.jsonl > features.jsonl
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { findBlocks, textStages, wordPiece } from '@onrecord/engine'

const pieces = wordPiece(readFileSync(process.argv[2], 'utf8'))

/** For each UTF-16 offset, the code points before it. */
function codePoints(text) {
  const at = new Int32Array(text.length + 1)
  let points = 0
  for (let i = 0; i < text.length; i++) {
    at[i] = points
    const code = text.charCodeAt(i)
    if (!(code >= 0xd800 && code < 0xdc00)) points++
  }
  at[text.length] = points
  return at
}

for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === '') continue
  const story = JSON.parse(line)
  const at = codePoints(story.text)
  const read = textStages.run({ text: story.text, meta: { id: story.id } })
  const blocks = findBlocks(read, pieces).map(block => ({
    paragraph: block.paragraph,
    words: block.words.map(word => [at[word.start], at[word.end]]),
    ids: block.ids,
    types: block.types,
    first: block.first,
    gaps: block.gaps,
    quoted: block.quoted.map(({ from, to }) => [from, to]),
  }))
  process.stdout.write(`${JSON.stringify({ ...story, blocks })}\n`)
}
