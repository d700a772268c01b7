import type { FormEvent, RefObject } from 'react'
import { say } from '../../messages/index.js'
import type { Pasted } from './Start.js'

const words = say.start

/** What is known of a pasted story, beside its words. */
const ABOUT = ['title', 'outlet', 'published'] as const

interface Props {
  readonly box: RefObject<HTMLTextAreaElement | null>
  readonly story: Pasted
  readonly set: (story: Pasted) => void
  readonly busy: boolean
  readonly read: (story: Pasted) => void
}

/** A story's words, pasted. They are read; they are kept only where that is asked for. */
export function Paste({ box, story, set, busy, read }: Props) {
  const empty = story.text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!empty) read(story)
  }
  const tell = (field: keyof Pasted, value: string) => {
    const { [field]: _, ...others } = story
    set({ text: '', ...others, ...((value || field === 'text') && { [field]: value }) })
  }
  return (
    <form className="paste" onSubmit={submit}>
      <label className="field">
        <span className="label">{words.text}</span>
        <textarea
          ref={box}
          rows={9}
          value={story.text}
          onChange={({ target }) => tell('text', target.value)}
          placeholder={words.placeholder}
          dir="auto"
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
                onChange={({ target }) => tell(field, target.value)}
              />
            </label>
          ))}
        </div>
      </details>
      <button type="submit" className="main" disabled={empty || busy}>
        {words.read}
      </button>
    </form>
  )
}
