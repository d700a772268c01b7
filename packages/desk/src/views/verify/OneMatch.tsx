import { say } from '../../messages/index.js'
import { Words } from '../../parts/Words.js'
import { type Match, markedClaim, markedPlace } from './found.js'
import { Source } from './Source.js'

const words = say.verify

/** Words of the archive beside those of the claim, how they differ, and where they stand. */
export function OneMatch({ match, claim }: { match: Match; claim: string }) {
  const { wording, score, opposite, places, again, more } = match
  return (
    <section className="match">
      <div className="section-head">
        <h3>{words.wordings[wording]}</h3>
        {wording !== 'exact' && (
          <span className="note">{words.same(`${Math.round(100 * score)} %`)}</span>
        )}
      </div>
      {opposite && <p className="shout">{words.saysOpposite}</p>}
      <Alarms match={match} />
      <div className="sides">
        <div>
          <h4 className="label">{words.claimed}</h4>
          <p dir="auto" className="printed">
            <Words text={claim} marked={markedClaim(match)} />
          </p>
        </div>
        <div>
          <h4 className="label">{words.printed}</h4>
          {places.map(place => (
            <div key={`${place.story} ${place.spans[0]?.start}`}>
              <p dir="auto" className="printed of-quote">
                {place.around?.text ? (
                  <Words text={place.around.text} marked={markedPlace(match, place)} />
                ) : (
                  words.noWords
                )}
              </p>
              <Source place={place} />
            </div>
          ))}
        </div>
      </div>
      <Else match={match} />
      {again.length > 0 && (
        <details className="again">
          <summary className="note">{words.again(again.length, more)}</summary>
          <ul className="lines">
            {again.map(place => (
              <li key={`${place.story} ${place.spans[0]?.start}`}>
                <Source place={place} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

/** What may turn the sense, loudly. */
function Alarms({ match: { alarms } }: { match: Match }) {
  if (alarms.length === 0) return null
  return (
    <ul className="alarms">
      {alarms.map(({ kind, how, claim, text }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an answer's alarms stay in their order
        <li key={k}>
          <strong className="shout">
            {words.alarms[kind]} {words.hows[how]}
          </strong>{' '}
          <span dir="auto">
            {claim && text
              ? words.became(text.text ?? words.keptBack, claim.text)
              : words.quoted(claim?.text ?? text?.text ?? words.keptBack)}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What ellipses and brackets stand for, and what differs without being other words. */
function Else({ match: { omitted, inserted, differences } }: { match: Match }) {
  return (
    <>
      {omitted.map(
        ({ text }) =>
          text && (
            <p className="note" key={text.start}>
              {words.ellipsis}
              <bdi>{words.quoted(text.text ?? words.keptBack)}</bdi>
            </p>
          ),
      )}
      {inserted.map(
        ({ claim, text }) =>
          claim &&
          text && (
            <p className="note" key={claim.start}>
              <bdi>{words.bracket(claim.text)}</bdi>
              <bdi>{words.quoted(text.text ?? words.keptBack)}</bdi>
            </p>
          ),
      )}
      {differences.length > 0 && (
        <p className="note">
          {words.onlyDiffers}
          {differences.map(one => words.differences[one]).join(', ')}.
        </p>
      )}
    </>
  )
}
