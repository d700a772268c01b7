import { Link } from 'wouter'
import { useAsk } from '../../api.js'
import { say } from '../../messages/index.js'
import { Copy } from '../../parts/Copy.js'

const words = say.record

/** A quote as a citation and a link, and whom the register knows its speakers as. */
export function Cite({ story, quote }: { story: string; quote: string }) {
  const { data } = useAsk('quote', { story, quote })
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
      <Copy label={words.citation} text={() => data.citation} />
      <Copy label={words.link} text={() => new URL(`/${data.link}`, location.href).href} />
    </p>
  )
}
