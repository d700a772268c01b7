import { useEffect } from 'react'
import { Link } from 'wouter'
import { queries, useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { hasEnded, type Job, useJob } from '../../uploads.js'

const words = say.start

/** How far an upload is; at its end what became of it, and the way to its story. */
export function JobLine({ begun }: { begun: Job }) {
  const job = useJob(begun)
  const { key, name, state, size, dealt, counts, message } = job
  const ended = hasEnded(job)
  const brought = useAsk('job', { job: key }, { enabled: state === 'done' })
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ['stories'] })
  }, [ended])
  const told = Object.entries(counts ?? {})
    .filter(([, n]) => n > 0)
    .map(([what, n]) => words.counts[what]?.(n) ?? `${n} ${what}`)
  const [only, ...others] = brought.data?.stories ?? []
  return (
    <div className="job" role="status">
      {!ended && <progress max={Math.max(size, 1)} value={dealt} aria-label={name} />}
      <p className="note">
        {[words.states[state], ...told].join(' · ')}
        {only && others.length === 0 && (
          <>
            {' · '}
            <Link href={`/stories/${only.story}`}>{words.open}</Link>
          </>
        )}
      </p>
      {message && <p className="note">{message}</p>}
    </div>
  )
}
