import { type FormEvent, useState } from 'react'
import { client } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'

const words = say.rights

/** A story or a person that was found. */
export interface Found {
  /** story:KEY or person:KEY */
  readonly key: string
  readonly name: string
  readonly about: string
}

/** Of a link, or of story:KEY, what it leads to. */
export function subjectOf(told: string): Found | undefined {
  const [, kind, key] =
    /^\s*(?:\S*\/)?(stories|people)\/([a-z0-9]+)/.exec(told) ??
    /^\s*(story|person):([a-z0-9]+)\s*$/.exec(told) ??
    []
  if (!kind || !key) return undefined
  const subject = kind === 'people' || kind === 'person' ? 'person' : 'story'
  return { key: `${subject}:${key}`, name: `${subject}:${key}`, about: '' }
}

/** So many are found of each kind at most. */
const SOME = 5

async function find(told: string): Promise<readonly Found[]> {
  const subject = subjectOf(told)
  if (subject) return [subject]
  const [{ people }, { hits }] = await Promise.all([
    client.ask('people', { name: told, limit: SOME }),
    client.ask('search', { text: told, in: 'passages', limit: SOME }),
  ])
  const stories = new Map(hits.map(({ story }) => [story.key, story]))
  return [
    ...people.map(({ key, name, quotes }) => ({
      key: `person:${key}`,
      name,
      about: words.person(quotes),
    })),
    ...[...stories.values()].map(({ key, title, outlet }) => ({
      key: `story:${key}`,
      name: title ?? say.imports.unnamed,
      about: outlet,
    })),
  ]
}

interface Props {
  readonly chosen: Found | undefined
  readonly onChoose: (found: Found | undefined) => void
}

/** Which story or person: by a link, or looked for by words. */
export function Subject({ chosen, onChoose }: Props) {
  const [told, setTold] = useState('')
  const [found, setFound] = useState<readonly Found[]>()
  const [error, setError] = useState<unknown>()
  if (chosen)
    return (
      <p className="row restrict-chosen">
        <span className="label">{words.chosen}</span>
        <bdi>{chosen.name}</bdi>
        <span className="note">{chosen.about}</span>
        <button type="button" className="plain" onClick={() => onChoose(undefined)}>
          {words.another}
        </button>
      </p>
    )
  const look = async (event: FormEvent) => {
    event.preventDefault()
    setError(undefined)
    try {
      const all = await find(told)
      const [only] = all
      if (all.length === 1 && subjectOf(told)) onChoose(only)
      else setFound(all)
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <>
      <search>
        <form onSubmit={look}>
          <label className="field" htmlFor="subject">
            <span className="label">{words.subject}</span>
          </label>
          <p className="row subject">
            <input
              id="subject"
              required
              value={told}
              placeholder={words.subjectHint}
              onChange={event => setTold(event.target.value)}
            />
            <button type="submit">{words.look}</button>
          </p>
        </form>
      </search>
      <div aria-live="polite">
        {error !== undefined && <Failure error={error} />}
        {found?.length === 0 && <p className="note">{words.nobody}</p>}
        {found && found.length > 0 && (
          <ul className="lines" aria-label={words.found}>
            {found.map(one => (
              <li key={one.key} className="row">
                <button type="button" className="plain" onClick={() => onChoose(one)}>
                  <bdi>{one.name}</bdi>
                </button>
                <span className="note" dir="auto">
                  {one.about}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
