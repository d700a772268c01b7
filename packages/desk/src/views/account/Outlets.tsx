import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'

const words = say.accounts

interface Props {
  /** Null: all. */
  readonly value: readonly string[] | null
  readonly onChange: (value: readonly string[] | null) => void
}

/** Whose stories an account sees. */
export function Outlets({ value, onChange }: Props) {
  const { data } = useAsk('sources', {}, { staleTime: 60_000 })
  const known = data?.sources.map(({ name }) => name) ?? []
  const names = [...new Set([...known, ...(value ?? [])])]
  return (
    <fieldset className="outlets">
      <legend className="only-heard">{words.sees}</legend>
      <p className="check">
        <label>
          <input
            type="checkbox"
            checked={value === null}
            onChange={event => onChange(event.target.checked ? null : [])}
          />{' '}
          {words.allOutlets}
        </label>
      </p>
      {value !== null && (
        <ul>
          {names.map(name => (
            <li key={name}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={value.includes(name)}
                  onChange={({ target: { checked } }) =>
                    onChange(checked ? [...value, name] : value.filter(one => one !== name))
                  }
                />{' '}
                <bdi>{name || say.rights.noOutlet}</bdi>
              </label>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
