import type { Answered } from '../../api.js'
import { say } from '../../messages/index.js'
import { PersonLine } from './People.js'

const words = say.people

export type Candidate = Answered<'candidates'>['candidates'][number]

/** Where answers have keys, they are these. */
export const KEYS = { accept: 'a', reject: 'r' } as const

interface Props {
  readonly pair: Candidate
  /** What an editor can say; undefined for those who only read. */
  readonly decide: ((what: 'accept' | 'reject') => void) | undefined
  readonly busy: boolean
  /** The answers have keys here. */
  readonly keys?: boolean
}

/** Two of the register that may be one, what speaks for it and against it, and the two answers. */
export function Pair({ pair: { one, other, score, evidence }, decide, busy, keys = false }: Props) {
  return (
    <>
      <PersonLine person={one} />
      <PersonLine person={other} />
      <p className="meta">
        {words.likely(`${Math.round(100 * score)} %`)}: <bdi>{evidence.join('; ')}</bdi>
      </p>
      {decide && (
        <p className="row">
          {(['accept', 'reject'] as const).map(what => (
            <span key={what}>
              <button
                type="button"
                disabled={busy}
                aria-label={words.answerOf[what](one.name, other.name)}
                onClick={() => decide(what)}
              >
                {words.answers[what]}
              </button>
              {keys && <kbd>{KEYS[what]}</kbd>}
            </span>
          ))}
        </p>
      )}
    </>
  )
}
