import { useEffect, useRef, useState } from 'react'
import { type Answered, useMay } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { Reading } from '../../record/Reading.js'
import { type Job, sendFile } from '../../uploads.js'
import { JobLine } from './JobLine.js'
import type { Pasted } from './Start.js'

const words = say.start

interface Props {
  readonly record: Answered<'read'>
  readonly story: Pasted
  /** Back to the words. */
  readonly again: () => void
}

/** A pasted story with its record, and the way to keep it. */
export function ReadStory({ record, story, again }: Props) {
  const edits = useMay('edit')
  const [item, look] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section aria-labelledby="read-story">
      <div className="section-head">
        <h2 id="read-story" ref={heading} tabIndex={-1}>
          {words.quotes(record.quotes.length)}
        </h2>
        <div className="row">
          <button type="button" onClick={again}>
            {words.another}
          </button>
          {edits && <Keep story={story} />}
        </div>
      </div>
      {record.quotes.length === 0 && <p className="note">{words.noneAdvice}</p>}
      <Reading record={record} item={item} look={look} />
    </section>
  )
}

/** Sends the story to the archive. */
function Keep({ story }: { story: Pasted }) {
  const [job, setJob] = useState<Job>()
  const [error, setError] = useState<unknown>()
  if (job) return <JobLine begun={job} />
  const send = async () => {
    const name = story.title?.trim() || words.unnamed
    const file = new Blob([JSON.stringify(story)], { type: 'application/json' })
    try {
      setJob(await sendFile(file, `${name.replaceAll(/[/\\]/g, ' ')}.json`))
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <>
      <button type="button" className="main" onClick={send}>
        {words.keep}
      </button>
      {error !== undefined && <Failure error={error} />}
    </>
  )
}
