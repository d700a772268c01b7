import type { View } from '../rights/view.js'
import { type CandidateEntry, listCandidates } from './candidates.js'
import { type Contradiction, contradictionsIn } from './contradictions.js'
import { editsOf, type PersonEdit } from './edit.js'
import { type PersonEntry, seePerson } from './find.js'
import { entriesOf, type PeopleEntry } from './list.js'
import {
  type Other,
  type QuoteAbout,
  type QuotesPage,
  type QuotesQuery,
  quotesAbout,
  quotesBy,
} from './quotes.js'
import { seenMentions } from './seen.js'
import { type PersonCitation, type ToldOf, toldOf } from './told.js'

/** Everything that the asker may see of a person or organisation. */
export interface PersonPage extends PeopleEntry, ToldOf {
  /** The latest first; `next` goes on. */
  readonly said: QuotesPage
  /** What others say of them, the latest few. */
  readonly about: readonly QuoteAbout[]
  /** Stories that tell of them, those added last first; the latest 200. */
  readonly toldIn: readonly {
    readonly story: string
    readonly title: string | null
    readonly outlet: string
    readonly published: string | null
  }[]
  /** Names that stories give them, with how many do. */
  readonly called: readonly { readonly name: string; readonly stories: number }[]
  /** Who is quoted in the same stories. */
  readonly quotedWith: readonly (Other & { readonly stories: number })[]
  readonly contradictions: readonly Contradiction[]
  /** Who may be the same, for an editor to say. */
  readonly candidates: readonly CandidateEntry[]
  readonly edits: readonly PersonEdit[]
}

const SHOWN = 20

/** Rejects with 'not-found' or 'withdrawn'. A key of one merged into another gives the other. */
export async function personPage(view: View, key: string, query: QuotesQuery): Promise<PersonPage> {
  const person = await seePerson(view, key)
  const [entry] = await entriesOf(view, [person])
  const told = await toldOf(view, person.id)
  return {
    ...entry!,
    ...told,
    said: await quotesBy(view, person.id, query),
    about: (await quotesAbout(view, person.id, { ...query, cursor: undefined, limit: SHOWN }))
      .quotes,
    toldIn: await storiesOf(view, person),
    called: await namesOf(view, person),
    quotedWith: await quotedWith(view, person),
    contradictions: contradictionsIn(told, await gendersOf(view, person)),
    candidates: (await listCandidates(view, { person: person.key, limit: SHOWN })).candidates,
    edits: await editsSeen(view, person.key),
  }
}

/** Without those about somebody hidden. */
async function editsSeen({ archive: { db } }: View, key: string): Promise<PersonEdit[]> {
  const edits = await editsOf(db, key)
  const rows = await db
    .selectFrom('person')
    .select('key')
    .where('key', 'in', [key, ...edits.flatMap(edit => edit.persons)])
    .where('state', '=', 'hidden')
    .execute()
  const hidden = new Set(rows.map(row => row.key))
  return edits.filter(edit => !edit.persons.some(person => hidden.has(person)))
}

async function namesOf(view: View, { id }: PersonEntry): Promise<PersonPage['called']> {
  const rows = await seenMentions(view)
    .select('entity.name as name')
    .select(({ fn }) => fn.countAll<number>().as('stories'))
    .where('entity.person_id', '=', id)
    .groupBy('entity.name')
    .orderBy('stories', 'desc')
    .orderBy('entity.name')
    .limit(SHOWN)
    .execute()
  return rows.map(({ name, stories }) => ({ name, stories: Number(stories) }))
}

const MOST_STORIES = 200

const storiesOf = (view: View, { id }: PersonEntry): Promise<PersonPage['toldIn'][number][]> =>
  seenMentions(view)
    .innerJoin('version', 'version.id', 'story.version_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'story.id as id',
      'story.key as story',
      'version.title as title',
      'source.name as outlet',
      'version.published as published',
    ])
    .distinct()
    .where('entity.person_id', '=', id)
    .orderBy('story.id', 'desc')
    .limit(MOST_STORIES)
    .execute()
    .then(rows => rows.map(({ id: _, ...story }) => story))

/** The latest stories with a person that others quoted are counted in. */
const COUNTED = 1000

async function quotedWith(view: View, { id }: PersonEntry): Promise<PersonPage['quotedWith']> {
  const rows = await view.archive.db
    .with('told', () =>
      seenMentions(view)
        .innerJoin('quote_speaker', 'quote_speaker.entity_id', 'entity.id')
        .select('entity.story_id as story')
        .distinct()
        .where('entity.person_id', '=', id)
        .orderBy('story', 'desc')
        .limit(COUNTED),
    )
    .selectFrom('told')
    .innerJoin('entity as other', 'other.story_id', 'told.story')
    .innerJoin('quote_speaker as speaks', 'speaks.entity_id', 'other.id')
    .innerJoin('quote', 'quote.id', 'speaks.quote_id')
    .innerJoin('person', 'person.id', 'other.person_id')
    .select(['person.key as key', 'person.name as name'])
    .select(({ fn }) => fn.count<number>('told.story').distinct().as('stories'))
    .where('person.id', '!=', id)
    .where('person.state', 'in', ['shown', 'replaced'])
    .where('quote.hidden', '=', 0)
    .groupBy(['person.id', 'person.key', 'person.name'])
    .orderBy('stories', 'desc')
    .orderBy('person.id')
    .limit(SHOWN)
    .execute()
  return rows.map(row => ({ ...row, stories: Number(row.stories) }))
}

async function gendersOf(
  view: View,
  { id }: PersonEntry,
): Promise<{ gender: string; citation: PersonCitation }[]> {
  const rows = await seenMentions(view)
    .innerJoin('version', 'version.id', 'story.version_id')
    .innerJoin('source', 'source.id', 'story.source_id')
    .select([
      'entity.gender as gender',
      'entity.item as item',
      'entity.start as start',
      'entity.end as end',
      'story.key as story',
      'source.name as outlet',
      'version.published as published',
    ])
    .where('entity.person_id', '=', id)
    .where('entity.gender', 'is not', null)
    .where('source.licence', '=', 'full')
    .orderBy('entity.id')
    .limit(COUNTED)
    .execute()
  return rows.map(({ gender, item, ...row }) => ({
    gender: gender!,
    citation: { link: `stories/${row.story}/entities/${item}`, ...row, claimedBy: null },
  }))
}
