import type { RecordEntity } from '@onrecord/engine'
import type { Db } from '../database/database.js'
import type { ReadArrival } from '../stories/arrival.js'
import { findNames, type Name, nameWords } from './find-name.js'
import { type Stamp, stampOf } from './secret.js'
import { type Sayings, type Withheld, withhold } from './withhold.js'

/** Keeps names that are withheld out of what comes in. */
export interface Guard {
  /** The story as it may be kept: the very same where no such name stands in it. */
  story(read: ReadArrival): ReadArrival
  /** Words that are no story's: a path, a message. */
  say(words: string): string
}

interface Rule {
  readonly restriction: number
  readonly by: string
  readonly withdrawn: boolean
}

/** Undefined where no name is withheld. */
export async function guardOf(db: Db): Promise<Guard | undefined> {
  const rows = await db
    .selectFrom('withheld')
    .innerJoin('restriction', 'restriction.id', 'withheld.restriction_id')
    .select([
      'withheld.hash as hash',
      'withheld.words as words',
      'restriction.id as restriction',
      'restriction.replacement as by',
      'restriction.state as state',
    ])
    .orderBy('restriction.id')
    .execute()
  if (rows.length === 0) return undefined
  const stamp = await stampOf(db)
  const rules = new Map<string, Rule>(
    rows.map(({ hash, restriction, by, state }) => [
      hash,
      { restriction, by: by!, withdrawn: state === 'withdrawn' },
    ]),
  )
  const lengths = new Set(rows.map(row => row.words))
  const most = Math.max(...lengths)

  /** The names withheld that stand in a text, by whose they are. */
  function namesIn(text: string): Withheld[] {
    const known = new Map<string, Rule | undefined>()
    const ruleOf = (name: Name) => {
      if (!lengths.has(name.length)) return undefined
      const words = name.join(' ')
      if (!known.has(words)) known.set(words, rules.get(stampName(stamp, name)))
      return known.get(words)
    }
    const found = new Map<number, { rule: Rule; names: Map<string, Name> }>()
    for (const { name } of findNames(text, name => ruleOf(name) !== undefined, most)) {
      const rule = ruleOf(name)!
      const one = found.get(rule.restriction) ?? { rule, names: new Map() }
      one.names.set(name.join(' '), name)
      found.set(rule.restriction, one)
    }
    return [...found.values()].map(({ rule, names }) => ({
      names: [...names.values()],
      by: rule.by,
      withdrawn: rule.withdrawn,
    }))
  }

  return {
    story(read) {
      const { text, title, byline = [], url, id, path, part, turns = [] } = read.arrival
      const speakers = turns.map(turn => turn.speaker)
      const words = [text, title, ...byline, url, id, path, part, ...speakers]
      return namesIn(words.filter(one => one !== undefined).join('\n\n')).reduce(
        (kept, withheld) => withholdArrival(stamp, kept, withheld),
        read,
      )
    },
    say: words =>
      namesIn(words).reduce(
        (said, withheld) => withhold('', [], withheld, () => false).sayAddress(said),
        words,
      ),
  }
}

export const stampName = (stamp: Stamp, name: Name): string => stamp('name', name.join(' '))

/** Is one of these whole names in the entity's own, or among its mentions? */
export function hasName({ names }: Withheld, entity: RecordEntity): boolean {
  if (entity.type !== 'person') return false
  const called = [
    entity.name,
    ...entity.mentions.filter(one => one.form === 'name').map(one => one.text),
  ]
  return called.map(nameWords).some(words => names.some(name => holds(words, name)))
}

const holds = (words: Name, name: Name) => ` ${words.join(' ')} `.includes(` ${name.join(' ')} `)

function withholdArrival(
  stamp: Stamp,
  { arrival, record }: ReadArrival,
  withheld: Withheld,
): ReadArrival {
  const story = withhold(arrival.text, [record], withheld, entity => hasName(withheld, entity))
  // the original bytes hold the name, and the way back leads into them
  const { original: _, back: __, text, turns, url, id, path, part, ...about } = arrival
  return {
    arrival: {
      ...story.rebase(about),
      text: story.replaced.text,
      path: story.sayAddress(path),
      ...(part !== undefined && { part: story.sayAddress(part) }),
      ...(turns && { turns: story.rebase(turns) }),
      ...(url !== undefined && { url: withheldAddress(stamp, url, story) }),
      ...(id !== undefined && { id: withheldId(stamp, id, story) }),
    },
    record: story.records[0]!,
  }
}

/** An address that holds the name, as a name for itself: a story that comes with it again is known by it. */
export const withheldAddress = (stamp: Stamp, url: string, { sayAddress }: Sayings): string =>
  sayAddress(url) === url ? url : `urn:onrecord:withheld:${stamp('url', url)}`

export const withheldId = (stamp: Stamp, id: string, { sayAddress }: Sayings): string =>
  sayAddress(id) === id ? id : `withheld:${stamp('id', id)}`
