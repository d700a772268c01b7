import './account.css'
import { type FormEvent, useState } from 'react'
import { Link } from 'wouter'
import { isAlone, type Me, postJson, useMe } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Failure } from '../../parts/Failure.js'
import { Page } from '../../parts/Page.js'
import { PasswordField } from './PasswordField.js'
import { Tokens } from './Tokens.js'

const words = say.account.own

/** Who one is here, what one may, one's password and tokens. */
export default function Account() {
  const me = useMe()
  return (
    <Page title={words.title}>
      <Answer of={me}>
        {me => (
          <>
            {isAlone(me) ? (
              <>
                <p className="lead">{words.alone}.</p>
                <p>{words.aloneAdvice}</p>
              </>
            ) : (
              <>
                <Who me={me} />
                <Password />
                <Tokens may={me.may} />
              </>
            )}
            {me.may.includes('admin') && (
              <>
                <hr />
                <p>
                  <Link href="/accounts">{words.accounts}</Link>
                </p>
              </>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

const Who = ({ me: { account, may, sources } }: { me: Me }) => (
  <>
    <p className="lead">
      <bdi>{account}</bdi>
    </p>
    <p className="note">
      {words.may(may.map(one => words.mayDo[one]).join(', '))}{' '}
      {sources === 'all' ? words.all : words.some}
    </p>
  </>
)

function Password() {
  const [old, setOld] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [done, setDone] = useState(false)
  const { title, old: oldLabel, new: newLabel, change, changed } = say.account.password
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(undefined)
    setDone(false)
    try {
      await postJson('/api/password', { old, new: password })
      setOld('')
      setPassword('')
      setDone(true)
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <section aria-labelledby="password">
      <div className="section-head">
        <h2 id="password">{title}</h2>
      </div>
      <form onSubmit={submit} className="narrow">
        <label className="field">
          <span className="label">{oldLabel}</span>
          <input
            required
            type="password"
            autoComplete="current-password"
            value={old}
            onChange={event => setOld(event.target.value)}
          />
        </label>
        <PasswordField
          label={newLabel}
          hint={say.account.invitation.hint}
          value={password}
          onChange={setPassword}
        />
        {error !== undefined && <Failure error={error} />}
        <p className="row">
          <button type="submit">{change}</button>
          <span className="note" role="status">
            {done && changed}
          </span>
        </p>
      </form>
    </section>
  )
}
