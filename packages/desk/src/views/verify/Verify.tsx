import './verify.css'
import { type FormEvent, useState } from 'react'
import { type Address, useAddress } from '../../address.js'
import { useAsk } from '../../api.js'
import { useKeys } from '../../keys.js'
import { say } from '../../messages/index.js'
import { Answer } from '../../parts/Answer.js'
import { Page } from '../../parts/Page.js'
import { headline, Verdict } from './Verdict.js'

const words = say.verify

/** Did they ever say that? The words and the speaker stand in the address, so that an answer can be sent. */
export default function Verify() {
  const { one, set } = useAddress()
  const [q, speaker] = [one('q'), one('speaker')]
  const answer = useAsk(
    'verify',
    { words: q ?? '', ...(speaker !== undefined && { speaker }) },
    { enabled: q !== undefined },
  )
  return (
    <Page title={words.title} wide>
      <p className="lead verify-lead">{words.lead}</p>
      <Form key={`${q}\n${speaker}`} q={q ?? ''} speaker={speaker ?? ''} set={set} />
      <p className="only-heard" role="status">
        {answer.data && headline(answer.data)}
      </p>
      {q !== undefined && (
        <div aria-busy={answer.isFetching}>
          <Answer of={answer}>{found => <Verdict found={found} />}</Answer>
        </div>
      )}
    </Page>
  )
}

interface Props {
  readonly q: string
  readonly speaker: string
  readonly set: Address['set']
}

function Form({ q, speaker, set }: Props) {
  const [claim, setClaim] = useState({ q, speaker })
  const submit = () => set({ q: claim.q.trim(), speaker: claim.speaker.trim() })
  useKeys(words.title, [
    { key: '/', does: words.words, run: () => document.getElementById('claim')?.focus() },
  ])
  return (
    <form
      className="claim-form"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        submit()
      }}
    >
      <label className="field" htmlFor="claim">
        <span className="label">{words.words}</span>
        <textarea
          id="claim"
          rows={3}
          value={claim.q}
          placeholder={words.placeholder}
          dir="auto"
          onChange={event => setClaim({ ...claim, q: event.target.value })}
          onKeyDown={event => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
        />
      </label>
      <div className="claim-line">
        <label className="field">
          <span className="label">{words.speaker}</span>
          <input
            value={claim.speaker}
            placeholder={words.speakerExample}
            dir="auto"
            onChange={event => setClaim({ ...claim, speaker: event.target.value })}
          />
        </label>
        <button type="submit" className="main" disabled={claim.q.trim() === ''}>
          {words.go}
        </button>
      </div>
    </form>
  )
}
