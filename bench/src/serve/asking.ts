import { performance } from 'node:perf_hooks'
import { type ArchiveOptions, queries } from '../generate/index.js'
import { quantile } from '../speed/statistics.js'

export const COLUMNS = ['clients', 'requests/s', 'p50 ms', 'p95 ms', 'max ms', 'failed']

/** Addresses below /api by what is asked: searches and claims as the generated log has them, stories that were found. */
export async function requestsOf(
  url: string,
  generated: ArchiveOptions,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const searches: string[] = []
  const claims: string[] = []
  for (const { claim, text, speaker } of queries({ ...generated, count: 1000 })) {
    const asked = new URLSearchParams()
    if (claim !== undefined) asked.set('words', claim)
    else if (text !== undefined) asked.set('text', text)
    if (speaker !== undefined) asked.set('speaker', speaker)
    if (asked.size > 0) (claim === undefined ? searches : claims).push(`${asked}`)
  }
  const stories = new Set<string>()
  for (const search of searches.slice(0, 50)) {
    const answer = await fetch(`${url}/api/search?${search}`)
    const { hits = [] } = (await answer.json()) as { hits?: { story: { key: string } }[] }
    for (const { story } of hits) stories.add(story.key)
  }
  return {
    search: searches.map(asked => `search?${asked}`),
    verify: claims.map(asked => `verify?${asked}`),
    story: [...stories].map(key => `stories/${key}`),
  }
}

/** So many clients ask one thing after another for so many seconds. */
export async function ask(
  url: string,
  requests: readonly string[],
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<Record<string, number>> {
  const times: number[] = []
  let failed = 0
  let next = 0
  const begun = performance.now()
  const end = begun + seconds * 1000
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        const answer = await fetch(`${url}/api/${requests[next++ % requests.length]}`)
        await answer.arrayBuffer()
        times.push(performance.now() - from)
        if (!answer.ok) failed += 1
      }
    }),
  )
  const round = (ms: number) => Number(ms.toFixed(1))
  return {
    clients,
    'requests/s': round((times.length * 1000) / (performance.now() - begun)),
    'p50 ms': round(quantile(times, 0.5)),
    'p95 ms': round(quantile(times, 0.95)),
    'max ms': round(Math.max(...times)),
    failed,
  }
}
