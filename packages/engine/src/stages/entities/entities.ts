import { stage } from '../../stage.js'
import type { Chain } from './chains.js'
import { type Mentioned, resolve } from './resolve.js'
import type { Entity } from './types.js'

/** What the mentions refer to, by first mention. A mention that could not be resolved belongs to none. */
export function findEntities(story: Mentioned): Entity[] {
  return toEntities(new Set(resolve(story).chainOf.values()))
}

const toEntities = (chains: ReadonlySet<Chain>): Entity[] =>
  [...chains]
    .filter(chain => chain.mentions.size > 0)
    .map(chain => {
      const sorted = [...chain.mentions].sort((a, b) => a[0] - b[0])
      return {
        type: chain.type,
        name: chain.text,
        mentions: sorted.map(([index]) => index),
        sure: sorted.map(([, sure]) => sure),
        ...(chain.gender !== undefined && chain.type === 'person' && { gender: chain.gender }),
      }
    })
    .sort((a, b) => a.mentions[0]! - b.mentions[0]!)

export const entities = stage('entities', {
  needs: ['paragraphs', 'tokens', 'sentences', 'marks', 'quotes', 'mentions'],
  gives: ['entities'],
  read: story => ({ entities: findEntities(story) }),
})
