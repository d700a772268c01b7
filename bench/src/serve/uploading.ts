/** What became of uploads. */
export interface Uploaded {
  readonly keys: readonly string[]
  /** Answered 429 with Retry-After. */
  readonly refused: number
  /** Answered otherwise: none should be. */
  readonly other: number
}

/** So many clients send the texts, one after another. */
export async function upload(
  url: string,
  texts: readonly string[],
  clients: number,
): Promise<Uploaded> {
  const keys: string[] = []
  let refused = 0
  let other = 0
  let next = 0
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let n = next++; n < texts.length; n = next++) {
        const answer = await fetch(`${url}/api/imports?name=${n}.txt`, {
          method: 'POST',
          body: texts[n]!,
        })
        const job = (await answer.json()) as { key?: string }
        if (answer.status === 202 && job.key !== undefined) keys.push(job.key)
        else if (answer.status === 429 && answer.headers.has('retry-after')) refused += 1
        else other += 1
      }
    }),
  )
  return { keys, refused, other }
}

/** Waits until all have ended; how many ended with a story in the archive. */
export async function settle(url: string, keys: readonly string[]): Promise<number> {
  let kept = 0
  for (const key of keys) {
    for (;;) {
      const answer = await fetch(`${url}/api/jobs/${key}`)
      const { state, stories } = (await answer.json()) as { state: string; stories: string[] }
      if (state === 'done' && stories.length === 1) kept += 1
      if (['done', 'failed', 'cancelled'].includes(state)) break
      await new Promise(resolve => setTimeout(resolve, 200))
    }
  }
  return kept
}

/** Sends the texts round and round, so that something is always being read, until it is told to stop. */
export function keepReading(url: string, texts: readonly string[]): () => Promise<number> {
  let goesOn = true
  const going = (async () => {
    let read = 0
    for (let n = 0; goesOn; n += 4) {
      const some = [n, n + 1, n + 2, n + 3].map(k => `${texts[k % texts.length]}\n\nCopy ${k}.`)
      const { keys } = await upload(url, some, 4)
      read += await settle(url, keys)
    }
    return read
  })()
  return () => {
    goesOn = false
    return going
  }
}
