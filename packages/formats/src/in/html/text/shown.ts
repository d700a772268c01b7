import { attribute, type Element, isShadowRoot } from '../tree/node.js'

/** Elements whose inside is never words of a page: code, controls, pictures, embedded things. */
const SILENT = new Set(
  `audio base button canvas datalist dialog embed frame frameset head iframe img input link map math meta meter
  noembed noframes noscript object optgroup option output param picture progress rp rt script select source style svg
  template textarea title track video amp-ad amp-analytics amp-carousel amp-consent amp-embed amp-iframe amp-img
  amp-list amp-sidebar amp-social-share amp-sticky-ad amp-user-notification amp-video`.split(/\s+/),
)

/** Elements that begin a line of their own. Anything else runs on in its line, as in browsers. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer form
  frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section
  summary table tbody td tfoot th thead tr ul xmp`.split(/\s+/),
)

/**
 * Does a browser show the words inside? Not those of scripts and controls, and not what the page itself hides:
 * `hidden`, `display: none`, `visibility: hidden`. What a style sheet or a script hides is not known here.
 * Custom elements (`x-story`) show their words, and so do shadow roots that stand in the page.
 */
export const isShown = (element: Element): boolean =>
  (!SILENT.has(element.tag) || isShadowRoot(element)) &&
  attribute(element, 'hidden') === undefined &&
  !isStyledAway(element)

function isStyledAway(element: Element): boolean {
  const style = attribute(element, 'style')
  return style !== undefined && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)
}

export function isBlock(element: Element): boolean {
  if (BLOCKS.has(element.tag)) return true
  const style = attribute(element, 'style')
  return style !== undefined && /display\s*:\s*block/i.test(style)
}
