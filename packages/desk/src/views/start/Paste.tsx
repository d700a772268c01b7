import { type FormEvent, useState } from 'react'
import { say } from '../../messages/index.js'
import type { Pasted } from './Start.js'

const words = say.start

/** What is known of a pasted story, beside its words. */
const ABOUT = ['title', 'outlet', 'published'] as const

/** A story's words, pasted. They are read; they are kept only where that is asked for. */
export function Paste({ busy, read }: { busy: boolean; read: (story: Pasted) => void }) {
  const [story, setStory] = useState<Pasted>({ text: '' })
  const empty = story.text.trim() === ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!empty) read(story)
  }
  const set = (field: keyof Pasted, value: string) => {
    const { [field]: _, ...others } = story
    setStory({ text: '', ...others, ...((value || field === 'text') && { [field]: value }) })
  }
  return (
    <form className="paste" onSubmit={submit}>
      <label className="field">
        <span className="label">{words.text}</span>
        <textarea
          rows={9}
          value={story.text}
          onChange={({ target }) => set('text', target.value)}
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
                onChange={({ target }) => set(field, target.value)}
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
