import type { RecordEntity, StoryRecord } from '@onrecord/engine'
import { type FormEvent, useState } from 'react'
import { say } from '../messages/index.js'
import { Choose } from '../parts/Choose.js'
import type { Correcting } from './useCorrecting.js'

const words = say.correct

interface Props {
  readonly record: StoryRecord
  readonly entity: RecordEntity
  readonly correcting: Correcting
  readonly look: (item: string | undefined) => void
}

/** Who it is: another name, or the same as somebody else. */
export function EntityForm({ record, entity, correcting, look }: Props) {
  const [name, setName] = useState(entity.name)
  const { id, type } = entity
  const rename = (event: FormEvent) => {
    event.preventDefault()
    const told = words.done.renamed(name.trim())
    void correcting.correct([{ do: 'change-entity', item: id, set: { name: name.trim() } }], told)
  }
  const merge = async (other: string) => {
    const into = record.entities.find(one => one.id === other)!
    const told = words.done.merged(entity.name, into.name)
    const done = await correcting.correct([{ do: 'merge', items: [other, id] }], told)
    if (done) look(other)
  }
  const others = record.entities
    .filter(one => one.type === type && one.id !== id)
    .sort((a, b) => b.mentions.length - a.mentions.length)
  return (
    <section className="correct" aria-label={words.title}>
      <form onSubmit={rename}>
        <label className="field">
          <span className="label">{words.name}</span>
          <input value={name} onChange={event => setName(event.target.value)} dir="auto" />
        </label>
        {name.trim() !== '' && name.trim() !== entity.name && (
          <p className="row">
            <button type="submit">{words.set}</button>
          </p>
        )}
      </form>
      {others.length > 0 && (
        <div className="field">
          <span className="label">{words.same}</span>
          <Choose label={words.same} value="" choose={merge}>
            <option value="">{words.nobodyElse}</option>
            {others.map(one => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Choose>
        </div>
      )}
    </section>
  )
}
