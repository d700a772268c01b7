import { type FormEvent, useState } from 'react'
import { type Answered, type Asked, useDo } from '../../api.js'
import { say } from '../../messages/index.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { sendFile, useJob } from '../../uploads.js'

const words = say.start

/** What is known of a pasted story, beside its words. */
const ABOUT = ['title', 'outlet', 'published'] as const

/** A story's words in, its record out, in seconds; it is kept only where that is asked for. */
export function Paste() {
  const read = useDo('read')
  const [story, setStory] = useState<Story>({ text: '' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (story.text.trim() !== '') read.mutate(story)
  }
  const set = (field: keyof Story) => (event: { target: { value: string } }) => {
    const { value } = event.target
    const { [field]: _, ...others } = story
    setStory({ text: '', ...others, ...((value || field === 'text') && { [field]: value }) })
  }
  return (
    <>
      <form className="paste" onSubmit={submit}>
        <label className="field">
          <span className="label">{words.text}</span>
          <textarea
            rows={8}
            value={story.text}
            onChange={set('text')}
            placeholder={words.placeholder}
          />
        </label>
        <details>
          <summary>{words.about}</summary>
          <div className="fields">
            {ABOUT.map(field => (
              <label className="field" key={field}>
                <span className="label">{words.fields[field]}</span>
                <input
                  type={field === 'published' ? 'date' : 'text'}
                  value={story[field] ?? ''}
                  onChange={set(field)}
                />
              </label>
            ))}
          </div>
        </details>
        <button type="submit" className="main" disabled={story.text.trim() === ''}>
          {words.read}
        </button>
      </form>
      <div aria-live="polite" aria-busy={read.isPending}>
        {read.isPending && <p className="note">{words.reading}</p>}
        {read.error && <Failure error={read.error} />}
        {read.data && <ReadStory record={read.data} story={read.variables} />}
      </div>
    </>
  )
}

type Story = Pick<Asked<'read'>, 'text' | 'title' | 'outlet' | 'published'>

type Record = Answered<'read'>

function ReadStory({ record, story }: { record: Record; story: Story }) {
  const { quotes, entities } = record
  const names = new Map(entities.map(({ id, name }) => [id, name]))
  return (
    <section aria-labelledby="read-quotes">
      <div className="section-head">
        <h2 id="read-quotes">{words.quotes(quotes.length)}</h2>
        <Keep key={record.story.sha256} story={story} />
      </div>
      {quotes.length === 0 && (
        <Empty says={words.none}>
          <p>{words.noneAdvice}</p>
        </Empty>
      )}
      <ol className="lines read-quotes">
        {quotes.map(({ id, content, speakers, source }) => (
          <li key={id}>
            <p className="kicker" dir="auto">
              {speakers.map(one => names.get(one)).join(', ') ||
                source.map(({ text }) => text).join(' ')}
            </p>
            <p dir="auto">{content.map(({ text }) => text).join(' … ')}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Sends the story to the archive. */
function Keep({ story }: { story: Story }) {
  const [kept, setKept] = useState<Awaited<ReturnType<typeof sendFile>>>()
  const [error, setError] = useState<unknown>()
  if (kept) return <Kept job={kept} />
  const send = async () => {
    const name = story.title || words.unnamed
    try {
      setKept(
        await sendFile(
          new Blob([JSON.stringify({ id: name, ...story })], { type: 'application/json' }),
          `${name.replaceAll(/[/\\]/g, ' ')}.json`,
        ),
      )
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <>
      <button type="button" onClick={send}>
        {words.keep}
      </button>
      {error !== undefined && <Failure error={error} />}
    </>
  )
}

function Kept({ job }: { job: Awaited<ReturnType<typeof sendFile>> }) {
  const { state } = useJob(job)
  return (
    <span className="note" role="status">
      {state === 'done' ? words.kept : words.states[state]}
    </span>
  )
}
