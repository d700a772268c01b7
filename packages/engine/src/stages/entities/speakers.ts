import { stage } from '../../stage.js'
import type { Story } from '../../story.js'
import type { Speaker } from './types.js'

const NOBODY: Speaker = { entities: [], confidence: 0 }

/** Who said each quote: the entities of its source's mentions, or of the quote that it continues. */
export function findSpeakers(story: Story<'quotes' | 'sources' | 'entities'>): Speaker[] {
  const entityOf = new Map<number, { entity: number; sure: number }>()
  story.entities.forEach(({ mentions, sure }, entity) => {
    for (const [i, mention] of mentions.entries())
      entityOf.set(mention, { entity, sure: sure?.[i] ?? 0.5 })
  })
  const speakers: Speaker[] = []
  story.sources.forEach((heads, index) => {
    const continued = story.quotes[index]!.continues
    if (continued !== undefined) {
      speakers.push(speakers[continued] ?? NOBODY)
      return
    }
    const found = heads.flatMap(head => entityOf.get(head) ?? [])
    if (found.length === 0) speakers.push(NOBODY)
    else
      speakers.push({
        entities: [...new Set(found.map(({ entity }) => entity))],
        confidence: Math.min(...found.map(({ sure }) => sure)),
      })
  })
  return speakers
}

export const speakers = stage('speakers', {
  needs: ['quotes', 'sources', 'entities'],
  gives: ['speakers'],
  read: story => ({ speakers: findSpeakers(story) }),
})
