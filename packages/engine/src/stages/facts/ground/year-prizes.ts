import { type Ground, itemBy } from './ground.js'

const MAX_WORDS = 4
const BEST_OF = /^the (?:Year|Month|Season|Match|Tournament)\b/

/** "Driver of the Year", "Young Poet of the Month" from item `at`: its words and last item. Nobody's post. */
export function yearPrizeAt(ground: Ground, at: number): { text: string; at: number } | undefined {
  if (!ground.items[at]?.capital) return undefined
  for (let k = 1; k <= MAX_WORDS; k++) {
    const item = itemBy(ground, at, k)
    const next = itemBy(ground, at, k + 1)
    if (item === undefined || next === undefined) return undefined
    if (item.lower === 'of') {
      const { text } = ground.story
      const best = BEST_OF.exec(text.slice(next.start, next.end))
      if (best === null) return undefined
      const end = next.start + best[0].length
      return { text: text.slice(ground.items[at]!.start, end), at: at + k + 1 }
    }
    if (!item.capital) return undefined
  }
  return undefined
}
