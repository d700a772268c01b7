import { useState } from 'react'
import { Link } from 'wouter'
import { type Answered, useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { When } from '../../parts/When.js'

const words = say.start

/** How many stories a list shows at first, and at most. */
const FIRST = 6
const MOST = 200

type Listed = Answered<'stories'>['stories'][number]

/** Stories with doubtful quotes: what an editor decides on. */
export function Waiting() {
  const asked = useAsk('stories', { doubtful: true, limit: 4 })
  return (
    <section aria-labelledby="waiting">
      <div className="section-head">
        <h2 id="waiting">{words.waiting}</h2>
      </div>
      <Answer of={asked}>
        {({ stories }) => (
          <>
            {stories.length === 0 && <p className="note">{words.nothingWaits}</p>}
            <ul className="lines short">
              {stories.map(story => (
                <li key={story.key}>
                  <Headline story={story} />
                  <p className="meta">{words.doubtful(story.doubtful)}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  )
}

/** What came last. */
export function Recent() {
  const [limit, setLimit] = useState(FIRST)
  const asked = useAsk('stories', { limit }, { placeholderData: before => before })
  return (
    <section aria-labelledby="recent">
      <div className="section-head">
        <h2 id="recent">{words.recent}</h2>
      </div>
      <Answer of={asked}>
        {({ stories, next }) => (
          <>
            {stories.length === 0 && <p className="note">{words.nothingYet}</p>}
            <ul className="lines short">
              {stories.map(story => (
                <li key={story.key}>
                  <p className="kicker">
                    <bdi>{story.outlet || say.story.unnamed}</bdi>
                  </p>
                  <Headline story={story} />
                  <p className="meta">
                    {story.published && (
                      <>
                        <When at={story.published} /> ·{' '}
                      </>
                    )}
                    {say.record.quotesCount(story.quotes)}
                  </p>
                </li>
              ))}
            </ul>
            {next !== null && limit < MOST && (
              <button type="button" onClick={() => setLimit(Math.min(MOST, 4 * limit))}>
                {words.more}
              </button>
            )}
          </>
        )}
      </Answer>
    </section>
  )
}

const Headline = ({ story: { key, title } }: { story: Listed }) => (
  <p className="headline-of" dir="auto">
    <Link href={`/stories/${key}`}>{title?.trim() || say.story.untitled}</Link>
  </p>
)
