import { say } from '../../messages/index.js'
import { Copy } from '../../parts/Copy.js'
import { Words } from '../../parts/Words.js'
import { type Found, foundIn } from './found.js'
import { OneMatch } from './OneMatch.js'
import { Source } from './Source.js'

const words = say.verify

/** The verdict, and what it rests on. */
export function Verdict({ found }: { found: Found }) {
  const { verdict, opposite, matches, nearest, claim, speaker } = found
  return (
    <section aria-labelledby="verdict">
      <div className={`verdict ${verdict}`}>
        <span className="verdict-shape" aria-hidden="true">
          {words.shapes[verdict]}
        </span>
        <h2 id="verdict" dir="auto">
          {headline(found)}
        </h2>
        {opposite && (
          <p className="shout" role="alert">
            {words.opposite(speaker ?? namesOf(matches[0]?.places[0]?.speakers ?? []))}
          </p>
        )}
        <p className="meta row">
          <Copy label={words.link} text={() => location.href} />
        </p>
      </div>
      {matches.map((match, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer's matches stay in their order
        <OneMatch key={k} match={match} claim={claim} />
      ))}
      {nearest.length > 0 && (
        <>
          <p className="note">{words.notFoundAdvice}</p>
          <ul className="lines">
            {nearest.map(place => (
              <li key={`${place.story} ${place.spans[0]?.start}`}>
                <p dir="auto" className="printed">
                  {place.around?.text ? (
                    <Words text={place.around.text} marked={foundIn(place)} />
                  ) : (
                    words.noWords
                  )}
                </p>
                <Source place={place} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

export function headline({ verdict, matches, speaker }: Found): string {
  const { verdicts } = words
  const [best] = matches
  if (verdict === 'exact') {
    const place = best?.places[0]
    if (!place || best.attribution === 'unknown') return verdicts.unknown
    const who = namesOf(place.speakers)
    return place.quotedBy.length > 0
      ? verdicts.hearsay(place.quotedBy.join(words.and), who)
      : verdicts.exact(who)
  }
  if (verdict === 'altered') return best?.wording === 'joined' ? verdicts.joined : verdicts.altered
  if (verdict === 'other-speaker') return verdicts[verdict](speaker ?? words.somebody)
  return verdicts[verdict]
}

const namesOf = (speakers: readonly { readonly name: string }[]) =>
  speakers.map(({ name }) => name).join(words.and) || words.somebody
