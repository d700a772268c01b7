import './rights.css'
import { Link } from 'wouter'
import { useMay } from '../../api.js'
import { say } from '../../messages/index.js'
import { Page } from '../../parts/Page.js'
import { Licences } from './Licences.js'
import { Restrict } from './Restrict.js'
import { Restrictions } from './Restrictions.js'

const words = say.rights

/** Licences for everybody to see; what is more is for admins. */
export default function Rights() {
  const admin = useMay('admin')
  return (
    <Page title={words.title} wide>
      <p className="lead">{words.lead}</p>
      <Licences admin={admin} />
      {admin ? (
        <>
          <Restrict />
          <Restrictions />
          <hr />
          <p>
            <Link href="/audit">{words.audit}</Link>
          </p>
        </>
      ) : (
        <p className="note rights-note">{words.adminsOnly}</p>
      )}
    </Page>
  )
}
