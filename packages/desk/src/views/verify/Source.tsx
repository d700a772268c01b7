import { Link } from 'wouter'
import { to } from '../../address.js'
import { client } from '../../api.js'
import { say } from '../../messages/index.js'
import { Copy } from '../../parts/Copy.js'
import { Names } from '../../parts/Names.js'
import { When } from '../../parts/When.js'
import type { Place } from './found.js'

const words = say.verify
/** Speakers less sure than this look doubtful. */
const UNSURE = 0.7

/** Where words stand and whose they are there, with a link and the citation to be copied. */
export function Source({ place }: { place: Place }) {
  const { story, quote, outlet, title, published, day, seconds, quotedBy, speakerConfidence } =
    place
  const unsure = speakerConfidence !== null && speakerConfidence < UNSURE
  return (
    <div className="source-of">
      <p className={unsure ? 'kicker doubtful' : 'kicker'}>
        {place.in === 'story' ? (
          words.ownWords
        ) : (
          <Names
            of={place.speakers.map(({ name, person }) => ({ name, key: person }))}
            nobody={place.source ? words.source(place.source) : words.nobody}
          />
        )}
      </p>
      <p className="meta hit-where">
        {quotedBy.length > 0 && <bdi>{words.quotedBy(quotedBy.join(words.and))}</bdi>}
        {unsure && <span>{words.unsure(`${Math.round(100 * speakerConfidence)} %`)}</span>}
        <Link href={`/${quote ?? story}`}>
          <bdi>{title || words.untitled}</bdi>
        </Link>
        <bdi>{outlet || words.noOutlet}</bdi>
        <span>{published ? <When at={published.slice(0, 10)} /> : words.noDate}</span>
        {day !== null && day !== published?.slice(0, 10) && (
          <span>
            {words.said}
            <When at={day} />
          </span>
        )}
        {seconds !== null && <span>{words.at(clockOf(seconds))}</span>}
        {quote !== null && (
          <>
            <Link href={to('/provenance', { q: quote })}>{words.way}</Link>
            <Copy label={words.cite} text={() => citationOf(quote)} />
          </>
        )}
      </p>
    </div>
  )
}

/** As the service cites the quote that a link leads to. */
async function citationOf(link: string): Promise<string> {
  const [, story = '', , quote] = link.split('/')
  return (await client.ask('quote', { story, quote })).citation
}

/** "1:02:03" */
function clockOf(seconds: number): string {
  const whole = Math.floor(seconds)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`
}
