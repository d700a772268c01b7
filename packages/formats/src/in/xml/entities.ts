/** ISO Latin 1, from 160 on: what NITF's DTD declares, and what feeds use without declaring it. */
const LATIN_1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

/**
 * The named characters that are read, none of them from a document: XML's five, ISO Latin 1, and the typography of the
 * press. Each is one character, so nothing can grow.
 */
export const ENTITIES: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ...Object.fromEntries(LATIN_1.split(' ').map((name, i) => [name, String.fromCharCode(160 + i)])),
  OElig: 'Œ',
  oelig: 'œ',
  Scaron: 'Š',
  scaron: 'š',
  Zcaron: 'Ž',
  zcaron: 'ž',
  Yuml: 'Ÿ',
  circ: 'ˆ',
  tilde: '˜',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  dagger: '†',
  Dagger: '‡',
  bull: '•',
  hellip: '…',
  permil: '‰',
  prime: '′',
  Prime: '″',
  lsaquo: '‹',
  rsaquo: '›',
  euro: '€',
  trade: '™',
  minus: '−',
  rarr: '→',
  larr: '←',
})

/** What a reference stands for (`amp`, `#8217`, `#x2019`, without `&` and `;`); nothing where it is not known. */
export function characterOf(reference: string): string | undefined {
  if (!reference.startsWith('#')) return ENTITIES[reference]
  const hex = /^#[xX]([0-9a-fA-F]{1,8})$/.exec(reference)?.[1]
  const code = hex ? Number.parseInt(hex, 16) : Number(/^#(\d{1,8})$/.exec(reference)?.[1] ?? -1)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined
}
