import { useId } from 'react'

interface Props {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Characters of a password at least; the service says so too. */
const SHORTEST = 12

/** A password that is new. */
export function PasswordField({ label, hint, value, onChange }: Props) {
  const id = useId()
  return (
    <label className="field">
      <span className="label">{label}</span>
      <input
        required
        type="password"
        autoComplete="new-password"
        minLength={SHORTEST}
        maxLength={256}
        value={value}
        {...(hint && { 'aria-describedby': id })}
        onChange={event => onChange(event.target.value)}
      />
      {hint && (
        <span className="meta" id={id}>
          {hint}
        </span>
      )}
    </label>
  )
}
