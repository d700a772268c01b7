import './start.css'
import { say } from '../../messages/index.js'
import { Page } from '../../parts/Page.js'
import { Files } from './Files.js'
import { Paste } from './Paste.js'

/** Where one begins: a story in, who said what out. */
export default function Start() {
  return (
    <Page title={say.start.title}>
      <p className="lead">{say.start.lead}</p>
      <Paste />
      <Files />
    </Page>
  )
}
