import { useState } from 'react'
import { Link } from 'wouter'
import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'

const words = say.record

/** A quote as a citation and a link, and whom the register knows its speakers as. */
export function Cite({ story, quote }: { story: string; quote: string }) {
  const { data } = useAsk('quote', { story, quote })
  const [told, setTold] = useState('')
  const copy = (text: string) =>
    navigator.clipboard?.writeText(text).then(
      () => setTold(words.copied),
      () => setTold(words.notCopied),
    ) ?? setTold(words.notCopied)
  if (!data) return null
  return (
    <p className="row cite">
      {data.speakers.map(
        ({ person, name }) =>
          person && (
            <Link key={person} href={`/people/${person}`}>
              {words.person}: <bdi>{name}</bdi>
            </Link>
          ),
      )}
      <button type="button" className="plain" onClick={() => void copy(data.citation)}>
        {words.citation}
      </button>
      <button
        type="button"
        className="plain"
        onClick={() => void copy(new URL(`/${data.link}`, location.href).href)}
      >
        {words.link}
      </button>
      <span role="status" className="meta">
        {told}
      </span>
    </p>
  )
}
