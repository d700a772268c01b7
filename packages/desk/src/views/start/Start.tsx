import './start.css'
import { useMutation } from '@tanstack/react-query'
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
  const read = useMutation<Answered<'read'>, Error, Pasted>({
    mutationFn: story => client.ask('read', story),
  })
  return (
    <Page title={say.start.title} wide>
      <div className="front">
        <div>
          <p className="lead">{say.start.lead}</p>
          <Paste busy={read.isPending} read={story => read.mutate(story)} />
          {edits && <Files />}
        </div>
        <aside aria-label={say.start.archive}>
          <Waiting />
          <Recent />
        </aside>
      </div>
      <div aria-live="polite" aria-busy={read.isPending}>
        {read.isPending && <Working />}
        {read.error && <Failure error={read.error} />}
      </div>
      {read.data && <ReadStory key={read.submittedAt} record={read.data} story={read.variables} />}
    </Page>
  )
}
