import type { Db } from '../database/database.js'
import { together } from '../database/together.js'
import { type Word, wordsOf } from '../text/words.js'

const SHINGLE = 5
const BANDS = 20
const ROWS = 3
/** A story shares this much of its words with one that it copies. */
const NEAR = 0.4
const CANDIDATES = 50

export interface Band {
  readonly band: number
  readonly value: number
}

/** Hashes of all runs of five words. */
export function shinglesOf(text: string | readonly Word[]): Set<number> {
  const all = typeof text === 'string' ? Array.from(wordsOf(text)) : text
  const words = all.map(word => hash(word.folded, 0x811c9dc5))
  const shingles = new Set<number>()
  for (let k = 0; k + SHINGLE <= words.length; k++) {
    let shingle = 0
    for (let j = 0; j < SHINGLE; j++) shingle = mix(Math.imul(shingle, 31) + words[k + j]!)
    shingles.add(shingle)
  }
  return shingles
}

/**
 * MinHash (Broder 1997) in bands: two texts that share the fraction s of their shingles share a band with the
 * probability 1 - (1 - s³)²⁰: 0.4 → 0.73, 0.5 → 0.93, 0.7 → 0.999. Texts under twenty shingles have none.
 */
export function bandsOf(shingles: ReadonlySet<number>): Band[] {
  if (shingles.size < 20) return []
  const least = new Uint32Array(BANDS * ROWS).fill(0xffffffff)
  for (const shingle of shingles) {
    for (let k = 0; k < least.length; k++) {
      const value = mix(shingle ^ Math.imul(k + 1, 0x9e3779b1))
      if (value < least[k]!) least[k] = value
    }
  }
  return Array.from({ length: BANDS }, (_, band) => {
    let value = band
    for (let row = 0; row < ROWS; row++)
      value = mix(Math.imul(value, 31) + least[band * ROWS + row]!)
    return { band, value }
  })
}

/** The share of the smaller text's shingles that the other has too: a copy cut short is still a copy. */
export function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  if (small.size === 0) return 0
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common += 1
  return common / small.size
}

export interface Near {
  readonly storyId: number
  readonly kind: 'same' | 'near'
  readonly similarity: number
}

/** Stories whose version in force has (nearly) the words of `text`, the nearest first. */
export async function findNear(
  db: Db,
  text: string,
  sha256: string,
  bands: readonly Band[],
  shingles: ReadonlySet<number>,
): Promise<Near[]> {
  const [same, sharing] = await together([
    db
      .selectFrom('version')
      .innerJoin('story', 'story.version_id', 'version.id')
      .select('story.id as storyId')
      .where('version.sha256', '=', sha256)
      .execute(),
    bands.length === 0
      ? []
      : db
          .selectFrom('band')
          .select('version_id')
          .where(({ eb, refTuple, tuple }) =>
            eb(
              refTuple('band', 'value'),
              'in',
              bands.map(({ band, value }) => tuple(band, value)),
            ),
          )
          .limit(BANDS * CANDIDATES)
          .execute(),
  ])
  const near: Near[] = same.map(({ storyId }) => ({ storyId, kind: 'same', similarity: 1 }))
  const found = new Map<number, number>()
  for (const row of sharing) found.set(row.version_id, (found.get(row.version_id) ?? 0) + 1)
  const likely = [...found].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES)
  if (likely.length > 0) {
    const texts = await db
      .selectFrom('version')
      .innerJoin('story', 'story.version_id', 'version.id')
      .select(['story.id as storyId', 'version.text as text', 'version.sha256 as sha256'])
      .where(
        'version.id',
        'in',
        likely.map(([id]) => id),
      )
      .execute()
    for (const other of texts) {
      if (other.sha256 === sha256 || other.text === text) continue
      const similarity = shared(shingles, shinglesOf(other.text))
      if (similarity >= NEAR) near.push({ storyId: other.storyId, kind: 'near', similarity })
    }
  }
  return near.sort((a, b) => b.similarity - a.similarity)
}

/** FNV-1a. */
function hash(word: string, seed: number): number {
  let value = seed
  for (let k = 0; k < word.length; k++) value = Math.imul(value ^ word.charCodeAt(k), 0x01000193)
  return value >>> 0
}

/** The end of MurmurHash3: every bit of the number acts on every bit. */
function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
