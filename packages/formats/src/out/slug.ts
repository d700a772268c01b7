import { wellFormed } from './well-formed.js'

/** The longest id that is kept as it is. */
const LONGEST = 64

/**
 * An id in the narrow alphabet that keys of other forms allow: ASCII letters, digits, and `-` between them. An id that is
 * so already is kept; of another what can be kept stands before a hash of the whole, so that different ids stay different.
 *
 * - "week-01" is "week-01"
 * - "a b" is "a-b-" and 16 hexadecimal digits, "a/b" "a-b-" and others; "" and "東" are "s-" and theirs
 */
export function slugOf(id: string): string {
  if (id.length <= LONGEST && /^[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*$/.test(id)) return id
  const kept = id
    .slice(0, LONGEST)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return `${kept === '' ? 's' : kept}-${hashOf(wellFormed(id))}`
}

/** FNV-1a of 64 bits over UTF-16 code units, in hexadecimal. */
function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}
