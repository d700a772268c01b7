import type { Span } from '@onrecord/engine'
import { type DraftFact, mention, over, type Paragraph, put } from './draft.js'
import { roleOn, yearsBetween } from './people.js'
import type { Speaker } from './plan.js'
import { below } from './random.js'
import { keyOf, putAgain, putBody, speakerKey, sure, type Writer } from './writer.js'

/** How often a fact is made to contradict the archive. */
const CONTRADICTIONS = 0.005

/**
 * Names a speaker: whole, with role and age where the story tells such things, the first time; briefly afterwards. Gives the
 * span of all of it: the source.
 */
export function putSpeaker(w: Writer, p: Paragraph, speaker: Speaker): Span {
  const key = speakerKey(w, speaker)
  const first = speaker.is === 'person' && !w.introduced.has(key)
  const span = first ? putFirst(w, p, speaker.k, key) : putAgain(w, p, speaker)
  w.last = speaker
  return span
}

function putFirst(w: Writer, p: Paragraph, k: number, key: number): Span {
  w.introduced.add(key)
  const { rng } = w
  const person = w.settings.population.person(k)
  const name = `${person.first} ${person.last}`
  if (!w.telling) return mention(p, key, name, 'name')
  const contradicted = rng() < CONTRADICTIONS
  const right = roleOn(person, w.day)
  // somebody of the next desk's
  const other = w.settings.population.person((k + 1) % w.settings.population.people)
  const role = contradicted ? roleOn(other, w.day) : right
  const before = role.link === undefined && rng() < 0.6
  const start = p.text.length
  // "the finance minister, Ola Berg", or "Ola Berg, 49, the finance minister"
  if (before) {
    mention(p, key, `the ${role.title}`, 'description')
    put(p, ', ')
  }
  const named = mention(p, key, name, 'name')
  let end = named.end
  if (rng() < 0.45) end = putAge(w, p, k, key, { start: named.start, end })
  let object: number | undefined
  if (!before) {
    put(p, ', ')
    if (role.link === undefined) end = mention(p, key, `the ${role.title}`, 'description').end
    else {
      put(p, `${role.title} ${role.link} `)
      end = putBody(w, p, role.body!).end
      object = speakerKey(w, { is: 'body', k: role.body! })
    }
  }
  const body = (k: number | undefined) =>
    k === undefined ? '' : ` ${w.settings.population.body(k).name}`
  addFact(p, {
    type: 'role',
    args: {
      subject: { entity: key },
      title: { text: role.title },
      ...(object === undefined ? {} : { organisation: { entity: object } }),
    },
    evidence: { start, end },
    confidence: sure(rng, 0.85),
    ...(role === right
      ? {}
      : {
          contradicts: {
            stated: `${role.title}${body(role.body)}`,
            so: `${right.title}${body(right.body)}`,
          },
        }),
  })
  return { start, end }
}

/** ", 49" behind a name; gives where it ends. */
function putAge(w: Writer, p: Paragraph, k: number, key: number, name: Span): number {
  const so = yearsBetween(w.settings.population.person(k).born, w.day)
  const wrong = w.rng() < CONTRADICTIONS
  const age = wrong ? so + (w.rng() < 0.5 ? -1 : 1) * (3 + below(w.rng, 7)) : so
  put(p, ', ')
  const span = put(p, String(age))
  const value = w.values++
  p.values.push({ key: value, type: 'age', span, value: age, stated: { number: age } })
  addFact(p, {
    type: 'age',
    args: { subject: { entity: key }, value: { value } },
    evidence: over(name, span),
    confidence: sure(w.rng, 0.9),
    ...(wrong ? { contradicts: { stated: String(age), so: String(so) } } : {}),
  })
  return span.end
}

/** "Berg’s wife, Marta Berg": a tie of one whose name the story has given. */
export function putRelative(w: Writer, p: Paragraph, k: number): void {
  const { last, relative } = w.settings.population.person(k)
  const key = speakerKey(w, { is: 'person', k })
  const wrong = w.rng() < CONTRADICTIONS
  const relation = wrong ? (relative.gender === 'female' ? 'cousin' : 'uncle') : relative.relation
  const owner = mention(p, key, last, 'name')
  put(p, `’s ${relation}, `)
  const who = keyOf(w, `r${k}`, () => ({ type: 'person', gender: relative.gender, who: `r${k}` }))
  const name = mention(p, who, relative.name, 'name', wrong ? undefined : 'kinship')
  addFact(p, {
    type: 'family',
    args: { subject: { entity: who }, object: { entity: key }, relation: { text: relation } },
    evidence: over(owner, name),
    confidence: sure(w.rng, 0.9),
    ...(wrong ? { contradicts: { stated: relation, so: relative.relation } } : {}),
  })
}

/** In the order of the evidence: what begins earlier comes first. */
function addFact(p: Paragraph, fact: DraftFact): void {
  const at = p.facts.findIndex(
    ({ evidence }) =>
      evidence.start > fact.evidence.start ||
      (evidence.start === fact.evidence.start && evidence.end > fact.evidence.end),
  )
  if (at < 0) p.facts.push(fact)
  else p.facts.splice(at, 0, fact)
}
