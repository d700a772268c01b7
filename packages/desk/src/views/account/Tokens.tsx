import { type FormEvent, useState } from 'react'
import { type Answered, type Me, useAsk, useDo } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Checks } from '../../parts/Checks.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { When } from '../../parts/When.js'
import { Once } from './Once.js'

const words = say.account.tokens

/** One's own tokens: made, looked at, ended. */
export function Tokens({ may }: Pick<Me, 'may'>) {
  const tokens = useAsk('tokens', {})
  return (
    <section aria-labelledby="tokens">
      <div className="section-head">
        <h2 id="tokens">{words.title}</h2>
      </div>
      <p className="note">{words.lead}</p>
      <Answer of={tokens}>
        {({ tokens }) => (tokens.length === 0 ? <Empty says={words.none} /> : <List of={tokens} />)}
      </Answer>
      <Make may={may} />
    </section>
  )
}

type Token = Answered<'tokens'>['tokens'][number]

function List({ of }: { of: readonly Token[] }) {
  const revoke = useDo('token revoke')
  return (
    <>
      <div className="sideways">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.scopes}</th>
              <th scope="col">{words.used}</th>
              <th scope="col">{words.ends}</th>
              <th scope="col">
                <span className="only-heard">{words.action}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {of.map(({ key, name, scopes, seenAt, expiresAt }) => (
              <tr key={key}>
                <th scope="row" className="name">
                  <bdi>{name ?? key}</bdi>
                </th>
                <td>{(scopes ?? []).map(scope => words.scope[scope]).join(', ')}</td>
                <td>
                  <When at={seenAt} />
                </td>
                <td>
                  <When at={expiresAt} />
                </td>
                <td className="number">
                  <button
                    type="button"
                    className="plain"
                    aria-label={words.endOf(name ?? key)}
                    disabled={revoke.isPending}
                    onClick={() => revoke.mutate({ token: key })}
                  >
                    {words.end}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {revoke.error && <Failure error={revoke.error} />}
    </>
  )
}

function Make({ may }: Pick<Me, 'may'>) {
  const make = useDo('token make')
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<readonly Me['may'][number][]>(['read'])
  const [days, setDays] = useState(90)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate({ name, scopes: [...scopes], days }, { onSuccess: () => setName('') })
  }
  return (
    <form onSubmit={submit} className="token-make">
      <div className="fields">
        <label className="field">
          <span className="label">{words.name}</span>
          <input
            required
            maxLength={100}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="label">{words.days}</span>
          <input
            type="number"
            required
            min={1}
            max={366}
            value={days}
            onChange={event => setDays(event.target.valueAsNumber)}
          />
        </label>
      </div>
      <div className="row">
        <Checks
          legend={words.scopes}
          of={may.map(scope => [scope, words.scope[scope]])}
          value={scopes}
          onChange={setScopes}
        />
        <button type="submit" disabled={make.isPending || scopes.length === 0}>
          {words.make}
        </button>
      </div>
      {make.error && <Failure error={make.error} />}
      <div aria-live="polite">
        {make.data && <Once title={words.made} secret={make.data.token} />}
      </div>
    </form>
  )
}
