import { useState } from 'react'
import { type Answered, useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { When } from '../../parts/When.js'

const words = say.imports

type Problem = Answered<'problems'>['problems'][number]

/** Problems asked for, and at the most. */
const SOME = 20
const MOST = 1000

/** All that could not be taken in, by whatever way it came. */
export function Problems() {
  const [limit, setLimit] = useState(SOME)
  const problems = useAsk('problems', { limit }, { placeholderData: before => before })
  return (
    <Answer of={problems}>
      {({ total, problems }) => (
        <>
          <div className="section-head">
            <h2>{words.problems}</h2>
            {total > 0 && <p className="note">{words.problemsOf(total)}</p>}
          </div>
          {total === 0 ? <Empty says={words.noProblems} /> : <ProblemList problems={problems} />}
          {total > problems.length && limit < MOST && (
            <button type="button" onClick={() => setLimit(MOST)}>
              {words.moreProblems}
            </button>
          )}
        </>
      )}
    </Answer>
  )
}

/** Each with its place and reason. */
export const ProblemList = ({ problems }: { problems: readonly Problem[] }) => (
  <ul className="lines problems" aria-label={words.problems}>
    {problems.map(({ path, part, message, at }) => (
      <li key={`${path} ${part}`}>
        <p>
          <bdi>{placeOf(path)}</bdi>
          {part && (
            <>
              {' · '}
              <bdi>{part}</bdi>
            </>
          )}
        </p>
        <p className="note" dir="auto">
          {message}
        </p>
        <p className="meta">
          <When at={at} />
          {!path.startsWith(UPLOADED) && ` · ${words.fromCommand}`}
        </p>
      </li>
    ))}
  </ul>
)

const UPLOADED = 'import:'

/** Of an upload its name: its key means nothing to people. */
const placeOf = (path: string): string =>
  path.startsWith(UPLOADED) ? path.slice(path.indexOf('/') + 1) : path
