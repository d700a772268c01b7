import { type FormEvent, useState } from 'react'
import { useSearch } from 'wouter'
import { type Answered, client, queries } from '../../api.js'
import { say } from '../../messages/index.js'
import { Failure } from '../../parts/Failure.js'
import { Report } from './Report.js'
import { type Found, Subject, subjectOf } from './Subject.js'

const words = say.rights

export type Act = 'hide' | 'withdraw' | 'replace-name'
const ACTS: readonly Act[] = ['hide', 'withdraw', 'replace-name']

/** What an act would change or has changed. */
export type Outcome = Answered<'hide'> & Partial<Answered<'withdraw'>>

interface Plan {
  readonly act: Act
  readonly reason: string
  readonly by: string
  readonly everywhere: boolean
}

/** Something is chosen, what would change is looked at, and only then it is done. */
export function Restrict() {
  // another view leads here with what it shows: /rights?subject=story:KEY
  const asked = new URLSearchParams(useSearch()).get('subject')
  const [subject, setSubject] = useState<Found | undefined>(() => subjectOf(asked ?? ''))
  const [plan, setPlan] = useState<Plan>({ act: 'hide', reason: '', by: '', everywhere: false })
  const { act, reason, by, everywhere } = plan
  const [outcome, setOutcome] = useState<Outcome>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const set = (change: Partial<Plan>) => {
    setPlan({ ...plan, ...change })
    // what was shown is not what would be done any more
    setOutcome(undefined)
  }
  const run = async (confirm: boolean) => {
    setBusy(true)
    setError(undefined)
    try {
      setOutcome(await perform(subject!, plan, confirm))
      if (confirm) await queries.invalidateQueries()
    } catch (failed) {
      setError(failed)
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run(false)
  }
  const begin = () => {
    setOutcome(undefined)
    setSubject(undefined)
    setPlan({ ...plan, reason: '' })
  }
  const person = subject?.key.startsWith('person:') === true
  const fits = subject !== undefined && (act !== 'replace-name' || person)
  return (
    <section aria-labelledby="restrict" className="restrict">
      <div className="section-head">
        <h2 id="restrict">{words.restrict}</h2>
      </div>
      <p className="note">{words.restrictLead}</p>
      <Subject
        chosen={subject}
        onChoose={found => {
          setOutcome(undefined)
          setSubject(found)
        }}
      />
      {subject && (
        <form onSubmit={submit}>
          <fieldset className="choice">
            <legend>{words.act}</legend>
            {ACTS.map(one => (
              <label key={one}>
                <input
                  type="radio"
                  name="act"
                  checked={act === one}
                  onChange={() => set({ act: one })}
                />
                <span>{words.acts[one]}</span>
              </label>
            ))}
          </fieldset>
          <p className="note">{words.actsAre[act]}</p>
          {act === 'replace-name' && !person && <p className="note">{words.personOnly}</p>}
          <label className="field">
            <span className="label">{words.reason}</span>
            <input
              required
              maxLength={500}
              value={reason}
              aria-describedby="reason-hint"
              onChange={event => set({ reason: event.target.value })}
            />
            <span className="meta" id="reason-hint">
              {words.reasonHint}
            </span>
          </label>
          {act !== 'hide' && person && (
            <>
              <label className="field">
                <span className="label">{words.by}</span>
                <input
                  maxLength={100}
                  value={by}
                  placeholder={words.byNow}
                  onChange={event => set({ by: event.target.value })}
                />
              </label>
              <p>
                <label className="check">
                  <input
                    type="checkbox"
                    checked={everywhere}
                    onChange={event => set({ everywhere: event.target.checked })}
                  />{' '}
                  {words.everywhere}
                </label>
              </p>
            </>
          )}
          <button type="submit" disabled={busy || !fits || reason.trim() === ''}>
            {words.dry}
          </button>
        </form>
      )}
      <div aria-live="polite" aria-busy={busy}>
        {error !== undefined && <Failure error={error} />}
        {outcome && (
          <Report outcome={outcome}>
            {outcome.done ? (
              <button type="button" onClick={begin}>
                {words.another}
              </button>
            ) : (
              <button type="button" className="main" disabled={busy} onClick={() => run(true)}>
                {words.doIt[act]}
              </button>
            )}
          </Report>
        )}
      </div>
    </section>
  )
}

function perform({ key }: Found, plan: Plan, confirm: boolean): Promise<Outcome> {
  const { act, reason, by, everywhere } = plan
  const how = { reason, confirm }
  if (act === 'hide') return client.ask('hide', { subject: key, ...how })
  const name = { ...how, everywhere, ...(by.trim() !== '' && { by: by.trim() }) }
  if (act === 'withdraw') return client.ask('withdraw', { subject: key, ...name })
  return client.ask('replace-name', { person: key.replace('person:', ''), ...name })
}
