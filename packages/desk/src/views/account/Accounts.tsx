import './account.css'
import { type FormEvent, useState } from 'react'
import { type Answered, useAsk, useDo, useMay, useMe } from '../../api.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Empty } from '../../parts/Empty.js'
import { Failure } from '../../parts/Failure.js'
import { NotAllowed } from '../../parts/NotAllowed.js'
import { Page } from '../../parts/Page.js'
import { Once } from './Once.js'
import { Outlets } from './Outlets.js'

const words = say.accounts

type Entry = Answered<'accounts'>['accounts'][number]
const ROLES: readonly Entry['role'][] = ['reader', 'editor', 'admin']

/** Who may use the service: for admins. */
export default function Accounts() {
  const { data: me } = useMe()
  const admin = useMay('admin')
  const accounts = useAsk('accounts', {}, { enabled: admin })
  const [open, setOpen] = useState<string>()
  if (me && !admin) return <NotAllowed title={words.title} words={words} />
  return (
    <Page title={words.title} wide>
      <p className="lead">{words.lead}</p>
      <Answer of={accounts}>
        {({ accounts }) =>
          accounts.length === 0 ? (
            <Empty says={words.none}>
              <p>{words.noneAdvice}</p>
            </Empty>
          ) : (
            <ul className="lines accounts">
              {accounts.map(account => (
                <li key={account.name}>
                  {open === account.name ? (
                    <Change account={account} onEnd={() => setOpen(undefined)} />
                  ) : (
                    <Shown account={account} onChange={() => setOpen(account.name)} />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
      <Add />
    </Page>
  )
}

function Shown({ account, onChange }: { account: Entry; onChange: () => void }) {
  const { name, role, sources, state } = account
  const invite = useDo('account invite')
  return (
    <>
      <div className="row">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <span className="note">
          {words.roles[role]}
          {state === 'disabled' && ` · ${words.states.disabled}`}
          {' · '}
          {sources === null ? words.all : <bdi>{sources.join(', ') || words.noOutlet}</bdi>}
        </span>
        <button
          type="button"
          className="plain"
          aria-label={words.changeOf(name)}
          onClick={onChange}
        >
          {words.change}
        </button>
        <button
          type="button"
          className="plain"
          aria-label={words.inviteOf(name)}
          disabled={invite.isPending}
          onClick={() => invite.mutate({ account: name })}
        >
          {words.invite}
        </button>
      </div>
      {invite.error && <Failure error={invite.error} />}
      <div aria-live="polite">
        {invite.data && <Invited name={name} invitation={invite.data.invitation} />}
      </div>
    </>
  )
}

const Invited = ({ name, invitation }: { name: string; invitation: string }) => (
  <Once
    title={words.invitation(name)}
    secret={`${location.origin}/invitation#${invitation}`}
    hint={words.invitationHint}
  />
)

function Change({ account, onEnd }: { account: Entry; onEnd: () => void }) {
  const set = useDo('account set')
  const { name } = account
  const [role, setRole] = useState(account.role)
  const [state, setState] = useState(account.state)
  const [sources, setSources] = useState<readonly string[] | null>(account.sources)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const sees = sources === null ? { allSources: true } : { sources: [...sources] }
    set.mutate({ account: name, role, state, ...sees }, { onSuccess: onEnd })
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={event => event.key === 'Escape' && onEnd()}
      aria-label={words.changeOf(name)}
    >
      <h2>
        <bdi>{name}</bdi>
      </h2>
      <div className="fields">
        {/* the button that was pressed has made place for it */}
        <Role value={role} onChange={setRole} first />
        <label className="field">
          <span className="label">{words.state}</span>
          <select value={state} onChange={event => setState(event.target.value as Entry['state'])}>
            {(['active', 'disabled'] as const).map(one => (
              <option key={one} value={one}>
                {words.states[one]}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Outlets value={sources} onChange={setSources} />
      {set.error && <Failure error={set.error} />}
      <p className="row">
        <button type="submit" className="main" disabled={set.isPending}>
          {words.save}
        </button>
        <button type="button" onClick={onEnd}>
          {words.cancel}
        </button>
      </p>
    </form>
  )
}

interface RoleProps {
  readonly value: Entry['role']
  readonly first?: boolean
  readonly onChange: (role: Entry['role']) => void
}

const Role = ({ value, first, onChange }: RoleProps) => (
  <label className="field">
    <span className="label">{words.role}</span>
    <select
      // biome-ignore lint/a11y/noAutofocus: where it comes in the place of the button that was pressed
      autoFocus={first}
      value={value}
      onChange={event => onChange(event.target.value as Entry['role'])}
    >
      {ROLES.map(role => (
        <option key={role} value={role}>
          {words.roles[role]}
        </option>
      ))}
    </select>
  </label>
)

function Add() {
  const add = useDo('account add')
  const [name, setName] = useState('')
  const [role, setRole] = useState<Entry['role']>('reader')
  const [sources, setSources] = useState<readonly string[] | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const sees = sources === null ? {} : { sources: [...sources] }
    add.mutate({ account: name.trim(), role, ...sees }, { onSuccess: () => setName('') })
  }
  return (
    <section aria-labelledby="add">
      <div className="section-head">
        <h2 id="add">{words.add}</h2>
      </div>
      <p className="note">{words.rolesAre}</p>
      <form onSubmit={submit} className="account-add">
        <div className="fields">
          <label className="field">
            <span className="label">{words.name}</span>
            <input
              required
              maxLength={100}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={name}
              aria-describedby="name-hint"
              onChange={event => setName(event.target.value)}
            />
            <span className="meta" id="name-hint">
              {words.nameHint}
            </span>
          </label>
          <Role value={role} onChange={setRole} />
        </div>
        <Outlets value={sources} onChange={setSources} />
        {add.error && <Failure error={add.error} />}
        <button type="submit" disabled={add.isPending}>
          {words.addIt}
        </button>
      </form>
      <div aria-live="polite">
        {add.data && <Invited name={add.data.name} invitation={add.data.invitation} />}
      </div>
    </section>
  )
}
