import { useId, useState } from 'react'
import { useAsk, useDo, useMay } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { useDrop } from '../../parts/useDrop.js'
import { chosenOf, droppedOf } from './chosen.js'
import { type Chosen, send } from './sending.js'

const words = say.imports

/** What comes in, and what is told of it. */
export function Choose() {
  const [outlet, setOutlet] = useState('')
  const [licence, setLicence] = useState('')
  const admin = useMay('admin')
  const setSource = useDo('source set')
  const take = async (chosen: readonly Chosen[]) => {
    if (chosen.length === 0) return
    // before any of its stories is there
    if (isLicence(licence)) await setSource.mutateAsync({ source: outlet.trim(), licence })
    setLicence('')
    send(chosen, { outlet: outlet.trim() || undefined })
  }
  const over = useDrop(data => droppedOf(data).then(take))
  const list = useId()
  const hint = useId()
  const sources = useAsk('sources', {}, { staleTime: 60_000 })
  return (
    <>
      <div className="fields import-about">
        <label className="field">
          <span className="label">{words.outlet}</span>
          <input
            list={list}
            value={outlet}
            aria-describedby={hint}
            onChange={event => setOutlet(event.target.value)}
          />
          <span className="meta" id={hint}>
            {words.outletHint}
          </span>
        </label>
        {admin && outlet.trim() !== '' && (
          <label className="field">
            <span className="label">{words.licence}</span>
            <select value={licence} onChange={event => setLicence(event.target.value)}>
              {Object.entries(words.licences).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      <datalist id={list}>
        {sources.data?.sources.map(({ name }) => name && <option key={name} value={name} />)}
      </datalist>
      <p className="row">
        <FileInput label={words.files} onChoose={take} />
        <FileInput label={words.folder} folder onChoose={take} />
        <span className="note">{words.dropHere}</span>
      </p>
      <p className="note">{words.forms}</p>
      {setSource.error && <Failure error={setSource.error} />}
      {over && (
        <div className="drop" aria-hidden="true">
          {words.drop}
        </div>
      )}
    </>
  )
}

const isLicence = (word: string): word is 'full' | 'snippet' | 'link' => word !== ''

interface FileInputProps {
  readonly label: string
  readonly folder?: boolean
  readonly onChoose: (chosen: readonly Chosen[]) => void
}

/** A button that opens the system's own dialog. */
export function FileInput({ label, folder, onChoose }: FileInputProps) {
  const id = useId()
  return (
    <span className="file-input">
      <label className="button" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="only-heard"
        type="file"
        multiple
        {...(folder && { webkitdirectory: '' })}
        onChange={event => {
          const chosen = chosenOf(event.target.files ?? [])
          event.target.value = ''
          onChoose(chosen)
        }}
      />
    </span>
  )
}
