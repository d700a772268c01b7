import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { say } from './messages/index.js'

/** A view: what is shown at an address. Addresses of stories and people are their permanent links. */
export interface View {
  readonly id: string
  readonly path: string
  readonly view: LazyExoticComponent<ComponentType>
  /** What it is called in the navigation, where it stands there. */
  readonly nav?: string
}

const story = lazy(() => import('./views/story/Story.js'))
const counts = lazy(() => import('./views/counts/Counts.js'))
const countedQuotes = lazy(() => import('./views/counts/CountedQuotes.js'))
const start = lazy(() => import('./views/start/Start.js'))

/** Every view, a line each, in the order of the navigation. The first whose path fits is shown. */
export const views: readonly View[] = [
  { id: 'start', path: '/', view: start, nav: say.nav.start },
  { id: 'story', path: '/stories/:story/:part?/:item?', view: story },
  { id: 'counts', path: '/counts', view: counts, nav: say.nav.counts },
  { id: 'counted-quotes', path: '/counts/quotes', view: countedQuotes },
]
