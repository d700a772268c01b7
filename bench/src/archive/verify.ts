import { performance } from 'node:perf_hooks'
import { type Verification, type View, verify } from '@onrecord/archive'
import type { Query } from '../generate/index.js'

/** How fast and how rightly claims about a generated archive are verified. */
export interface VerifyScore {
  readonly kind: string
  readonly claims: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly most: number
  /** Of the claims, the share whose verdict is right and, where the words are known to stand somewhere, that place is cited. */
  readonly right: number
}

/**
 * Verifies the claims of a log of queries. Right is: exact, where the claim is a stretch of the quote that it was made
 * of; altered (or exact, where another quote says just that), where it is not; not found, where it was made of nothing.
 */
export async function verifyScores(
  view: View,
  queries: Iterable<Query>,
  wrong: (claim: string, answer: Verification) => void = () => {},
): Promise<VerifyScore[]> {
  const runs = new Map<string, { times: number[]; right: number }>()
  for (const { kind, claim, answer } of queries) {
    if (claim === undefined) continue
    const begun = performance.now()
    const verification = await verify(view, { claim })
    const time = performance.now() - begun
    const run = runs.get(kind) ?? { times: [], right: 0 }
    run.times.push(time)
    const place = answer && (await placeOf(view, answer))
    if (isRight(kind, verification, place)) run.right += 1
    else wrong(claim, verification)
    runs.set(kind, run)
  }
  return Array.from(runs, ([kind, { times, right }]) => {
    const sorted = times.sort((a, b) => a - b)
    const at = (share: number) =>
      sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
    return {
      kind,
      claims: sorted.length,
      p50: at(0.5),
      p95: at(0.95),
      most: sorted.at(-1)!,
      right: right / sorted.length,
    }
  })
}

/** The link of a quote that a query knows by the id of its story at the source. */
async function placeOf({ archive }: View, { story, quote }: { story: string; quote: string }) {
  const row = await archive.db
    .selectFrom('story')
    .select('key')
    .where('own_id', '=', story)
    .executeTakeFirstOrThrow()
  return `stories/${row.key}/quotes/${quote}`
}

function isRight(
  kind: string,
  { verdict, matches }: Verification,
  place: string | undefined,
): boolean {
  if (place === undefined) return verdict === 'not-found'
  const cited = matches.some(
    ({ places, again, more }) => more || [...places, ...again].some(({ quote }) => quote === place),
  )
  return (
    cited &&
    (kind === 'verify-exact' ? verdict === 'exact' : verdict === 'exact' || verdict === 'altered')
  )
}
