import type { AntecedentWeights, QuoteConfig } from '../../models/runtime.js'
import { stage } from '../../stage.js'
import type { Chain } from './chains.js'
import { type Mentioned, resolve } from './resolve.js'
import type { Entity } from './types.js'

/** What the mentions refer to, by first mention. A mention that could not be resolved belongs to none. */
export function findEntities(story: Mentioned, weights: AntecedentWeights): Entity[] {
  return toEntities(story, new Set(resolve(story, weights).values()))
}

const toEntities = (story: Mentioned, chains: ReadonlySet<Chain>): Entity[] =>
  [...chains]
    .filter(chain => chain.mentions.size > 0)
    .map(chain => {
      const sorted = [...chain.mentions].sort((a, b) => a[0] - b[0])
      return {
        type: chain.type,
        name: chain.name === undefined ? describedName(story, chain) : chain.text,
        mentions: sorted.map(([index]) => index),
        sure: sorted.map(([, sure]) => sure),
        ...(chain.gender !== undefined && chain.type === 'person' && { gender: chain.gender }),
      }
    })
    .sort((a, b) => a.mentions[0]! - b.mentions[0]!)

/** The fullest of what it is called: with a name in it, else the first; “this office” only for want of another. */
function describedName({ text, mentions }: Mentioned, chain: Chain): string {
  const descriptions = [...chain.mentions.keys()]
    .filter(index => mentions[index]!.form === 'description')
    .sort((a, b) => a - b)
  const surfaces = descriptions.map(i => text.slice(mentions[i]!.start, mentions[i]!.end))
  const fit = surfaces.filter(surface => !/^(?:this|that|these|those)\s/i.test(surface))
  const named = fit.find(surface => /\s['’"]?\p{Lu}/u.test(surface))
  return shorten(named ?? fit[0] ?? chain.text)
}

const MAX_WORDS = 12
const CUT =
  /[,;:(]?(?<!\s)\s+(?=(?:who|which|that|on|by|in|at|for|with|from|after|before|as)\s)|[,;:(]\s*/giu

/** A long description up to where one of its clauses begins. */
function shorten(name: string): string {
  const count = (part: string) => part.split(/\s+/).length
  if (count(name) <= MAX_WORDS) return name
  const cuts = [...name.matchAll(CUT)].map(({ index }) => name.slice(0, index))
  return cuts.findLast(cut => count(cut) > 1 && count(cut) <= MAX_WORDS) ?? name
}

export const entities = ({ antecedents }: QuoteConfig) =>
  stage('entities', {
    needs: ['paragraphs', 'tokens', 'sentences', 'marks', 'quotes', 'mentions', 'sources'],
    gives: ['entities'],
    read: story => ({ entities: findEntities(story, antecedents) }),
  })
