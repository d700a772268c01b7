import { Link } from 'wouter'
import { to } from '../../address.js'
import { say } from '../../messages/index.js'
import { Words } from '../../parts/Words.js'
import { marksOf } from './marks.js'
import type { Descent, Group, Variant } from './OneGroup.js'
import { Where } from './Where.js'

const words = say.provenance
const { alarms: alarmWords } = say.verify

/** The wordings as a tree: each below the one that it seems to come from. */
export function Variants({ group }: { group: Group }) {
  return (
    <ol className="variants" aria-label={words.tree}>
      <Below group={group} of={undefined} />
    </ol>
  )
}

function Below({ group, of }: { group: Group; of: string | undefined }) {
  const { variants, descents } = group
  return variants.map(variant => {
    const descent = descents.find(one => one.to === variant.id)
    if (descent?.from !== of) return null
    const has = descents.some(({ from }) => from === variant.id)
    return (
      <li key={variant.id}>
        <OneVariant variant={variant} descent={descent} />
        {has && (
          <ol>
            <Below group={group} of={variant.id} />
          </ol>
        )}
      </li>
    )
  })
}

function OneVariant({
  variant: { id, words: said, count, speakers, occurrences },
  descent,
}: {
  variant: Variant
  descent: Descent | undefined
}) {
  const who = speakers.map(({ name }) => name).join(', ')
  return (
    <article className="variant">
      <h3 className="kicker">
        {words.variant(id)} · <bdi>{who || words.nobody}</bdi>
      </h3>
      {said === null ? (
        <p className="note">{words.keptBack}</p>
      ) : (
        <p className="printed" dir="auto">
          <Words text={said} marked={descent ? marksOf(said, descent) : []} />
        </p>
      )}
      {descent && <Changes descent={descent} />}
      <ul className="meta places">
        {occurrences.map(place => (
          <li key={`${place.story} ${place.quote}`}>
            <Where place={place} />
            {place.in === 'story' && `, ${words.own}`}
            {place.in === 'turn' && `, ${words.turn}`}
            {place.copyOf !== null && (
              <>
                , {words.copyOf}
                <Link href={`/${place.copyOf}`}>{words.earlier}</Link>
              </>
            )}
          </li>
        ))}
        {count > occurrences.length && <li>{words.andMore(count - occurrences.length)}</li>}
        {said !== null && (
          <li>
            <Link href={to('/verify', { q: said })}>{words.verify}</Link>
          </li>
        )}
      </ul>
    </article>
  )
}

/** What became of the earlier wording, what of that may turn the sense, and how that is known. */
function Changes({ descent: { from, basis, order, score, edits, alarms } }: { descent: Descent }) {
  const same = (one: Turned, other: Turned) => one.from === other.from && one.to === other.to
  const alone = alarms.filter(
    (alarm, k) =>
      !edits.some(edit => same(edit, alarm)) && alarms.findIndex(one => same(one, alarm)) === k,
  )
  return (
    <>
      <ul className="changes">
        {[...edits, ...alone].map(edit => {
          const loud = alarms.filter(alarm => same(alarm, edit)).map(({ kind }) => alarmWords[kind])
          return (
            <li key={`${edit.kind} ${edit.from} ${edit.to}`}>
              {loud.length > 0 && <strong className="shout">{loud.join(' · ')}: </strong>}
              <Change of={edit} />
            </li>
          )
        })}
      </ul>
      <p className="meta">
        {words.inferred}
        {words.basis[basis](from)}, {words.order[order]},{' '}
        {words.same(`${Math.round(100 * score)} %`)}
      </p>
    </>
  )
}

interface Turned {
  readonly kind: string
  readonly from: string | null
  readonly to: string | null
}

function Change({ of: { kind, from, to } }: { of: Turned }) {
  if (from === null || to === null) return words.keptBack
  if (kind === 'moved')
    return (
      <>
        {words.moved}
        <q dir="auto">{to || from}</q>
      </>
    )
  if (from && to) return <bdi>{words.changed(from, to)}</bdi>
  return from ? (
    <>
      {words.dropped}
      <del dir="auto">{from}</del>
    </>
  ) : (
    <>
      {words.added}
      <ins dir="auto">{to}</ins>
    </>
  )
}
