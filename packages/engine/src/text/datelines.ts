import type { Span } from '../span.js'

/** Among how many paragraphs of a story's top its dateline stands: headline, byline and slug come first. */
const TOP = 6
const LONGEST = 90
const PLACE = String.raw`\p{Lu}[\p{Lu}.'’-]+(?: [\p{Lu}][\p{Lu}.'’-]*){0,3}`
const REGION = String.raw`, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2}`
const DAY = String.raw`, (?:\d{1,2} )?\p{Lu}\p{Ll}{2,8}\.?(?: \d{1,2})?`
const AGENCY = String.raw` \(\p{Lu}[\p{L} ./]{1,24}\)`
const DATELINE = new RegExp(
  String.raw`^(${PLACE})((?:${REGION})?(?:${DAY})?(?:${AGENCY})?) ?(?:[—–―]|--?(?= ))(?! ?["“'‘«])`,
  'u',
)
/** The place and agency of which no capitals are needed: “Hallam (VPA) —”. */
const BY_AGENCY = new RegExp(
  String.raw`^(\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3})(?:${REGION})?(?:${DAY})?${AGENCY} ?(?:[—–―]|--?(?= ))`,
  'u',
)
/** Behind the label of a transcript someone speaks. */
const SPEAKS = /^(?:I|I['’]\p{Ll}+|My|We|We['’]\p{Ll}+|Our|You|Your|Yes|No|Well|Oh)\b/u

/**
 * The places of a story's datelines, in order: “HALLAM, Vardia (VPA) — A ferry sank”, “HALLAM — The council”.
 *
 * Not the labels of a transcript: “LUND — I never did.”, “LUND — “No.””, two labels and more without an agency or a region.
 */
export function findDatelines(text: string, paragraphs: readonly Span[]): Span[] {
  const plain: Span[] = []
  const sure: Span[] = []
  const labels = new Set<string>()
  for (const [index, { start, end }] of paragraphs.entries()) {
    const top = text.slice(start, Math.min(end, start + LONGEST))
    const found = DATELINE.exec(top) ?? (index < TOP ? BY_AGENCY.exec(top) : null)
    if (found === null) continue
    const place = { start, end: start + found[1]!.length }
    const isSure = found[2] === undefined || found[2] !== ''
    if (!isSure) labels.add(found[1]!)
    if (index >= TOP || SPEAKS.test(top.slice(found[0].length).trimStart())) continue
    if (isSure) sure.push(place)
    else plain.push(place)
  }
  return [...sure, ...(labels.size > 1 ? [] : plain)].sort((a, b) => a.start - b.start)
}

/** The piece without the dateline that it begins with: “HALLAM - | The council …”. */
export function behindDateline(text: string, piece: Span, datelines: readonly Span[]): Span {
  const line = datelines.find(({ start }) => start === piece.start)
  if (line === undefined || line.end >= piece.end) return piece
  const dash = /^[^—–―-]{0,60}[—–―-]+\s*/.exec(text.slice(line.end, piece.end))
  const start = dash === null ? piece.start : line.end + dash[0].length
  return start < piece.end ? { start, end: piece.end } : piece
}
