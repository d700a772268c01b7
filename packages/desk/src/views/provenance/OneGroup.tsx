import type { Answered } from '../../api.js'
import { say } from '../../messages/index.js'
import { Timeline } from './Timeline.js'
import { Variants } from './Variants.js'
import { Where } from './Where.js'

const words = say.provenance

export type Group = Answered<'provenance'>['groups'][number]
export type Variant = Group['variants'][number]
export type Descent = Group['descents'][number]

/** Wordings that go back to one: where it was first, when each was printed, and which comes from which. */
export function OneGroup({ group }: { group: Group }) {
  const { count, first, variants } = group
  const id = `group-${first.story.replace('/', '-')}`
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{words.group(count, variants.length)}</h2>
        <span className="note">
          {words.first}
          <Where place={first} />
        </span>
      </div>
      <Timeline group={group} />
      <Variants group={group} />
    </section>
  )
}
