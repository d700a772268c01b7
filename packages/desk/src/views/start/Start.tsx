import './start.css'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Answered, type Asked, client, useMay } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { Page } from '../../parts/Page.js'
import { Files } from './Files.js'
import { Paste } from './Paste.js'
import { ReadStory } from './ReadStory.js'
import { Recent, Waiting } from './Stories.js'
import { Working } from './Working.js'

/** A story as it is pasted, with what is known of it. */
export type Pasted = Pick<Asked<'read'>, 'text' | 'title' | 'outlet' | 'published'>

/** Where one begins: a story in, who said what out; what came last, and what waits for a decision. */
export default function Start() {
  const edits = useMay('edit')
  const [story, setStory] = useState<Pasted>({ text: '' })
  const read = useMutation<Answered<'read'>, Error, Pasted>({
    mutationFn: story => client.ask('read', story),
  })
  const box = useRef<HTMLTextAreaElement>(null)
  const returns = useRef(false)
  const again = () => {
    returns.current = true
    read.reset()
  }
  useEffect(() => {
    if (read.data || !returns.current) return
    returns.current = false
    box.current?.focus()
  }, [read.data])
  return (
    <Page title={say.start.title} wide>
      {read.data ? (
        <ReadStory record={read.data} story={read.variables} again={again} />
      ) : (
        <div className="front">
          <div>
            <p className="lead">{say.start.lead}</p>
            <Paste
              box={box}
              story={story}
              set={setStory}
              busy={read.isPending}
              read={read.mutate}
            />
            <div aria-live="polite" aria-busy={read.isPending}>
              {read.isPending && <Working />}
              {read.error && <Failure error={read.error} />}
            </div>
            {edits && <Files />}
          </div>
          <aside aria-label={say.start.archive}>
            <Waiting />
            <Recent />
          </aside>
        </div>
      )}
    </Page>
  )
}
