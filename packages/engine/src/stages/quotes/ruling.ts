import type { Span } from '../../span.js'

const RULES =
  /\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|thr(?:ew|ows?|own) out|quash(?:es|ed)?|uph(?:eld|olds?)|grant(?:s|ed|ing)?|refus(?:es|ed|ing)|den(?:y|ies|ied)|allow(?:s|ed)|overturn(?:s|ed)?|approv(?:es|ed)|accept(?:s|ed))$/i
const BODY =
  /\b(?:judges?|justices?|courts?|tribunal|jury|jurors|magistrates?|bench|sheriff|recorder|registrar|arbitrators?|adjudicators?|planners|councillors|licensing (?:panel|committee))\b/i
const PLEA =
  /^(?:\S+ ){0,6}?(?:plea|appeal|bid|claim|application|motion|request|petition|lawsuit|challenge|case|objection|complaint)s?(?: (?:by|from|of|against) [^,]{1,40})?$/i
const WORDS = /["“”‘«]|\b(?:that|to)\b/

/**
 * “Judge rejects Penn's plea”, “The High Court dismissed an appeal by Brell”: what a court does with what was put to it is
 * a ruling, and no quote: it tells nothing that anyone said.
 *
 * Not: “The judge rejected the argument that …”, “a request to unseal the file”, “Lund rejected the claim”, words in marks.
 */
export function isRuling(
  text: string,
  {
    content,
    cue,
    source,
  }: { content: readonly Span[]; cue: readonly Span[]; source: readonly Span[] },
): boolean {
  const words = (spans: readonly Span[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(' ')
  const put = words(content)
  return RULES.test(words(cue)) && BODY.test(words(source)) && PLEA.test(put) && !WORDS.test(put)
}
