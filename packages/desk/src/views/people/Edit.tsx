import { type FormEvent, type ReactNode, useState } from 'react'
import { useAsk, useDo } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { When } from '../../parts/When.js'
import { PersonLine } from './People.js'
import type { PersonPage } from './Person.js'

const words = say.people

/** What an editor can say of somebody: another name, that two are one, that one is two. */
export function Edit({ person }: { person: PersonPage }) {
  return (
    <section className="facet told">
      <h2 className="label">{words.correct}</h2>
      <Rename key={person.name} person={person} />
      <Merge person={person} />
      <Split person={person} />
    </section>
  )
}

function Rename({ person }: { person: PersonPage }) {
  const rename = useDo('person rename')
  const [name, setName] = useState(person.name)
  const [why, setWhy] = useState('')
  return (
    <Fold
      title={words.rename}
      error={rename.error}
      submit={() => rename.mutate({ person: person.key, name, ...(why && { why }) })}
    >
      <Field label={words.newName} value={name} set={setName} />
      <Field label={words.why} value={why} set={setWhy} />
      <button
        type="submit"
        disabled={rename.isPending || name.trim() === '' || name === person.name}
      >
        {words.renameGo}
      </button>
    </Fold>
  )
}

/** Letters of a name from which on others of it are looked for. */
const ENOUGH = 2

function Merge({ person }: { person: PersonPage }) {
  const merge = useDo('person merge')
  const [name, setName] = useState('')
  const [why, setWhy] = useState('')
  const asked = name.trim()
  const { data } = useAsk(
    'people',
    { name: asked, limit: 8 },
    { enabled: asked.length >= ENOUGH, placeholderData: before => before },
  )
  const others =
    asked.length >= ENOUGH ? data?.people.filter(({ key }) => key !== person.key) : undefined
  return (
    <Fold title={words.merge} error={merge.error}>
      <Field label={words.why} value={why} set={setWhy} />
      <Field label={words.mergeName} value={name} set={setName} />
      {others?.length === 0 && <p className="note">{words.mergeNone}</p>}
      <ul className="lines">
        {others?.map(other => (
          <li key={other.key}>
            <PersonLine person={other} />
            <button
              type="button"
              disabled={merge.isPending}
              onClick={() =>
                merge.mutate({ from: other.key, into: person.key, ...(why && { why }) })
              }
            >
              <bdi>{words.mergeGo(other.name)}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </Fold>
  )
}

function Split({ person: { key, toldIn, stories } }: { person: PersonPage }) {
  const split = useDo('person split')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [name, setName] = useState('')
  const [why, setWhy] = useState('')
  if (stories < 2) return null
  const all = chosen.length === stories
  return (
    <Fold
      title={words.split}
      error={split.error}
      submit={() =>
        split.mutate(
          {
            person: key,
            mentions: [...chosen],
            ...(name.trim() && { name: name.trim() }),
            ...(why && { why }),
          },
          { onSuccess: () => setChosen([]) },
        )
      }
    >
      <fieldset>
        <legend>{words.splitWhich}</legend>
        <ul className="split-stories">
          {toldIn.map(({ story, title, outlet, published }) => (
            <li key={story}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(story)}
                  onChange={({ target }) =>
                    setChosen(now =>
                      target.checked ? [...now, story] : now.filter(one => one !== story),
                    )
                  }
                />{' '}
                <bdi>{title || words.untitled}</bdi>{' '}
                <span className="meta">
                  <bdi>{outlet || words.noOutlet}</bdi>,{' '}
                  {published ? <When at={published.slice(0, 10)} /> : words.noDate}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <Field label={words.splitName} value={name} set={setName} />
      <Field label={words.why} value={why} set={setWhy} />
      {all && <p className="note">{words.splitAll}</p>}
      <button type="submit" disabled={split.isPending || chosen.length === 0 || all}>
        {words.splitGo(chosen.length)}
      </button>
    </Fold>
  )
}

interface FoldProps {
  readonly title: string
  readonly error: unknown
  readonly submit?: () => void
  readonly children: ReactNode
}

const Fold = ({ title, error, submit, children }: FoldProps) => (
  <details className="fold">
    <summary>{title}</summary>
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit?.()
      }}
    >
      {error != null && <Failure error={error} />}
      {children}
    </form>
  </details>
)

interface FieldProps {
  readonly label: string
  readonly value: string
  readonly set: (value: string) => void
}

const Field = ({ label, value, set }: FieldProps) => (
  <label className="field">
    <span className="label">{label}</span>
    <input value={value} dir="auto" onChange={({ target }) => set(target.value)} />
  </label>
)
