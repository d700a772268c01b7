/**
 * People's names in a byline: without "By", roles, outlets, e-mail addresses, places and times. What is no name (an
 * address, more than six words, no letter) gives none.
 *
 * @example "By Ada Brink and Olav Tingstad, for the Orrby Post" → ['Ada Brink', 'Olav Tingstad']
 * @example "Ada Brink, Senior Correspondent" → ['Ada Brink']
 * @example "https://example.org/authors/7" → []
 */
export function peopleIn(byline: string): readonly string[] {
  if (byline.length > 500 || /^\s*(?:https?:)?\/\//i.test(byline)) return []
  const line = byline
    .replace(/\s+/g, ' ')
    .replace(/<?[\w.+-]{1,64}@[\w.-]{1,100}>?/g, ' ')
    .replace(/\s[|•·–—]\s.*$/, '')
    .replace(/\((?:[^()]{0,80})\)/g, ' ')
    .replace(
      /^[\s:]*(?:(?:written|words|reported|story|posted|text|edited|reporting|a report|analysis|opinion|column) )?(?:by|af|av|von|par|por|door|di)[\s:]{1,3}/i,
      '',
    )
    .replace(
      /\s(?:for|in|at|of|from|on|published|updated|posted|special to)\s(?:the\s)?[\p{L}\d].*$/iu,
      '',
    )
  const names: string[] = []
  for (const part of line.split(
    /\s*(?:[,;&/]|\b(?:and|og|och|und|et|y|en|with|med|mit|avec)\b)\s*/iu,
  )) {
    const name = part.replace(/^(?:by|af|av|von)\s/i, '').replace(/^[\s.:*–—-]+|[\s:*–—-]+$/g, '')
    if (names.length > 0 && OUTLET.test(name)) continue
    if (isName(name) && !names.includes(name)) names.push(name)
  }
  return names
}

function isName(text: string): boolean {
  if (text.length < 2 || text.length > 60 || /[\d@_/\\#<>{}]|https?:|www\./.test(text)) return false
  const words = text.split(' ')
  if (words.length > 6 || !/\p{L}/u.test(text)) return false
  if (ROLE.test(text) || NOBODY.test(text)) return false
  // scripts without capitals have none to look for; a name of one small word is an account
  if (!/\p{Lu}/u.test(text)) return /[^\u0000-\u024f]/.test(text)
  // "Opinion columnist", "in London": more small words than names have
  return words.filter(word => /^\p{Ll}/u.test(word) && !PARTICLES.has(word)).length === 0
}

const PARTICLES = new Set(
  "de del della der den di da das do dos du la le les van von vom zu zum zur ten ter te af av el al bin ibn bint ben y e i d’ d'".split(
    ' ',
  ),
)

/** How outlets' names end: looked for after a person only, since people are called Post and Press too. */
const OUTLET =
  /(?:^|\s)(?:gazette|herald|tribune|courier|times|news|press|post|agency|magazine|media|network|wire|journal|observer|chronicle|dagblad|avis|tidende|zeitung|today|daily|weekly)$/i

const ROLE =
  /(?:^|\s)(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|photographer|staff|critic|chief|bureau|desk|team|newsroom|senior|political|business|science|technology|technologist|health|sports?|culture|arts|fellow|professor|director|ph\.?d\.?|m\.?d\.?|jr\.?-editor|author|authors|redaktør|journalistin|redaktion|redaktionen)(?:\s|$|\.)/i

const NOBODY =
  /^(?:admin|administrator|editor|editorial|unknown|anonymous|guest|none|null|undefined|n\/a|webmaster|super user|press release|news|wire|agencies|associated press|ap|afp|reuters|dpa|pa media|ritzau|tt|ntb|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})$/i
