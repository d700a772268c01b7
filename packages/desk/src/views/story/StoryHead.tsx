import { Link } from 'wouter'
import { say } from '../../messages/index.js'
import { When } from '../../parts/When.js'
import type { StoryAnswer } from './Story.js'

const words = say.story

/** What is known of the story beside its words. */
export function StoryHead({ answer }: { answer: StoryAnswer }) {
  const { key, version, versions, copies, licence, state, record } = answer
  const { byline, published, url } = record.story
  const address = url && /^https?:\/\//i.test(url) ? url : undefined
  const last = versions.at(-1)!.number
  return (
    <div className="story-head">
      <p className="meta">
        {byline && byline.length > 0 && (
          <bdi>
            {words.by} {byline.join(', ')}
          </bdi>
        )}
        {published && <When at={published} />}
        {address && (
          <a href={address} rel="noopener noreferrer external">
            {words.original}
          </a>
        )}
        {last > 1 && <span>{words.version(version, last)}</span>}
      </p>
      {version < last && (
        <p className="note">
          {words.earlier} <Link href={`/stories/${key}`}>{words.latest}</Link>
        </p>
      )}
      {state === 'hidden' && <p className="note">{words.hidden}</p>}
      {licence.kind === 'snippet' && <p className="note">{words.snippet(licence.words ?? 0)}</p>}
      {licence.kind === 'link' && <p className="note">{words.link}</p>}
      {copies.length > 0 && (
        <details className="note">
          <summary>
            {words.copies} ({copies.length})
          </summary>
          <ul>
            {copies.map(copy => (
              <li key={copy.key}>
                <Link href={`/stories/${copy.key}`}>{copy.outlet || words.unnamed}</Link>
                {copy.published && (
                  <>
                    , <When at={copy.published} />
                  </>
                )}
                , {copy.kind === 'same' ? words.same : words.near(copy.similarity)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
