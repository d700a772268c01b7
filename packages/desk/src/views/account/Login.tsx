import './account.css'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { getJson, logIn } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { keepWanted } from '../../session.js'

const words = say.account.login

/** Asks who one is, in the place of the view; which stays as it was, and is there again afterwards. */
export default function Login() {
  const heading = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const ways = useQuery({
    queryKey: ['login'],
    queryFn: () => getJson<{ provider: boolean }>('/api/login'),
  })
  useEffect(() => {
    document.title = `${words.title} · ${say.shell.name}`
    heading.current?.focus()
  }, [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      await logIn('/api/login', { account: name, password })
    } catch (failed) {
      setError(failed)
      setPassword('')
      field.current?.focus()
    }
    setBusy(false)
  }
  return (
    <div className="page login">
      <header className="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
      </header>
      <p className="lead">{words.lead}</p>
      <form onSubmit={submit}>
        <label className="field">
          <span className="label">{words.name}</span>
          <input
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="label">{words.password}</span>
          <input
            ref={field}
            required
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        </label>
        <div aria-live="assertive">{error !== undefined && <Failure error={error} />}</div>
        <button type="submit" className="main" disabled={busy}>
          {words.go}
        </button>
      </form>
      {ways.data?.provider && (
        <p className="row login-or">
          <span className="note">{words.or}</span>
          <a className="button" href="/login/oidc" onClick={keepWanted}>
            {words.provider}
          </a>
        </p>
      )}
    </div>
  )
}
