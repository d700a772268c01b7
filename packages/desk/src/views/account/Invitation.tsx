import './account.css'
import { type FormEvent, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { logIn } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { Page } from '../../parts/Page.js'
import { PasswordField } from './PasswordField.js'

const words = say.account.invitation

/** Whoever was invited gives their account its password. The invitation stands behind # : no log sees it. */
export default function Invitation() {
  const [, go] = useLocation()
  const [secret, setSecret] = useState(() => location.hash.slice(1))
  const [given] = useState(secret !== '')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  useEffect(() => {
    // nobody who comes to this browser finds it
    if (location.hash) history.replaceState(history.state, '', location.pathname)
  }, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setError(undefined)
    try {
      await logIn('/api/login/invitation', { invitation: secret.trim(), password })
      go('/')
    } catch (failed) {
      setError(failed)
    }
  }
  return (
    <Page title={words.title}>
      <p className="lead">{words.lead}</p>
      <form onSubmit={submit} className="narrow">
        {!given && (
          <label className="field">
            <span className="label">{words.secret}</span>
            <input required value={secret} onChange={event => setSecret(event.target.value)} />
          </label>
        )}
        <PasswordField
          label={words.password}
          hint={words.hint}
          value={password}
          onChange={setPassword}
        />
        <div aria-live="assertive">{error !== undefined && <Failure error={error} />}</div>
        <button type="submit" className="main">
          {words.go}
        </button>
      </form>
    </Page>
  )
}
