import type { StoryRecord } from '@onrecord/engine'
import { articleOf } from './ftm/article.js'
import { edgesOf } from './ftm/edges.js'
import { idsOf } from './ftm/ids.js'
import { notesOf } from './ftm/notes.js'
import { partiesOf } from './ftm/parties.js'
import { toJson } from './json.js'
import type { OutFormat, OutOptions } from './out.js'

export interface FtmOptions extends OutOptions {
  /** The story's text in its Article's bodyText. Not unless told: a text is its paper's. */
  readonly text?: boolean
  /** Facts that are less sure than this are left out. 0.85 unless told. */
  readonly least?: number
}

/**
 * FollowTheMoney entities (schemata of `followthemoney` 4), one a line, as Aleph and OpenSanctions read them.
 *
 * - Article: the story. Person, Organization (Company where it is bought): whom it calls by name. Mention: ties each
 *   to the Article.
 * - Family, Membership, Ownership, UnknownLink: what the story itself states, as far as it is sure enough; and a
 *   person's birth, death and offices. What stands in a quote is its speaker's claim and makes no edge.
 * - Note: each quote, and each claim, with its words and whom it is about.
 *
 * An office in an organisation is a Membership with a role, not an Employment: that a wage is paid is not said. A founder
 * is an UnknownLink with the role "founder": one who founds a firm need not own it. Places, works, events and groups are no
 * entities of FollowTheMoney's kind; places are among the Article's `locationMentioned`.
 *
 * Ids are of the letters that FollowTheMoney allows: the story's id, a dot, what it is and the item's id, as in
 * `week-01.entity.e1`; the same story gives the same ids. `base` is not used. People are not the same as those of other stories
 * until somebody says so.
 */
export const followTheMoney: OutFormat & {
  write(
    records: AsyncIterable<StoryRecord>,
    options?: FtmOptions,
  ): AsyncIterable<string | Uint8Array>
} = {
  name: 'ftm',
  summary: 'FollowTheMoney entities, one a line: the story, whom it names, ties it states, quotes',
  mediaType: 'application/json+ftm',
  extension: 'ftm.json',
  async *write(records, { text = false, least = 0.85 }: FtmOptions = {}) {
    for await (const record of records) {
      const ids = idsOf(record)
      const stated = record.facts.filter(
        ({ saidBy, confidence }) => saidBy === undefined && confidence >= least,
      )
      const entities = [
        articleOf(record, ids, text),
        ...partiesOf(record, stated, ids),
        ...edgesOf(record, stated, ids),
        ...notesOf(record, ids),
      ]
      yield entities.map(entity => `${toJson(entity)}\n`).join('')
    }
  },
}
