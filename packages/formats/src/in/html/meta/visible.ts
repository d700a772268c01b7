import type { Block } from '../text/block.js'
import type { Element } from '../tree/node.js'
import { isoTime } from './dates.js'
import { given, type Said } from './facts.js'
import { peopleIn } from './people.js'

/**
 * The last resort: a byline and a date as a reader sees them, in a short line at most ten paragraphs before or four
 * after the first paragraph of the article; what a blockquote holds, as a post of somebody's, is not of the story. A name counts only after "By" or its like.
 *
 * @example "By Ada Brink and Olav Tingstad" → byline ['Ada Brink', 'Olav Tingstad']
 * @example "Ada Brink is mayor of Orrby" → nothing
 */
export function fromSight(blocks: readonly Block[], first: number): Said {
  let byline: readonly string[] = []
  let published: string | undefined
  for (let i = Math.max(0, first - 10); i < Math.min(blocks.length, first + 4); i++) {
    const { text, holder } = blocks[i]!
    if (text.length > 200 || isQuoted(holder)) continue
    for (const line of text.split('\n')) {
      if (
        byline.length === 0 &&
        /^(?:(?:written|words|reported|story|posted|text) )?(?:by|af|av|von|par|por)[\s:]{1,3}\p{L}/iu.test(
          line,
        ) &&
        !/[.!?]$/.test(line)
      ) {
        byline = peopleIn(line)
      }
      if (
        published === undefined &&
        line.length <= 120 &&
        !/^(?:updated|opdateret|last)/i.test(line)
      )
        published = isoTime(line)
    }
  }
  return given({ byline, published })
}

/** Does it stand in a blockquote, itself or as one of its paragraphs? */
function isQuoted(element: Element): boolean {
  const { tag, parent } = element
  if (tag === 'blockquote') return true
  return parent?.type === 'element' && parent.tag === 'blockquote'
}
