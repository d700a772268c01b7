import { useId, useState } from 'react'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { useDrop } from '../../parts/useDrop.js'
import { type Job, sendFile } from '../../uploads.js'
import { JobLine } from './JobLine.js'

const words = say.start

interface Sent {
  readonly id: number
  readonly name: string
  readonly job?: Job
  readonly error?: unknown
}

let count = 0

/** Files into the archive, chosen or dropped anywhere on the page, and how far each is. */
export function Files() {
  const [sent, setSent] = useState<readonly Sent[]>([])
  const input = useId()
  const send = (files: Iterable<File>) => {
    for (const file of files) {
      const id = ++count
      const tell = (told: Partial<Sent>) =>
        setSent(now => now.map(one => (one.id === id ? { ...one, ...told } : one)))
      setSent(now => [...now, { id, name: file.name }])
      sendFile(file, file.name).then(
        job => tell({ job }),
        error => tell({ error }),
      )
    }
  }
  const over = useDrop(data => send(data.files))
  return (
    <section className="files" aria-label={words.files}>
      <p className="row">
        <label className="button" htmlFor={input}>
          {words.choose}
        </label>
        <input
          id={input}
          className="only-heard"
          type="file"
          multiple
          onChange={event => {
            send(event.target.files ?? [])
            event.target.value = ''
          }}
        />
        <span className="note">{words.dropHere}</span>
      </p>
      {over && (
        <div className="drop" aria-hidden="true">
          {words.drop}
        </div>
      )}
      <ul className="lines" aria-live="polite">
        {sent.map(({ id, name, job, error }) => (
          <li key={id}>
            <p dir="auto">{name}</p>
            {error ? <Failure error={error} /> : job ? <JobLine begun={job} /> : words.sending}
          </li>
        ))}
      </ul>
    </section>
  )
}
