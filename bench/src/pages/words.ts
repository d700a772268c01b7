/** Words of a text in small letters; each character of a script without spaces is a word. */
export function pageWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .match(
        /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu,
      ) ?? []
  )
}

export interface Overlap {
  readonly precision: number
  readonly recall: number
  readonly f: number
  /** Runs of words that only one of the two has, in its order. */
  readonly missed: readonly string[]
  readonly added: readonly string[]
}

/** Words of one text against another's, each counted as often as it occurs, their order aside. */
export function overlap(expected: string, found: string): Overlap {
  const [a, b] = [pageWords(expected), pageWords(found)]
  const [missed, added] = [beyond(a, b), beyond(b, a)]
  const common = a.length - missed.count
  const precision = b.length === 0 ? 0 : common / b.length
  const recall = a.length === 0 ? 0 : common / a.length
  const f = common === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, f, missed: missed.runs, added: added.runs }
}

function beyond(
  words: readonly string[],
  others: readonly string[],
): { count: number; runs: string[] } {
  const left = new Map<string, number>()
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1)
  let count = 0
  const runs: string[][] = []
  let open = false
  for (const word of words) {
    const has = left.get(word) ?? 0
    if (has > 0) {
      left.set(word, has - 1)
      open = false
      continue
    }
    count++
    if (open) runs[runs.length - 1]!.push(word)
    else runs.push([word])
    open = true
  }
  return { count, runs: runs.map(run => run.join(' ')) }
}
