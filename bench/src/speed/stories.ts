import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../results.js'

export interface BenchStory {
  readonly id: string
  readonly text: string
}

/** The sample stories, in order of their files. */
export const samples = (folder = join(ROOT, 'samples')): string[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.txt'))
    .sort()
    .map(name => readFileSync(join(folder, name), 'utf8'))

/**
 * A stream of stories made of the samples: half are one sample, others its first paragraphs, or two, or five together.
 * The same seed always gives the same stream.
 */
export function* storyStream(
  texts: readonly string[],
  count: number,
  seed = 1,
): Generator<BenchStory> {
  if (texts.length === 0) throw new Error('no samples to make stories of')
  const random = mulberry32(seed)
  const pick = () => texts[Math.floor(random() * texts.length)]!
  for (let i = 1; i <= count; i++) {
    yield { id: `bench-${String(i).padStart(6, '0')}`, text: storyText(pick, random()) }
  }
}

function storyText(pick: () => string, chance: number): string {
  if (chance < 0.5) return pick()
  if (chance < 0.8) {
    const paragraphs = pick().split(/\n\s*\n/)
    return paragraphs.slice(0, Math.max(1, Math.ceil(paragraphs.length / 3))).join('\n\n')
  }
  return Array.from({ length: chance < 0.95 ? 2 : 5 }, pick).join('\n\n')
}

/** A small seeded generator: numbers in [0, 1). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Words as speed counts them: runs of anything but white space. */
export const countWords = (text: string): number => text.match(/\S+/g)?.length ?? 0
