/** How well the register joins: the people of generated stories, whose truth is known, pair by pair. */
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Archive, addStories, openArchive, type ReadArrival, rejoin } from '@onrecord/archive'
import { run } from './command.js'
import { type Generated, generateStories } from './generate/index.js'
import { rngOf } from './generate/random.js'

const USAGE = `usage: node bench/dist/people.js [--quotes N] [--seed S] [--orders N]
  --quotes N      about so many quotes (10000)
  --seed S        a whole number; 1 unless told
  --orders N      the same stories in so many shuffled orders too (0): is the grouping the same?`

const BATCH = 500

await run(main, USAGE)

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      quotes: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      orders: { type: 'string', default: '0' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return console.log(USAGE)
  const stories = [...generateStories({ seed: Number(values.seed), quotes: Number(values.quotes) })]
  const truth = truthOf(stories)
  const first = await grouped(stories, async (archive, came) => {
    say('as the stories came', came, truth)
    const begun = performance.now()
    await rejoin(archive, { who: 'bench' })
    const after = await groupingOf(archive)
    console.log(`joined anew in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
    say('joined anew', after, truth)
    return { came, after }
  })
  for (let k = 1; k <= Number(values.orders); k++) {
    const rng = rngOf(Number(values.seed), 99, k)
    const order = new Map(stories.map(story => [story, rng()]))
    const shuffled = stories.toSorted((a, b) => order.get(a)! - order.get(b)!)
    await grouped(shuffled, async (archive, came) => {
      console.log(`order ${k}: pairs that differ as they came: ${differing(first.came, came)}`)
      await rejoin(archive, { who: 'bench' })
      console.log(
        `order ${k}: pairs that differ joined anew: ${differing(first.after, await groupingOf(archive))}`,
      )
    })
  }
}

/** Who each entity is, by story and item: in truth, or in the register. */
type Grouping = ReadonlyMap<string, string>

async function grouped<T>(
  stories: readonly Generated[],
  what: (archive: Archive, grouping: Grouping) => Promise<T>,
): Promise<T> {
  const path = join(tmpdir(), `onrecord-bench-people-${process.pid}.db`)
  const archive = await openArchive(path, { create: true })
  try {
    const begun = performance.now()
    for (let k = 0; k < stories.length; k += BATCH) {
      const some = stories.slice(k, k + BATCH).map(
        ({ kind, input, record }): ReadArrival => ({
          arrival: { ...input, kind, path: 'generated', part: input.id },
          record,
        }),
      )
      await addStories(archive, some)
    }
    const seconds = (performance.now() - begun) / 1000
    console.log(`${stories.length} stories, ${(stories.length / seconds).toFixed(0)} a second`)
    return await what(archive, await groupingOf(archive))
  } finally {
    await archive.close()
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  }
}

async function groupingOf({ db }: Archive): Promise<Grouping> {
  const rows = await db
    .selectFrom('entity')
    .innerJoin('story', 'story.id', 'entity.story_id')
    .innerJoin('origin', 'origin.version_id', 'story.version_id')
    .innerJoin('person', 'person.id', 'entity.person_id')
    .select(['origin.part as story', 'entity.item as item', 'entity.person_id as person'])
    .execute()
  return new Map(rows.map(row => [`${row.story} ${row.item}`, String(row.person)]))
}

/** By kind of entity: a person (or somebody's relative), or a body. */
function truthOf(stories: readonly Generated[]): Readonly<Record<'people' | 'bodies', Grouping>> {
  const people = new Map<string, string>()
  const bodies = new Map<string, string>()
  for (const { truth } of stories)
    for (const [item, who] of Object.entries(truth.people))
      (who.startsWith('o') ? bodies : people).set(`${truth.story} ${item}`, who)
  return { people, bodies }
}

function say(
  when: string,
  found: Grouping,
  truth: Readonly<Record<'people' | 'bodies', Grouping>>,
): void {
  for (const [kind, is] of Object.entries(truth)) {
    const known = [...is].filter(([entity]) => found.has(entity))
    const both = pairs(known.map(([entity, who]) => `${who} ${found.get(entity)}`))
    const joined = pairs(known.map(([entity]) => found.get(entity)!))
    const same = pairs(known.map(([, who]) => who))
    const share = (a: number, b: number) => (b === 0 ? 1 : a / b).toFixed(4)
    console.log(
      `${when}, ${kind}: ${known.length} of ${is.size} have a full name; pairwise precision ${share(both, joined)}, recall ${share(both, same)}`,
    )
  }
}

/** Pairs of equal ones. */
function pairs(all: readonly string[]): number {
  const counts = new Map<string, number>()
  for (const one of all) counts.set(one, (counts.get(one) ?? 0) + 1)
  let sum = 0
  for (const count of counts.values()) sum += (count * (count - 1)) / 2
  return sum
}

/** Pairs that one grouping joins and the other does not, of those that either joins. */
function differing(a: Grouping, b: Grouping): string {
  const [inA, inB] = [pairs([...a.values()]), pairs([...b.values()])]
  const both = pairs([...a].map(([entity, group]) => `${group} ${b.get(entity)}`))
  return `${inA + inB - 2 * both} of ${inA + inB - both}`
}
