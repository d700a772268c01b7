import { type FormEvent, useState } from 'react'
import { type Answered, useAsk, useDo } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'

const words = say.rights

type Source = Answered<'sources'>['sources'][number]
type Kind = Source['licence']['kind']
const KINDS: readonly Kind[] = ['full', 'snippet', 'link']

/** Every outlet, and what may be shown of its words. */
export function Licences({ admin }: { admin: boolean }) {
  const sources = useAsk('sources', {})
  const [open, setOpen] = useState<string>()
  const [saved, setSaved] = useState<string>()
  return (
    <section aria-labelledby="licences">
      <div className="section-head">
        <h2 id="licences">{words.licences}</h2>
      </div>
      <p className="note" role="status">
        {saved !== undefined && words.saved(saved || words.noOutlet)}
      </p>
      <Answer of={sources}>
        {({ sources }) =>
          sources.length === 0 ? (
            <Empty says={words.none} />
          ) : (
            <div className="sideways">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{words.outlet}</th>
                    <th scope="col" className="number">
                      {words.stories}
                    </th>
                    <th scope="col">{words.licence}</th>
                    <th scope="col">{words.rests}</th>
                    {admin && (
                      <th scope="col">
                        <span className="only-heard">{words.change}</span>
                      </th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {sources.map(source =>
                    open === source.name ? (
                      <tr key={source.name}>
                        <th scope="row" className="name">
                          <bdi>{source.name || words.noOutlet}</bdi>
                        </th>
                        <td className="number">{source.stories.toLocaleString('en-GB')}</td>
                        <td colSpan={3}>
                          <LicenceForm
                            source={source}
                            onEnd={done => {
                              setOpen(undefined)
                              if (done) setSaved(source.name)
                            }}
                          />
                        </td>
                      </tr>
                    ) : (
                      <SourceRow
                        key={source.name}
                        source={source}
                        {...(admin && { onChange: () => setOpen(source.name) })}
                      />
                    ),
                  )}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  )
}

function SourceRow({ source, onChange }: { source: Source; onChange?: () => void }) {
  const { name, licence, note, stories } = source
  return (
    <tr>
      <th scope="row" className="name">
        <bdi>{name || words.noOutlet}</bdi>
      </th>
      <td className="number">{stories.toLocaleString('en-GB')}</td>
      <td>
        {licence.kind === 'snippet' ? words.snippet(licence.words ?? 0) : words.kinds[licence.kind]}
      </td>
      <td>
        <bdi>{note}</bdi>
      </td>
      {onChange && (
        <td className="number">
          <button
            type="button"
            className="plain"
            aria-label={words.changeOf(name || words.noOutlet)}
            onClick={onChange}
          >
            {words.change}
          </button>
        </td>
      )}
    </tr>
  )
}

/** Snippets have so many words unless told. */
const SNIPPET = 25

function LicenceForm({ source, onEnd }: { source: Source; onEnd: (done: boolean) => void }) {
  const set = useDo('source set')
  const [licence, setLicence] = useState(source.licence.kind)
  const [length, setLength] = useState(source.licence.words ?? SNIPPET)
  const [note, setNote] = useState(source.note ?? '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate(
      { source: source.name, licence, words: length, note },
      { onSuccess: () => onEnd(true) },
    )
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && onEnd(false)}
      aria-label={words.changeOf(source.name || words.noOutlet)}
    >
      <div className="fields">
        <label className="field">
          <span className="label">{words.licence}</span>
          <select
            // biome-ignore lint/a11y/noAutofocus: the button that was pressed has made place for it
            autoFocus
            value={licence}
            onChange={event => setLicence(event.target.value as Kind)}
          >
            {KINDS.map(kind => (
              <option key={kind} value={kind}>
                {words.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        {licence === 'snippet' && (
          <label className="field">
            <span className="label">{words.words}</span>
            <input
              type="number"
              min={1}
              max={1000}
              required
              value={length}
              onChange={event => setLength(event.target.valueAsNumber)}
            />
          </label>
        )}
        <label className="field">
          <span className="label">{words.note}</span>
          <input value={note} maxLength={2000} onChange={event => setNote(event.target.value)} />
        </label>
      </div>
      {set.error && <Failure error={set.error} />}
      <p className="row">
        <button type="submit" className="main" disabled={set.isPending}>
          {words.save}
        </button>
        <button type="button" onClick={() => onEnd(false)}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}
