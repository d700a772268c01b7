import { useEffect, useState } from 'react'
import { type Answered, getJson } from './api.js'

/** An upload, and how far it is. */
export type Job = Omit<Answered<'job'>, 'stories'>

/** What is told of a file. */
export interface About {
  /** The outlet of stories that do not tell theirs. */
  readonly outlet?: string | undefined
  /** The job that it was sent with before: that one's problems are no more. */
  readonly again?: string | undefined
}

/** Sends a file of stories. Answers the job that reads it, once the service has kept the file. */
export function sendFile(file: Blob, name: string, { outlet, again }: About = {}): Promise<Job> {
  const query = new URLSearchParams({ name, ...(outlet && { outlet }), ...(again && { again }) })
  return getJson(`/api/imports?${query}`, {
    method: 'POST',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  })
}

export const hasEnded = ({ state }: Job): boolean =>
  state === 'done' || state === 'failed' || state === 'cancelled'

/** A job as it goes on. */
export function useJob(begun: Job): Job {
  const [job, setJob] = useState(begun)
  const ended = hasEnded(begun)
  const { key } = begun
  useEffect(() => {
    if (ended) return
    const events = new EventSource(`/api/jobs/${encodeURIComponent(key)}/events`)
    const take = ({ data }: MessageEvent<string>) => setJob(JSON.parse(data))
    events.addEventListener('progress', take)
    events.addEventListener('end', event => {
      take(event)
      events.close()
    })
    return () => events.close()
  }, [key, ended])
  return job
}
