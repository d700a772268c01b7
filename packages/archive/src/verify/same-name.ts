import { nameKey } from '../text/words.js'

/**
 * May two names be one person's, as far as the names tell? "Berg" and "Ola Berg", "O. Berg" and "Ola Berg", "President
 * Ola Berg" and "Ola Berg"; not "Eva Berg" and "Ola Berg", nor "Ola" and "Berg". Case and diacritics do not count.
 */
export function maySameName(a: string, b: string): boolean {
  const [short, long] = [partsOf(a), partsOf(b)].sort((x, y) => x.length - y.length)
  if (!short || !long || short.length === 0) return false
  if (short.length === 1) return long.includes(short[0]!) && short[0]!.length > 1
  let at = 0
  for (const part of short) {
    while (at < long.length && !samePart(part, long[at]!)) at++
    if (at++ >= long.length) return false
  }
  return samePart(short.at(-1)!, long.at(-1)!)
}

const partsOf = (name: string): string[] => {
  const parts = nameKey(name.replace(/['’]s$/u, '')).split(' ')
  return parts.filter(part => part !== '' && part !== 'the')
}

/** An initial stands for a name. */
const samePart = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))
