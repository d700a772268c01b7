import type { Argument } from '../types.js'
import { type Ground, itemBy, typeOf } from './ground.js'
import { yearPrizeAt } from './year-prizes.js'

/** What is won, and the last item that says it. */
export interface Prize {
  readonly argument: Argument
  readonly at: number
}

const HONOURS =
  'prize award awards contract medal title cup trophy championship championships gold silver bronze gong oscar bafta emmy grammy medals titles prizes shield plate vase crown knighthood damehood obe mbe cbe rosette statuette jackpot scholarship fellowship bursary honours palm laurel laurels accolade belt rosebowl pennant doubles crown-jewels triple-crown grand-slam podium world-title'
const CONTESTS =
  'race seat election by-election case appeal final tournament league primary contract lottery marathon rally derby stage open grand vote match game grant competition contest tender bout round handicap stakes lawsuit damages referendum nomination heat leg'
const HONOUR_NOUNS = new Set(HONOURS.split(' '))
const PRIZE_NOUNS = new Set(`${HONOURS} ${CONTESTS}`.split(' '))
const MAX_WORDS = 4
const ENDS_BEST = /^(?:for|at|in|on|and|with|from|after|who|to|but|as|by)$/

/** What can be won at item `at`: something with a name, a sum, a word for a prize, "gold", "best actress". */
export function prizeAt(ground: Ground, at: number): Prize | undefined {
  const item = ground.items[at]
  if (item?.kind === 'value')
    return ground.story.values[item.value!]!.type === 'money'
      ? { argument: { value: item.value! }, at }
      : undefined
  const plain = plainAt(ground, at)
  if (plain !== undefined) return plain
  if (item?.kind !== 'noun' || item.noun!.pronoun) return undefined
  const { entity, name, words, names } = item.noun!
  const prize = PRIZE_NOUNS.has(item.lower)
  if (entity !== undefined) {
    const type = typeOf(ground, entity)
    if (type === 'person') return undefined
    // "the Young Chef trophy"
    const next = itemBy(ground, at, 1)
    if (name !== undefined && next?.kind === 'word' && HONOUR_NOUNS.has(next.lower))
      return { argument: { text: ground.story.text.slice(name.start, next.end) }, at: at + 1 }
    if (name !== undefined || prize || type === 'event') return { argument: { entity }, at }
    return undefined
  }
  if (!prize) return undefined
  const { possessor } = item.noun!
  const first =
    possessor !== undefined &&
    /^[Tt]he (?=[A-Z])/.test(ground.story.text.slice(item.start, item.end))
      ? { start: possessor.start + 4 } // "the Bookbinders' Prize"
      : names[0] !== undefined && names[0].start < words[0]!.start
        ? names[0]
        : words[0]!
  return { argument: { text: ground.story.text.slice(first.start, item.end) }, at }
}

/**
 * The same for verbs that say much else ("took", "claimed", "picked up"): an honour by its word or its name only.
 *
 * Not: "took the race to Orm", "claimed the seat by the window".
 */
export function honourAt(ground: Ground, at: number): Prize | undefined {
  const item = ground.items[at]
  const plain = plainAt(ground, at)
  if (plain !== undefined) return plain
  if (item?.kind !== 'noun' || item.noun!.pronoun) return undefined
  const { name, words, start, end, determiner } = item.noun!
  // "took the seat of Orm": not "took his seat", "the seat by the window"
  if (
    item.lower === 'seat' &&
    determiner === 'the' &&
    /^(?:of|for)$/.test(itemBy(ground, at, 1)?.lower ?? '')
  )
    return prizeAt(ground, at)
  if (HONOUR_NOUNS.has(item.lower) && name === undefined)
    return /^(?:title|crown|plate|shield|vase)$/.test(item.lower) &&
      item.noun!.words.length < 2 &&
      itemBy(ground, at, 1)?.lower === 'of'
      ? undefined
      : prizeAt(ground, at)
  if (name === undefined || words.length > 0) return undefined
  const last =
    /(?<![a-z])[a-z]+$/i.exec(ground.story.text.slice(start, end))?.[0].toLowerCase() ?? ''
  if (HONOUR_NOUNS.has(last)) return prizeAt(ground, at)
  return undefined
}

/** "Driver of the Year", "gold", "best supporting actress". */
function plainAt(ground: Ground, at: number): Prize | undefined {
  const ofYear = yearPrizeAt(ground, at)
  if (ofYear !== undefined) return { argument: { text: ofYear.text }, at: ofYear.at }
  const item = ground.items[at]
  if (item === undefined) return undefined
  const { text } = ground.story
  if (item.kind === 'word' && /^(?:gold|silver|bronze)$/.test(item.lower)) {
    const next = itemBy(ground, at, 1)
    return next !== undefined &&
      (next.kind === 'noun' || /^(?:mine|mines|ring|rings)$/.test(next.lower))
      ? undefined
      : { argument: { text: text.slice(item.start, item.end) }, at }
  }
  // "stage nine of the Tour"
  const number = itemBy(ground, at, 1)
  if (/^(?:stage|round|leg|race|heat)$/.test(item.lower) && number?.kind === 'value') {
    const of =
      itemBy(ground, at, 2)?.lower === 'of' && itemBy(ground, at, 3)?.noun?.name !== undefined
    const last = of ? at + 3 : at + 1
    return { argument: { text: text.slice(item.start, ground.items[last]!.end) }, at: last }
  }
  const first = text.slice(item.start, item.start + 5).toLowerCase()
  if (first !== 'best ') {
    if (item.kind !== 'word' || item.lower !== 'best') return undefined
  } else if (item.kind === 'noun' && item.noun!.entity === undefined)
    return { argument: { text: text.slice(item.start, item.end) }, at }
  if (item.kind === 'noun') return undefined
  let last = at
  for (let k = 1; k <= MAX_WORDS; k++) {
    const next = itemBy(ground, at, k)
    if (next === undefined || next.kind === 'sign' || next.kind === 'value') break
    if (next.kind === 'word' && ENDS_BEST.test(next.lower)) break
    if (next.kind === 'noun' && next.noun!.name !== undefined) break
    last = at + k
    if (next.kind === 'noun') break
  }
  return last === at
    ? undefined
    : { argument: { text: text.slice(item.start, ground.items[last]!.end) }, at: last }
}
