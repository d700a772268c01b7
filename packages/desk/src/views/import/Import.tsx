import './import.css'
import { useMay, useMe } from '../../api.js'
import { say } from '../../messages/index.js'
import { NotAllowed } from '../../parts/NotAllowed.js'
import { Page } from '../../parts/Page.js'
import { Choose } from './Choose.js'
import { Outgoing } from './Outgoing.js'
import { Problems } from './Problems.js'
import { Uploads } from './Uploads.js'

const words = say.imports

/** Files in, how far they are, and what became of them. */
export default function Import() {
  const { data: me } = useMe()
  const edits = useMay('edit')
  if (me && !edits) return <NotAllowed title={words.title} words={words} />
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <Choose />
      <Outgoing />
      <div className="section-head">
        <h2>{words.uploads}</h2>
      </div>
      <Uploads />
      <Problems />
    </Page>
  )
}
