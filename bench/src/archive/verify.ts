import { type Verification, type View, verify } from '@onrecord/archive'
import type { PartOptions } from '../archive.js'
import { archiveOf, type Generated, queries } from '../generate/index.js'
import type { Table } from '../table.js'
import { shareOf, TIMES, type Timed, timed, timesOf } from './times.js'

/** A claim, and when an answer to it is right; null where that is not known. */
interface Claim {
  readonly kind: string
  readonly claim: string
  readonly speaker?: string
  /** Stories, by their ids at the source, that must be there for the answer to be right. */
  readonly of?: readonly string[]
  readonly right: ((answer: Verification) => boolean) | null
}

type Judged = Timed & { readonly right: boolean | null }

const COMMON = 'common words alone'
const LONG = 'two thousand words'
const HARD: ReadonlySet<string> = new Set([COMMON, LONG])

const COLUMNS = ['claims', ...TIMES, 'right']

/**
 * Claims verified: milliseconds by the clock and of this process's processor (all of the work on SQLite, the lesser part
 * of it on PostgreSQL), and the share that is answered as the archive's making says it must be.
 */
export async function verifyTables(view: View, options: PartOptions): Promise<Table[]> {
  const log = new Map<string, Judged[]>()
  for (const { kind, claim, speaker, of, right } of claims(options)) {
    if (of !== undefined && !(await areThere(view, of))) continue
    const { ms, cpu, answer } = await timed(() => verify(view, { claim, speaker }))
    const run = { ms, cpu, right: right?.(answer) ?? null }
    log.set(kind, [...(log.get(kind) ?? []), run])
  }
  const rows = [['all of the log and made of it', ordinary(log)] as const, ...log]
  return [
    {
      key: 'verify',
      title: 'verify',
      columns: COLUMNS,
      rows: Object.fromEntries(rows.map(([kind, runs]) => [kind, rowOf(runs)])),
    },
  ]
}

/** All but those that were made to be slow. */
const ordinary = (log: ReadonlyMap<string, readonly Judged[]>): Judged[] =>
  [...log].flatMap(([kind, runs]) => (HARD.has(kind) ? [] : runs))

const rowOf = (runs: readonly Judged[]) => ({
  claims: runs.length,
  ...timesOf(runs),
  right: shareOf(runs.map(({ right }) => right)),
})

async function areThere({ archive }: View, ids: readonly string[]): Promise<boolean> {
  const rows = await archive.db
    .selectFrom('story')
    .select('id')
    .where('own_id', 'in', ids)
    .execute()
  return rows.length === ids.length
}

/** Claims of the log; then the same stories' quotes with their speakers, with others', and joined two and two. */
function* claims({ generated, queries: count }: PartOptions): Generator<Claim> {
  const archive = archiveOf(generated)
  let before: { words: readonly string[]; story: string } | undefined
  for (const { kind, claim, answer } of queries({ ...generated, count })) {
    if (claim === undefined) continue
    if (answer === undefined) {
      yield { kind: 'made of nothing', claim, right: ({ verdict }) => verdict === 'not-found' }
      continue
    }
    const story = archive.story(Number(answer.story.split('-')[1]))
    const quote = story.record.quotes.find(({ id }) => id === answer.quote)!
    const said = plain(quote.content.map(({ text }) => text).join(' '))
    const of = [answer.story]
    if (kind === 'verify-altered') {
      // an end cut off leaves the words that are left as they were
      const exact = ` ${said} `.includes(` ${plain(claim)} `)
      yield {
        kind: exact ? 'altered: the end cut off' : 'altered: a word dropped or changed',
        claim,
        of,
        right: answer => cites(answer, exact ? 'exact' : 'altered'),
      }
      continue
    }
    yield { kind: 'exact', claim, of, right: answer => cites(answer, 'exact') }
    const words = said.split(' ')
    const name = speakerOf(story, quote.speakers[0])
    if (words.length >= 8 && name !== undefined) {
      yield {
        kind: 'exact, by the speaker told',
        claim: said,
        speaker: name,
        of,
        right: ({ verdict, matches }) => verdict === 'exact' && matches[0]!.attribution === 'asked',
      }
      yield {
        kind: 'exact, by another than told',
        claim: said,
        speaker: 'Zebedee Nobody-Else',
        of,
        right: ({ verdict }) => verdict === 'other-speaker',
      }
    }
    if (words.length >= 8) {
      if (before && before.story !== answer.story) {
        yield {
          kind: 'joined from two stories',
          claim: [...before.words.slice(0, 8), ...words.slice(0, 8)].join(' '),
          of: [before.story, answer.story],
          right: ({ matches: [best] }) => best?.wording === 'joined',
        }
      }
      before = { words, story: answer.story }
    }
  }
  const common = archive.settings.words.words.slice(0, 60).map(word => word.toLowerCase())
  for (let k = 0; k < 20; k++)
    yield {
      kind: COMMON,
      claim: Array.from({ length: 7 }, (_, n) => common[(k * 7 + n * 3) % common.length]).join(' '),
      right: null,
    }
  for (let k = 0; k < 5; k++)
    yield {
      kind: LONG,
      claim: archive.story(k).record.story.text.split(/\s+/).slice(0, 400).join(' ').repeat(4),
      right: null,
    }
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[“”,.]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** A person's name, as the story has it. */
function speakerOf({ record }: Generated, id: string | undefined): string | undefined {
  const entity = record.entities.find(one => one.id === id)
  return entity?.type === 'person' && entity.mentions.some(({ form }) => form === 'name')
    ? entity.name
    : undefined
}

/** Is the best match worded so? The same words may stand in other quotes too: copies, and variants made on purpose. */
const cites = ({ matches: [best] }: Verification, wording: 'exact' | 'altered') =>
  best !== undefined && (best.wording === wording || (wording === 'altered' && best.score > 0.95))
