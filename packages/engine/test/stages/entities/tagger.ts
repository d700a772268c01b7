import type { HeardNames } from '../../../src/models/names.js'
import type { EntityType } from '../../../src/record.js'

/**
 * What the model would hear of names and nouns in this folder's texts, from lists: tests of what is made of it need no
 * model. Longer names come first.
 */
const NAMES: readonly (readonly [EntityType, RegExp])[] = [
  [
    'organisation',
    /(?:Anna Lund Holdings|Lund Holdings|Lund & Dore|Hallin Motors|Hallin Workers Council|Harrow Post|Harrow Holdings|Ohrland Workers Party|Refugee Council|HWC|NATA|Post|Council|Rovers)/,
  ],
  ['place', /(?:Hallin|Harrow|Ohrland|Culm|Volvo)/],
  [
    'person',
    /(?:(?:Anna|Bo|Ida|Ole|Kim|Leo|Nora|Ana|Robert(?: [“"]Bob[”"])?|Jan van der) )?(?:Lund|Dore|Holm|Smith|Berg|LUND|DORE)(?: [JS]r\.)?|(?:Anna|Bob|Bo|Ida|Nora|Ana|Kim|Quillbert|AL|BD)/,
  ],
]
const NOUNS: readonly (readonly [EntityType, RegExp])[] = [
  [
    'person',
    /(?:director|singer|senator|minister|coach|manager|neighbour|woman|spokesman|lawyer|wife|husband|son|brother|defendant|drummer|witness|president|actor|caretaker|old)/i,
  ],
  ['group', /(?:police|prosecutors|lawyers|aides)/i],
  ['organisation', /(?:club|company|council|office|campaign|paper)/i],
  ['work', /(?:film|song|album)/i],
  ['event', /(?:match|festival)/i],
  ['place', /(?:town|city)/i],
  ['other', /(?:diary|report|pier)/i],
]

const whole = (pattern: RegExp) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern.source})(?![\\p{L}\\p{N}])`, `gu${pattern.flags}`)

/** Names and nouns of a text. Only whole words count. */
export function tag(text: string): HeardNames {
  const taken = new Uint8Array(text.length)
  const find = (patterns: typeof NAMES) =>
    patterns
      .flatMap(([type, pattern]) =>
        [...text.matchAll(whole(pattern))].flatMap(({ 0: words, index }) => {
          const end = index + words.length
          if (taken.subarray(index, end).some(Boolean)) return []
          taken.fill(1, index, end)
          return [{ start: index, end, type, sure: 0.9 }]
        }),
      )
      .sort((a, b) => a.start - b.start)
  const names = find(NAMES)
  return { names, nouns: find(NOUNS) }
}
