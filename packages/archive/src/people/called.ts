import { ArchiveError } from '../errors.js'
import type { View } from '../rights/view.js'
import { foldedWords } from '../text/words.js'
import { listPeople, type PeopleEntry } from './list.js'

/** People who are told of where several have the name. */
const TOLD = 8

/**
 * The key of whoever is asked for by key or by name. A name is that of one whom the asker sees and who is called just so,
 * or else of the only one in whose name all its words stand. Rejects with 'bad-query', and tells of them, where there are
 * several. What is neither stays as it is: there is nobody of that key.
 */
export async function personKey(view: View, asked: string): Promise<string> {
  const { db } = view.archive
  const known =
    (await db.selectFrom('person').select('id').where('key', '=', asked).executeTakeFirst()) ??
    (await db.selectFrom('tombstone').select('id').where('key', '=', asked).executeTakeFirst())
  if (known) return asked
  const { people, next } = await listPeople(view, { name: asked, limit: TOLD })
  const name = foldedWords(asked)
  const words = name.split(' ')
  const namesOf = (one: PeopleEntry) => [one.name, ...one.names].map(foldedWords)
  const so = people.filter(one => namesOf(one).includes(name))
  const within = people.filter(one =>
    namesOf(one).some(its => words.every(word => its.split(' ').includes(word))),
  )
  const found = so.length > 0 ? so : within
  if (found.length < 2) return found[0]?.key ?? asked
  const told = found.map(({ name, key, stories }) => `${name} (${key}, in ${stories})`).join(', ')
  throw new ArchiveError(
    'bad-query',
    `Several are called "${asked}", in so many stories: ${told}${next ? ' and others' : ''}. Give the key of one.`,
  )
}
