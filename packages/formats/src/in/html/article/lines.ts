import { type Block, countWords } from '../text/block.js'

/**
 * Lines that stand among an article's paragraphs without being words of it, told by what they say. Each is short, so
 * that no sentence of the article goes for holding such words.
 */
export function isForeignLine({ text, linked }: Block): boolean {
  if (text.length > 300) return false
  const line = text.replace(/^[\s[(•▶►→»›*_–—-]+|[\s\])•▶►→»›*_–—-]+$/g, '')
  const words = countWords(line)
  if (words > 35) return false
  if (LABELS.test(line) || isShareLine(line)) return true
  const pointer = POINTERS.exec(line)?.[0]
  // "Read more: …" and "Read more" on its own; without a colon only as a link or in brackets, since people may read more
  if (pointer !== undefined) {
    const alone = pointer.length === line.length || /[:：|]\s*$/.test(pointer)
    if (alone || linked * 2 >= text.length || text.startsWith('[')) return true
  }
  if (words <= 30 && PROMPTS.some(pattern => pattern.test(line))) return true
  return false
}

const LABELS =
  /^(?:\d{1,2}[.:]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?|advertisements?|advert|ads?|sponsored(?: content)?|promoted(?: content)?|paid (?:content|post)|annonce(?:r)?|anzeige|werbung|publicité|publicidad|pubblicità|advertentie|mainos|reklam[ae]?|(?:article|story|content) continues(?: below)?(?: (?:this |the )?ad(?:vertisement|vert)?)?|(?:story|article) continues below|continue reading(?: (?:the main story|below))?|skip (?:advertisement|ad|to (?:main )?content|past .{1,60})|loading(?:\.{3}|…)?|image|photo|photos|video|play video|watch|close|menu|gallery|view gallery|enlarge(?: this)? image|hide caption|toggle caption|image (?:source|caption)|media (?:caption|playback .{1,60})|getty images|\d+ comments?|no comments(?: yet)?|leave a (?:comment|reply)|add a comment|comments?|view (?:all )?comments|show comments|view this post on instagram|a post shared by .{1,80}|back to (?:the )?top|order reprints.{0,60}|listen to (?:this )?article.{0,30}|powered by .{1,40}|\d+ min(?:ute)?s? read|reading time:? .{1,20}|this (?:article|story) (?:was )?(?:originally )?(?:appeared|published) on .{1,60})[:.]?$/i

const POINTERS =
  /^(?:read(?: more| next| also| the full [a-z]+| this)?|also read|see also|see more|more(?: on this(?: story)?| from .{1,30}| stories)?|related(?: (?:stories|articles?|content|links?|topics?|coverage|posts?|story|news|reading))?|recommended(?: for you)?|you (?:may|might) (?:also )?(?:like|be interested in)|watch(?: also| more| now)?|listen|don['’]t miss|in pictures|in other news|up next|go deeper|learn more|find out more|click here|further reading|editor['’]s picks?|most (?:read|popular|viewed)|læs (?:også|mere)|les (?:også|mer)|läs (?:också|även|mer)|lue myös|mehr (?:zum thema|dazu)|lesen sie auch|lees ook|lire aussi|à lire aussi|lea también|leia também|leggi anche)(?:\s*[:：|–—-]|$|\s{1,3}(?=\p{Lu}))/iu

const PROMPTS = [
  /^(?:please )?(?:sign up|subscribe|register|log in|sign in|join)\b.{0,200}(?:newsletter|inbox|briefing|bulletin|e-?mails?|alerts?|updates|subscri|continue|read(?:ing)?\b|account|free|unlimited|access)/i,
  /^(?:get|receive|want) .{0,120}(?:newsletter|inbox|e-?mail alerts?|delivered|sent to (?:you|your))/i,
  /(?:in|to) your inbox[.!]?$/i,
  /^(?:already|not yet) (?:a |an )?(?:subscriber|member|registered)\b/i,
  /^(?:to continue reading|continue reading|keep reading|want to read (?:more|on)|this (?:article|content|story) is (?:only |exclusively )?(?:for|available to|reserved for) (?:our )?(?:paying )?(?:subscribers|members))/i,
  /^you (?:have|['’]ve) (?:reached|read|used|got|\d+|\w+ free)\b.{0,60}(?:articles?|limit|left|remaining)/i,
  /^(?:follow|like|find|join) (?:us|me|@|.{1,40}) (?:on|at) (?:x|twitter|facebook|instagram|linkedin|youtube|telegram|whatsapp|tiktok|mastodon|bluesky)\b.{0,60}$/i,
  /^(?:share|tweet|e-?mail|print|save|copy|bookmark) (?:this|link|with|on|via|to|the|url)\b.{0,60}$/i,
  /^(?:©|\(c\)|copyright)\s.{0,160}$/i,
  /^all rights reserved\b/i,
  /^the post .{1,200} (?:appeared first|first appeared) on .{1,80}$/i,
  /^(?:this|a version of this) (?:article|story) (?:appears|appeared) in print\b/i,
  /^(?:we|this (?:site|website)) uses? cookies\b/i,
  /^(?:by (?:clicking|signing up|subscribing|submitting|continuing))[ ,].{0,200}(?:agree|accept|consent)/i,
  /^(?:this video|your browser) (?:cannot|can ?not|does not|is not|has been)\b.{0,80}$/i,
  /^(?:please )?(?:enable|turn on) javascript\b/i,
]

const SHARE_WORDS = new Set(
  `share tweet email e-mail mail print save facebook twitter x whatsapp linkedin pinterest reddit telegram messenger
  copy link url this article story on via to and with google plus instagram tumblr flipboard pocket sms like pin it
  bluesky threads mastodon more comments comment follow us bookmark gift`.split(/\s+/),
)

/** Nothing but the names of places to share a story, at least one of them: "Facebook Twitter Email". */
function isShareLine(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}-]+/gu) ?? []
  return words.length > 0 && words.length <= 14 && words.every(word => SHARE_WORDS.has(word))
}
