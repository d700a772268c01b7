import { Link } from 'wouter'
import { say } from '../../messages/index.js'
import { Names } from '../../parts/Names.js'
import { When } from '../../parts/When.js'
import type { PersonPage } from './Person.js'

const words = say.people

export type Citation = PersonPage['deaths'][number]['citation']

/** Where something is told, and whose claim it is where the story itself does not say so. */
export function Cited({ of: { link, outlet, published, claimedBy } }: { of: Citation }) {
  return (
    <span className="cited">
      <Link href={`/${link}`}>
        <bdi>{outlet || words.noOutlet}</bdi>
        {published && (
          <>
            , <When at={published.slice(0, 10)} />
          </>
        )}
      </Link>
      {claimedBy && (
        <>
          {' '}
          ({words.claimedBy}
          <Names of={claimedBy} nobody={words.somebody} />)
        </>
      )}
    </span>
  )
}
