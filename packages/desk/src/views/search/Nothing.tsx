import { Link } from 'wouter'
import { type Address, to } from '../../address.js'
import { say } from '../../messages/index.js'
import { Empty } from '../../parts/Empty.js'
import { NOTHING } from './Chosen.js'

const words = say.search

interface Props {
  readonly params: URLSearchParams
  readonly set: Address['set']
  /** Neither words nor anything that narrows: then there is nothing at all. */
  readonly asksNothing: boolean
}

/** Where nothing was found: what finds more. */
export function Nothing({ params, set, asksNothing }: Props) {
  const q = params.get('q') ?? ''
  if (asksNothing)
    return (
      <Empty says={words.emptyArchive}>
        <p>
          {words.emptyAdvice} <Link href="/">{words.add}</Link>
        </p>
      </Empty>
    )
  const narrowed = Object.keys(NOTHING).some(name => params.get(name))
  return (
    <Empty says={words.nothing}>
      <p>{words.nothingAdvice}</p>
      <ul className="ways">
        {narrowed && (
          <li>
            <button type="button" className="plain" onClick={() => set(NOTHING)}>
              {words.tryWithout}
            </button>
          </li>
        )}
        {q && params.get('in') !== 'passages' && (
          <li>
            <button type="button" className="plain" onClick={() => set({ in: 'passages' })}>
              {words.tryPassages}
            </button>
          </li>
        )}
        {q && (
          <li>
            <Link href={to('/verify', { q })}>{words.tryVerify}</Link>
          </li>
        )}
      </ul>
    </Empty>
  )
}
