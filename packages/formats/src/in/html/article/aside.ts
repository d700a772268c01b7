import { attribute, type Element } from '../tree/node.js'
import { hasName, namesOf, wordSet } from './tokens.js'

/**
 * Why the words of an element are no part of the article, by what the page calls it; undefined where nothing says so.
 * "firm": whatever it holds (a comment stays a comment, however long). "soft": only where it holds less than half of the
 * page's prose, since wrappers of whole pages carry such names too: class="has-sidebar ad-free".
 */
export function setAside(element: Element): 'firm' | 'soft' | undefined {
  const { tag } = element
  if (tag === 'nav' || tag === 'figcaption' || tag === 'caption') return 'firm'
  if (tag === 'aside' || tag === 'footer' || tag === 'form' || tag === 'menu') return 'soft'
  if (tag === 'html' || tag === 'body' || tag === 'main') return undefined
  const role = attribute(element, 'role')
  if (role !== undefined && ROLES.has(role)) return 'firm'
  if (role === 'complementary' || role === 'contentinfo' || role === 'banner') return 'soft'
  if (attribute(element, 'aria-hidden') === 'true') return 'soft'
  const type = attribute(element, 'itemtype')
  if (
    type !== undefined &&
    /\/(?:User)?Comments?$|\/(?:WPFooter|WPSideBar|SiteNavigationElement)$/.test(type)
  )
    return 'firm'
  const property = attribute(element, 'itemprop')
  if (property !== undefined && /^(?:comment|caption)\b/.test(property)) return 'firm'
  const names = namesOf(element)
  if (hasName(names, KEPT)) return undefined
  if (hasName(names, COMMENTS) && tag !== 'p' && tag !== 'article') return 'firm'
  if (hasName(names, FOREIGN)) return 'soft'
  return undefined
}

const ROLES = wordSet('navigation menu menubar search dialog alertdialog tooltip toolbar tablist')

/** Names of the article itself, which an unlucky second name does not take away. */
const KEPT = wordSet(`
  article-body entry-content post-content story-body article-content post-body article-text story-content
  story-text body-content main-content post-text body-text body-copy article-copy`)

const COMMENTS = wordSet(
  'comments commentlist comment-list disqus disqus-thread respond comment-form comment-area',
)

const FOREIGN = wordSet(`
  ad ads advert adverts advertisement advertisements advertising advertorial adslot adsbygoogle adunit adbox dfp
  sponsor sponsors sponsored sponsorship outbrain taboola teads gpt promo promos promotion promobox affiliate
  caption captions cutline credit credits copyright wp-caption-text photocredit imagecaption
  share shares sharing sharebar sharedaddy addthis addtoany social socials sociable bookmarks like-button
  related relateds recommended recommendations recommendation recirc recirculation trending popular most-read
  most-popular most-viewed more-on more-from more-stories read-next read-more read-also up-next also-read
  also-like see-also jp-relatedposts further-reading story-list teasers teaser-list teaser-box
  newsletter newsletters signup sign-up subscribe subscription mailing-list optin email-form
  nav navbar navigation menu submenu breadcrumb breadcrumbs pagination pager skip-link skiplink sidebar rail
  masthead footer toolbar toolbox widget-area widget-title
  cookie cookies consent gdpr cookiebar cookie-banner cmp popup modal overlay lightbox tooltip
  byline bylines dateline author-bio authorbio author-info author-box authorbox about-author author-card author-profile
  bio biography post-meta entry-meta article-meta meta-data metadata
  tags taglist tag-list tags-links keywords topics categories cat-links entry-footer post-footer post-tags
  comment-count comment-link print-only visually-hidden sr-only screen-reader screen-reader-text visuallyhidden
  offscreen hidden-print noprint assistive-text a-hidden u-hidden
  pullquote pull-quote pullquotes factbox paywall-prompt paywall-message regwall subscribe-prompt login poll
  donate donation rating ratings print-headline edition`)
