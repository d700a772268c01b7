/**
 * The people of a byline as it is printed. Examples: "By Marta Lindqvist and Jon Arvo" gives both; "Von Ida Krell, vpa",
 * "By OLE BRANDT, Staff Writer" and "Ole Brandt (ole@example.org)" give one. Non-examples: "VPA", "The Harbour Desk",
 * "Staff", "ole@example.org" give none. What is not surely a person's name is left out.
 */
export function bylineNames(raw: string | undefined): readonly string[] {
  const line = (raw ?? '')
    .slice(0, 500)
    .replace(/\s+/g, ' ')
    .replace(/^ ?(?:text |words |story )?(?:by|von|av|par):? /i, '')
    .replace(/\(([^()]*)\)/g, (_, inner: string) => (inner.includes('@') ? ' ' : ` ; ${inner} ; `))
    .replace(/[^\s;,<>]+@[^\s;,<>]+/g, ' ')
  const parts = line.split(/ and | und | och | et | & |[;,|/<>\u2022]| [-–—] /)
  return [
    ...new Set(
      parts.map(part =>
        part
          .replace(/ (?:at|for|from|in) .*$/, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ),
    ),
  ].filter(isFullName)
}

/**
 * The name in a field that is for one person's name ("author", "creator"). A single word passes here ("Tolva"), unless
 * it is a role, a login or an agency: "admin", "VPA".
 */
export function fieldNames(raw: string | undefined): readonly string[] {
  const names = bylineNames(raw)
  if (names.length > 0) return names
  const word = (raw ?? '').trim()
  return /^\p{Lu}\p{Ll}{2,30}$/u.test(word) && !ROLE.test(word) ? [word] : []
}

/** Two to five words that begin with a capital, particles ("van der") apart; none of them of an institution. */
function isFullName(name: string): boolean {
  if (name.length > 80 || ROLE.test(name) || /\d/.test(name)) return false
  const words = name.split(' ')
  if (words.length < 2 || words.length > 6) return false
  return words.every(
    (word, i) =>
      /^['’"“]?(?:[dl]['’])?\p{Lu}/u.test(word) ||
      /^['’]?\p{Lo}/u.test(word) ||
      (i < words.length - 1 && PARTICLE.test(word)),
  )
}

const PARTICLE =
  /^(?:al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ten|ter|van|von|y|zu)$|^(?:al|el)-/

const ROLE =
  /\b(?:the|admin|administrator|agency|bureau|co-?ordinator|columnist|contributor|correspondent|correspondents|daily|database|desk|editor|editors|editorial|gazette|guest|herald|journal|magazine|media|network|news|newsroom|newspaper|office|online|photographer|post|press|producer|radio|reporter|reporters|service|staff|team|telegraph|times|tribune|web|wire|writer|writers)\b/i
