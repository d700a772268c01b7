import type { Element } from '../tree/node.js'
import { statedBodies } from './stated.js'
import { type Weighed, within, worth } from './weigh.js'

/**
 * The element that holds the article, found in two ways. By weight: from the top down into the child that holds nearly
 * all of what its parent is worth, until the worth is spread over many children, which are then the paragraphs, or
 * sections of them. By statement: what the page marks as the article's body. A statement counts if the element holds
 * at least four tenths of the prose found by weight; where several elements are marked alike (a page of teasers, a live
 * blog), one of them counts if it holds seven tenths of what they all hold. undefined for a page without prose.
 */
export function findRoot(weighed: Weighed): Element | undefined {
  const top =
    weighed.layout.elements.find(({ tag }) => tag === 'body') ?? weighed.layout.elements[0]
  if (top === undefined) return undefined
  const heavy = descend(weighed, top)
  const weight = within(weighed, heavy, 'prose')
  for (const [plainness, bodies] of statedBodies(weighed.layout).entries()) {
    const chosen = mainOf(weighed, bodies)
    if (chosen === undefined || within(weighed, chosen, 'prose') < 0.4 * weight) continue
    // an <article> also holds its heading, its share buttons, its related stories
    return plainness === 2 ? descend(weighed, chosen) : chosen
  }
  return weight > 0 ? heavy : undefined
}

function mainOf(weighed: Weighed, bodies: readonly Element[]): Element | undefined {
  let best: Element | undefined
  let most = 0
  let all = 0
  for (const body of bodies) {
    const prose = within(weighed, body, 'prose')
    all += prose
    if (prose > most) {
      most = prose
      best = body
    }
  }
  return most >= 0.7 * all ? best : undefined
}

/** How much of its parent's worth a child must hold for the rest to be left behind. */
const NEARLY_ALL = 0.85

function descend(weighed: Weighed, from: Element): Element {
  let at = from
  for (;;) {
    const value = worth(weighed, at)
    let best: Element | undefined
    let most = 0
    for (const child of at.children) {
      if (child.type !== 'element') continue
      const each = worth(weighed, child)
      if (each > most) {
        most = each
        best = child
      }
    }
    // one paragraph of a short story is not the story
    if (best === undefined || most < NEARLY_ALL * value || isParagraph(best)) return at
    at = best
  }
}

const isParagraph = ({ tag }: Element): boolean =>
  /^(?:p|h\d|li|blockquote|pre|span|b|i|em|strong|a|font)$/.test(tag)
