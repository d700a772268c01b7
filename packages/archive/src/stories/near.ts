import { inChunks } from '../database/chunks.js'
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

/** A story whose copies are looked for. */
export interface Sought {
  readonly storyId: number
  readonly versionId: number
  readonly key: string
  readonly text: string
  readonly sha256: string
  readonly published: string | null
  readonly shingles: ReadonlySet<number>
  readonly bands: readonly Band[]
}

export interface Near {
  readonly storyId: number
  readonly key: string
  readonly published: string | null
  readonly kind: 'same' | 'near'
  readonly similarity: number
}

/**
 * For each story those whose version in force has (nearly) its words, the nearest first: of the archive, where the bands
 * of none of these stories are yet, and of the stories before it.
 */
export async function findNear(db: Db, stories: readonly Sought[]): Promise<Near[][]> {
  const own = new Set(stories.map(story => story.storyId))
  const found = await together(
    stories.map(story => together([sameIn(db, story), likelyIn(db, story)])),
  )
  const kept = await textsOf(db, [...new Set(found.flatMap(([, likely]) => [...likely.keys()]))])
  const before = new Map<number, Sought>()
  const shinglesOfKept = new Map<number, ReadonlySet<number>>()
  const textAt = (versionId: number): Candidate | undefined =>
    before.get(versionId) ?? kept.get(versionId)
  const shinglesAt = (versionId: number, text: string) => {
    const known = before.get(versionId)?.shingles ?? shinglesOfKept.get(versionId)
    const shingles = known ?? shinglesOf(text)
    shinglesOfKept.set(versionId, shingles)
    return shingles
  }
  return stories.map((story, k) => {
    const [same, likely] = found[k]!
    for (const other of before.values()) {
      const common = sharedBands(story, other)
      if (common > 0) likely.set(other.versionId, common)
    }
    const near: Near[] = [
      ...same.filter(other => !own.has(other.storyId)),
      ...[...before.values()].filter(other => other.sha256 === story.sha256),
    ].map(({ storyId, key, published }) => ({
      storyId,
      key,
      published,
      kind: 'same',
      similarity: 1,
    }))
    const candidates = [...likely].sort((a, b) => b[1] - a[1]).slice(0, CANDIDATES)
    for (const [versionId] of candidates) {
      const other = textAt(versionId)
      if (!other || other.storyId === story.storyId) continue
      const { storyId, key, published, text, sha256 } = other
      if (sha256 === story.sha256 || text === story.text) continue
      const similarity = shared(story.shingles, shinglesAt(versionId, text))
      if (similarity >= NEAR) near.push({ storyId, key, published, kind: 'near', similarity })
    }
    before.set(story.versionId, story)
    return near.sort((a, b) => b.similarity - a.similarity)
  })
}

type Candidate = Pick<Sought, 'storyId' | 'key' | 'published' | 'text' | 'sha256'>

/** Stories with the very text. */
const sameIn = (db: Db, { sha256 }: Sought) =>
  db
    .selectFrom('version')
    .innerJoin('story', 'story.version_id', 'version.id')
    .select(['story.id as storyId', 'story.key as key', 'version.published as published'])
    .where('version.sha256', '=', sha256)
    .execute()

/** Versions that share bands, with how many. */
async function likelyIn(db: Db, { bands }: Sought): Promise<Map<number, number>> {
  const likely = new Map<number, number>()
  if (bands.length === 0) return likely
  const rows = await db
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
    .execute()
  for (const { version_id } of rows) likely.set(version_id, (likely.get(version_id) ?? 0) + 1)
  return likely
}

const sharedBands = (a: Sought, b: Sought): number =>
  a.bands.filter(({ value }, band) => b.bands[band]?.value === value).length

/** Those of the versions that are in force. */
async function textsOf(
  db: Db,
  versions: readonly number[],
): Promise<ReadonlyMap<number, Candidate>> {
  const texts = new Map<number, Candidate>()
  await inChunks(versions, async some => {
    const rows = await db
      .selectFrom('version')
      .innerJoin('story', 'story.version_id', 'version.id')
      .select([
        'version.id as id',
        'story.id as storyId',
        'story.key as key',
        'version.published as published',
        'version.text as text',
        'version.sha256 as sha256',
      ])
      .where('version.id', 'in', some)
      .execute()
    for (const { id, ...text } of rows) texts.set(id, text)
  })
  return texts
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
