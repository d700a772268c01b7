import type { RecordQuote, StoryRecord } from '@onrecord/engine'
import { contentOf, entitiesOf, sourceOf } from '../named.js'
import { entity, type FtmEntity, names, texts } from './entity.js'
import type { Ids } from './ids.js'
import { urls } from './urls.js'

/**
 * Quotes and claims as Notes: `description` has the words, `summary` what it is and whose, `entity` the speakers (of a
 * claim, whom it is about too), `proof` the Article.
 */
export function notesOf(record: StoryRecord, ids: Ids): FtmEntity[] {
  const entities = entitiesOf(record)
  const quotes = new Map(record.quotes.map(quote => [quote.id, quote]))
  const written = (list: readonly string[]) => list.flatMap(id => ids.party(id) ?? [])
  const calledOf = (list: readonly string[]) =>
    list.flatMap(id => names(ids.party(id) && entities.get(id)?.name))
  const whose = (quote: RecordQuote) => {
    const speakers = quote.speakers.flatMap(id => entities.get(id)?.name ?? [])
    const who = speakers.length > 0 ? speakers.join(', ') : sourceOf(quote)
    return who === undefined ? '' : ` by ${who}`
  }
  const note = (id: string, words: string, summary: string, about: readonly string[]) => {
    const description = texts(words)
    // words of control characters alone: nothing that could be noted
    if (description.every(text => text === '')) return []
    const properties = {
      description,
      summary: texts(summary),
      entity: written(about),
      namesMentioned: calledOf(about),
      proof: [ids.article],
      sourceUrl: urls(record.story.url),
    }
    return [entity('Note', id, properties)]
  }
  return [
    ...record.quotes.flatMap(quote =>
      note(
        ids.of('quote', quote.id),
        contentOf(quote),
        `${quote.kind} quote${whose(quote)}`,
        quote.speakers,
      ),
    ),
    ...record.facts.flatMap(({ id, type, args, evidence, saidBy }) => {
      const quote = quotes.get(saidBy ?? '')
      if (quote === undefined) return []
      const words = evidence.map(({ text }) => text).join(' … ')
      const about = [...quote.speakers, ...Object.values(args)]
      return note(ids.of('claim', id), words, `claim (${type})${whose(quote)}`, about)
    }),
  ]
}
