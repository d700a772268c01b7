import type { Candidate } from './article/article.js'
import { linkedHeadings } from './article/sections.js'
import type { Metadata } from './meta/metadata.js'
import { type Block, countWords, endsAsSentence, proseOf } from './text/block.js'

/**
 * Why a page holds no article, in plain words; undefined where it holds one. Rules, the first that holds:
 * - fewer than 12 words, or no sentence;
 * - an error: title or heading says so, and under 150 words are left;
 * - a consent wall: every second sentence or more is about cookies, consent, partners, and the page's title or text
 *   does not state an article of more than 300 words;
 * - not stated to be an article, and under 25 words, or a page of teasers: at least three headings that are links and as
 *   many as half of the paragraphs, or paragraphs of under 35 words each that are teasers' leads.
 */
export function whyNoArticle(
  blocks: readonly Block[],
  { weighed, root }: Candidate,
  page: Metadata,
): string | undefined {
  const text = blocks.map(block => block.text).join('\n')
  const words = countWords(text.slice(0, 20_000))
  const prose = blocks.filter(block => proseOf(block) > 0)
  if (words < 12 || !prose.some(block => endsAsSentence(block.text) || block.text.length > 200)) {
    return `only ${words} words of running text were found`
  }
  if (words < 150 && (ERROR.test(page.tag) || ERROR.test(page.heading)))
    return 'the page reports an error'
  if (isConsent(prose, words)) return 'the page asks for consent'
  if (page.article) return undefined
  if (words < 25)
    return `only ${words} words of running text were found, and the page states no article`
  if (root !== undefined) {
    const { first, last } = weighed.layout.range.get(root)!
    const heads = linkedHeadings(weighed)
    const linked = heads[last]! - heads[first]!
    if (linked >= 3 && linked * 2 >= prose.length)
      return `${linked} of its headings are links: it is a list of stories`
  }
  return undefined
}

const ERROR =
  /^(?:error\b|(?:http )?(?:40[0-9]|41[0-9]|42[0-9]|50[0-9])\b(?! [a-z]+ (?:people|jobs|homes))|(?:page|article|story|file) (?:was |could )?(?:not|cannot be) found|not found|oops\b|sorry\b.{0,40}(?:found|wrong|exist|unavailable)|access (?:to .{1,40} )?(?:denied|blocked)|forbidden|bad gateway|service unavailable|internal server error|just a moment|attention required|are you (?:a )?(?:human|robot)|(?:please )?verify you are|siden (?:blev )?(?:ikke|findes ikke)|seite nicht gefunden|page (?:introuvable|non trouvée))|\b(?:404|403|410|500|503)(?: error| not found|:| -| \|)|(?:page|article) (?:not found|doesn['’]t exist|no longer (?:exists|available))/i

const CONSENT =
  /\b(?:cookies?|consent(?:s|ed|ing)?|gdpr|personal data|privacy (?:policy|settings|choices|preferences)|our partners|third[- ]part(?:y|ies) (?:vendors|partners)|vendors|legitimate interests?|samtykke|personoplysninger|einwilligung|datenschutz|accept all|reject all|personali[sz]ed ads)\b/i

function isConsent(prose: readonly Block[], words: number): boolean {
  if (words > 1_200) return false
  const sentences = prose
    .flatMap(block => block.text.slice(0, 5_000).split(/[.!?]\s/))
    .filter(each => countWords(each) >= 3)
  const about = sentences.filter(each => CONSENT.test(each)).length
  return sentences.length > 0 && about * (words > 300 ? 1.5 : 2) >= sentences.length && about >= 2
}
