import { useState } from 'react'
import { say } from '../../messages/index.js'

/** Something secret that is shown this once, to be copied. */
export function Once({ title, secret, hint }: { title: string; secret: string; hint?: string }) {
  const [copied, setCopied] = useState(false)
  return (
    <section className="once" aria-label={title}>
      <h3>{title}</h3>
      {hint && <p className="note">{hint}</p>}
      <p className="row">
        <code>{secret}</code>
        <button
          type="button"
          onClick={() => navigator.clipboard?.writeText(secret).then(() => setCopied(true))}
        >
          {say.account.copy}
        </button>
        <span role="status" className="note">
          {copied && say.account.copied}
        </span>
      </p>
    </section>
  )
}
