import { normalWords, verifyQuote } from '@onrecord/engine'
import type { Place } from './places.js'

/** One wording and its places, by date. */
export interface Wording {
  /** Its words as they are compared, joined. */
  readonly form: string
  readonly words: ReadonlySet<string>
  readonly content: string
  readonly places: readonly [Place, ...Place[]]
}

/** Words of a wording at least: fewer come about by chance. */
const FEWEST = 3
/** Different wordings that are compared with the words asked for. */
const COMPARED = 200

/**
 * Places by wording, of those that are the words asked for or a part of them, altered or not; and whether all wordings were looked
 * at. The commonest first.
 */
export function wordingsOf(
  seed: string,
  places: readonly Place[],
): { readonly wordings: readonly Wording[]; readonly more: boolean } {
  const byForm = new Map<string, [Place, ...Place[]]>()
  for (const place of places) {
    const form = normalWords(place.content)
      .map(({ key }) => key)
      .join(' ')
    const same = byForm.get(form)
    if (same) same.push(place)
    else byForm.set(form, [place])
  }
  const all = Array.from(byForm, ([form, own]): Wording => {
    const [first, ...others] = own
    return {
      form,
      words: new Set(form.split(' ')),
      content: first.content,
      places: [first, ...others],
    }
  })
  const sought = wordingOfSeed(seed)
  const likely = all
    .filter(({ words }) => words.size >= Math.min(FEWEST, sought.words.size))
    .map(wording => ({ wording, overlap: overlapOf(wording.words, sought.words) }))
    .filter(({ overlap }) => overlap > 0.4)
    .sort((a, b) => b.overlap - a.overlap || b.wording.places.length - a.wording.places.length)
  const wordings = likely
    .slice(0, COMPARED)
    .map(({ wording }) => wording)
    .filter(
      wording => wording.form === sought.form || isAkin(wording, { ...sought, content: seed }),
    )
    .sort((a, b) => b.places.length - a.places.length)
  return { wordings, more: likely.length > COMPARED }
}

function wordingOfSeed(seed: string) {
  const form = normalWords(seed)
    .map(({ key }) => key)
    .join(' ')
  return { form, words: new Set(form.split(' ')) }
}

/** The share of the smaller set that the other has too. */
export function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const word of small) if (large.has(word)) common += 1
  return small.size === 0 ? 0 : common / small.size
}

type Worded = Pick<Wording, 'words' | 'content'>

/** Is the shorter wording found in the longer one, altered or not? */
export const isAkin = (a: Worded, b: Worded): boolean =>
  (a.words.size <= b.words.size
    ? verifyQuote(a.content, b.content)
    : verifyQuote(b.content, a.content)
  ).kind !== 'absent'
