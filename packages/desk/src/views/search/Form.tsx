import { type FormEvent, type RefObject, useState } from 'react'
import type { Address } from '../../address.js'
import { say } from '../../messages/index.js'

const words = say.search
const FIELDS = ['speaker', 'about', 'from', 'to'] as const

interface Props {
  readonly params: URLSearchParams
  readonly set: Address['set']
  readonly box: RefObject<HTMLInputElement | null>
}

/** The words to find, where, in which order, and what narrows them. */
export function Form({ params, set, box }: Props) {
  const [asked, setAsked] = useState(() => ({
    q: params.get('q') ?? '',
    speaker: params.get('speaker') ?? '',
    about: params.get('about') ?? '',
    from: params.get('from') ?? '',
    to: params.get('to') ?? '',
  }))
  const where = params.get('in') === 'passages' ? 'passages' : 'quotes'
  const sort = params.get('sort') ?? (params.get('q') ? 'relevance' : 'newest')
  const change = (name: keyof typeof asked) => (event: { target: { value: string } }) =>
    setAsked({ ...asked, [name]: event.target.value })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set(asked)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to older screen readers
    <form className="ask" role="search" onSubmit={submit}>
      <div className="ask-line">
        <input
          ref={box}
          type="search"
          name="q"
          aria-label={words.what}
          placeholder={words.placeholder}
          value={asked.q}
          onChange={change('q')}
          dir="auto"
        />
        <button type="submit" className="main">
          {words.go}
        </button>
      </div>
      <div className="ask-how">
        <fieldset className="choice">
          <legend>{words.in}</legend>
          {(['quotes', 'passages'] as const).map(one => (
            <label key={one}>
              <input
                type="radio"
                name="in"
                checked={where === one}
                onChange={() => set({ ...asked, in: one === 'quotes' ? undefined : one })}
              />
              <span>{words.ins[one]}</span>
            </label>
          ))}
        </fieldset>
        <fieldset className="choice">
          <legend>{words.sort}</legend>
          {(['relevance', 'newest', 'oldest'] as const).map(one => (
            <label key={one}>
              <input
                type="radio"
                name="sort"
                checked={sort === one}
                disabled={one === 'relevance' && !params.get('q')}
                onChange={() => set({ ...asked, sort: one === 'relevance' ? undefined : one })}
              />
              <span>{words.sorts[one]}</span>
            </label>
          ))}
        </fieldset>
      </div>
      <div className="ask-more">
        <details open={FIELDS.some(name => params.get(name)) || undefined}>
          <summary>{words.narrow}</summary>
          <div className="fields">
            {FIELDS.map(name => (
              <label className="field" key={name}>
                <span className="label">{words[name]}</span>
                <input
                  value={asked[name]}
                  onChange={change(name)}
                  disabled={where === 'passages' && (name === 'speaker' || name === 'about')}
                  placeholder={name === 'from' || name === 'to' ? words.dateExample : undefined}
                  dir="auto"
                />
              </label>
            ))}
          </div>
          <button type="submit">{words.apply}</button>
        </details>
        <details>
          <summary>{words.help}</summary>
          <dl className="ask-help">
            {words.helpRows.map(([typed, means]) => (
              <div key={typed}>
                <dt>
                  <code>{typed}</code>
                </dt>
                <dd>{means}</dd>
              </div>
            ))}
          </dl>
          <p className="note">{words.helpNote}</p>
        </details>
      </div>
    </form>
  )
}
