import { useState } from 'react'
import { say } from '../messages/index.js'

const words = say.verify

interface Props {
  readonly label: string
  /** What is copied: words, or asked for when it is. */
  readonly text: () => string | Promise<string>
}

/** Copies something, and says that it did. */
export function Copy({ label, text }: Props) {
  const [told, setTold] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(await text())
      setTold(words.copied)
    } catch {
      setTold(words.notCopied)
    }
  }
  return (
    <span>
      <button type="button" className="plain" onClick={copy}>
        {label}
      </button>{' '}
      <span role="status">{told}</span>
    </span>
  )
}
