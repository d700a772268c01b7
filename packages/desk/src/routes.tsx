import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Me } from './api.js'
import { say } from './messages/index.js'

/** A view: what is shown at an address. Addresses of stories and people are their permanent links. */
export interface View {
  readonly id: string
  readonly path: string
  readonly view: LazyExoticComponent<ComponentType>
  /** What it is called in the navigation, where it stands there. */
  readonly nav?: string
  /** It is shown to whoever is not logged in. */
  readonly open?: boolean
  /** What one must be allowed for it to stand there; unless told, to read. */
  readonly needs?: Me['may'][number]
}

const story = lazy(() => import('./views/story/Story.js'))
const counts = lazy(() => import('./views/counts/Counts.js'))
const countedQuotes = lazy(() => import('./views/counts/CountedQuotes.js'))
const imports = lazy(() => import('./views/import/Import.js'))
const rights = lazy(() => import('./views/rights/Rights.js'))
const audit = lazy(() => import('./views/audit/Audit.js'))
const account = lazy(() => import('./views/account/Account.js'))
const accounts = lazy(() => import('./views/account/Accounts.js'))
const invitation = lazy(() => import('./views/account/Invitation.js'))
const search = lazy(() => import('./views/search/Search.js'))
const people = lazy(() => import('./views/people/People.js'))
const person = lazy(() => import('./views/people/Person.js'))
const candidates = lazy(() => import('./views/people/Candidates.js'))
const verify = lazy(() => import('./views/verify/Verify.js'))
const provenance = lazy(() => import('./views/provenance/Provenance.js'))
const start = lazy(() => import('./views/start/Start.js'))

/** Every view, a line each, in the order of the navigation. The first whose path fits is shown. */
export const views: readonly View[] = [
  { id: 'start', path: '/', view: start, nav: say.nav.start },
  { id: 'story', path: '/stories/:story/:part?/:item?', view: story },
  { id: 'search', path: '/search', view: search, nav: say.nav.search },
  { id: 'people', path: '/people', view: people, nav: say.nav.people },
  { id: 'person', path: '/people/:person', view: person },
  { id: 'candidates', path: '/candidates', view: candidates },
  { id: 'verify', path: '/verify', view: verify, nav: say.nav.verify },
  { id: 'provenance', path: '/provenance', view: provenance, nav: say.nav.provenance },
  { id: 'counts', path: '/counts', view: counts, nav: say.nav.counts },
  { id: 'import', path: '/import', view: imports, nav: say.nav.import, needs: 'edit' },
  { id: 'rights', path: '/rights', view: rights, nav: say.nav.rights },
  { id: 'account', path: '/account', view: account },
  { id: 'accounts', path: '/accounts', view: accounts },
  { id: 'invitation', path: '/invitation', view: invitation, open: true },
  { id: 'audit', path: '/audit', view: audit },
  { id: 'counted-quotes', path: '/counts/quotes', view: countedQuotes },
]
