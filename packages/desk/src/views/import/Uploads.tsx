import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { type Answered, queries, useAsk, useDo } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { When } from '../../parts/When.js'
import { hasEnded, type Job, useJob } from '../../uploads.js'
import { FileInput } from './Choose.js'
import { ProblemList } from './Problems.js'
import { fileOf, send } from './sending.js'

const words = say.imports

/** Uploads shown, and at the most. */
const SOME = 25
const MOST = 200
/** Milliseconds between two looks at the list while something of it is not done. */
const LOOK = 3_000
/** Uploads that are watched at once: a browser keeps few connections open, and the desk needs others. */
const WATCHED = 2

/** The uploads, the latest first: those of other days too. */
export function Uploads() {
  const [limit, setLimit] = useState(SOME)
  const jobs = useAsk(
    'jobs',
    { limit },
    {
      placeholderData: before => before,
      refetchInterval: ({ state }) => (state.data?.jobs.some(job => !hasEnded(job)) ? LOOK : false),
    },
  )
  useNews(jobs.data?.jobs)
  return (
    <Answer of={jobs}>
      {({ jobs, next }) => {
        if (jobs.length === 0)
          return (
            <Empty says={words.none}>
              <p>{words.noneAdvice}</p>
            </Empty>
          )
        const open = jobs.filter(job => !hasEnded(job)).slice(-WATCHED)
        return (
          <>
            <ol className="lines uploads">
              {jobs.map(job => (
                <li key={job.key}>
                  {open.includes(job) ? <Watched begun={job} /> : <Upload job={job} />}
                </li>
              ))}
            </ol>
            {next !== null && limit < MOST && (
              <button type="button" onClick={() => setLimit(MOST)}>
                {words.earlier}
              </button>
            )}
          </>
        )
      }}
    </Answer>
  )
}

/** Where an upload came to its end the archive is another: what else the desk shows is asked anew. */
function useNews(jobs: readonly Job[] | undefined): void {
  const ended = jobs
    ?.filter(hasEnded)
    .map(({ key }) => key)
    .join(' ')
  const known = useRef<string>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = ended
    if (before !== undefined && before !== ended) void queries.invalidateQueries()
  }, [ended])
}

/** An upload that tells by itself how far it is. */
function Watched({ begun }: { begun: Job }) {
  const job = useJob(begun)
  const ended = hasEnded(job)
  useEffect(() => {
    if (ended) void queries.invalidateQueries({ queryKey: ['jobs'] })
  }, [ended])
  return <Upload job={job} />
}

function Upload({ job }: { job: Job }) {
  const { key, name, state, size, dealt, counts, message, who, madeAt } = job
  const cancel = useDo('job cancel')
  const [shown, setShown] = useState(false)
  const told = Object.entries(counts ?? {})
    .filter(([, n]) => n > 0)
    .map(([what, n]) => say.start.counts[what]?.(n) ?? `${n} ${what}`)
  const failed = state === 'failed' || state === 'cancelled' || (counts?.problem ?? 0) > 0
  const file = fileOf(key)
  return (
    <>
      <div className="upload-head">
        <h3 dir="auto">{name}</h3>
        <p className="note" data-state={state}>
          {[say.start.states[state], ...told].join(' · ')}
        </p>
      </div>
      {!hasEnded(job) && (
        <progress
          max={Math.max(size, 1)}
          {...(state === 'running' && { value: dealt })}
          aria-label={name}
        />
      )}
      {message && <p className="note upload-why">{message}</p>}
      <p className="meta row">
        <span>
          <When at={madeAt} /> {words.by(who)}
        </span>
        {!hasEnded(job) && (
          <button
            type="button"
            className="plain"
            aria-label={words.stopOf(name)}
            disabled={cancel.isPending}
            onClick={() => cancel.mutate({ job: key })}
          >
            {words.stop}
          </button>
        )}
        {hasEnded(job) && (
          <button
            type="button"
            className="plain"
            aria-expanded={shown}
            aria-label={words.whatOf(name)}
            onClick={() => setShown(!shown)}
          >
            {words.what}
          </button>
        )}
        {hasEnded(job) && failed && (file || !shown) && (
          <button
            type="button"
            className="plain"
            aria-label={words.againOf(name)}
            onClick={() => (file ? send([{ file, name }], { again: key }) : setShown(true))}
          >
            {words.again}
          </button>
        )}
      </p>
      {cancel.error && <Failure error={cancel.error} />}
      {shown && <Brought job={job} failed={failed && !file} />}
    </>
  )
}

/** The stories of an upload, and what could not be taken in. */
function Brought({ job: { key, name, counts }, failed }: { job: Job; failed: boolean }) {
  const answer = useAsk('job', { job: key })
  const problems = useAsk('problems', { job: key })
  return (
    <div className="brought">
      <Answer of={answer}>{({ stories }) => <Stories stories={stories} counts={counts} />}</Answer>
      {(problems.data?.total ?? 0) > 0 && <ProblemList problems={problems.data!.problems} />}
      {failed && (
        <p className="row">
          <FileInput
            label={words.again}
            onChoose={chosen =>
              send(
                chosen.map(({ file }) => ({ file, name })),
                { again: key },
              )
            }
          />
          <span className="note">{words.chooseAgain}</span>
        </p>
      )}
    </div>
  )
}

/** Stories listed. */
const LISTED = 50

interface StoriesProps {
  readonly stories: Answered<'job'>['stories']
  readonly counts: Job['counts']
}

function Stories({ stories, counts }: StoriesProps) {
  if (stories.length === 0)
    return (counts?.same ?? 0) + (counts?.unchanged ?? 0) > 0 ? null : (
      <p className="note">{words.noStories}</p>
    )
  return (
    <>
      <ul className="note" aria-label={words.stories}>
        {stories.slice(0, LISTED).map(({ story, title, outlet }) => (
          <li key={story}>
            <Link href={`/stories/${encodeURIComponent(story)}`}>
              <bdi>{title || words.unnamed}</bdi>
            </Link>
            {outlet && (
              <>
                {' · '}
                <bdi>{outlet}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
      {stories.length > LISTED && <p className="meta">{words.moreStories(LISTED)}</p>}
    </>
  )
}
