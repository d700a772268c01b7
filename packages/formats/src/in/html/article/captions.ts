import { type Block, countWords, endsAsSentence } from '../text/block.js'
import { attribute, type Element, elementsIn } from '../tree/node.js'

/**
 * Is the paragraph a picture's caption? It is in a figure; or it ends in, or is, a credit; or it stands with a picture
 * in a small box of at most 45 words, or after one, all in small print. A paragraph of the article that merely begins
 * with a picture is none: its own element, a `<p>`, holds the picture, and its print is as large as any.
 *
 * @example <div><img> <p>The mill at Orrby. Photo: Tove Lind</p></div> → true
 * @example <p><img> The mill at Orrby burned down on Friday night, the fire brigade said.</p> → false
 */
export function isCaption(block: Block, boxes: (holder: Element) => number): boolean {
  const { text, holder } = block
  if (block.figure) return true
  if (text.length > 600) return false
  if (isCredit(text)) return true
  if (!block.pictured) return false
  if (block.small * 10 >= text.length * 9 && countWords(text) <= 60) return true
  const box = pictureBox(holder)
  if (box === undefined || boxes(box) > 1) return false
  const words = countWords(text)
  // the words stand beside the picture itself: those of an article go on, or end as sentences do
  if (box === holder) return holder.tag !== 'p' && words <= 25 && !endsAsSentence(text)
  return words <= 45
}

/** The nearest element around the holder, two steps up at most, that holds a picture. */
function pictureBox(holder: Element): Element | undefined {
  let each: Element = holder
  for (let step = 0; step < 3; step++) {
    if (each.tag === 'body' || each.tag === 'article' || each.tag === 'main') return undefined
    if (attribute(each, 'itemprop') === 'articleBody') return undefined
    if (hasPicture(each)) return each
    if (each.parent?.type !== 'element') return undefined
    each = each.parent
  }
  return undefined
}

function hasPicture(element: Element): boolean {
  let looked = 0
  for (const { tag } of elementsIn(element)) {
    if (tag === 'img' || tag === 'picture' || tag === 'amp-img' || tag === 'video') return true
    // a box of a picture is small
    if (++looked > 30) return false
  }
  return false
}

const AGENCIES =
  'AP|AFP|Reuters|EPA|EFE|dpa|PA|Ritzau|TT|NTB|ANP|Getty Images?|Shutterstock|iStock|Alamy|Unsplash'

const CREDITS = [
  /^(?:photo|photograph|photos|photography|picture|pictures|image|images|illustration|graphic|video|foto|fotos|bild|billede|arkivfoto|credit|credits)s?\s*(?:by\b|:|\/|\||©|credit\b|courtesy\b)/i,
  /\((?:photo|picture|image|illustration|foto|file photo|archive photo)s?\s?(?:by|:|\/|courtesy|credit)[^()]{0,120}\)\.?$/i,
  /(?:^|[\s.])(?:photo|photograph|picture|image|illustration|foto|credit|arkivfoto)s?\s?(?:by|:|\/|©|credit|courtesy of)\s?[^.!?:]{2,80}$/i,
  new RegExp(`(?:/|\\||—|–|via|©|\\()\\s?(?:${AGENCIES})\\)?\\.?$`),
]

/** Does the line tell who took a picture, and so belong to it? At most 60 words. */
function isCredit(text: string): boolean {
  if (text.length > 450 || countWords(text) > 60) return false
  return CREDITS.some(pattern => pattern.test(text))
}
