import type { Archive, ReadArrival } from '../src/index.js'
import { story } from './stories.js'

/** A short story about one person, with what it tells of them; no two have the same words. */
export interface Brief {
  readonly name: string
  readonly gender?: 'female' | 'male'
  readonly age?: number
  readonly title?: string
  readonly organisation?: string
  readonly wife?: string
  /** Others named in it. */
  readonly with?: readonly string[]
  readonly says?: string
  /** Who says of them what stands there, as a quote: then age and role are claims. */
  readonly by?: string
  readonly outlet?: string
  readonly published?: string
  readonly id: string
}

export function brief(of: Brief): ReadArrival {
  const { name, age, title, organisation, wife, id, by } = of
  const others = of.with ?? []
  const says = of.says ?? `We will look at file ${id} again`
  const role = title ? `, the ${title}${organisation ? ` of ${organisation}` : ''}` : ''
  const about = `${name}${age === undefined ? '' : `, ${age}`}${role}`
  const lead = by ? `“I know ${about}, well,” said ${by}.` : `${about}, came to the hall.`
  const text = [
    // no two stories are copies of each other
    Array.from({ length: 40 }, (_, k) => `${id}${'abcdefgh'[k % 8]}${'klmnopq'[k % 7]}`).join(' '),
    lead,
    ...(wife ? [`With them was ${wife}, the wife.`] : []),
    ...others.map(other => `${other} was there too.`),
    `“${says},” said the visitor at desk ${id}.`,
  ].join('\n\n')
  const entities: Record<string, { type?: 'organisation'; gender?: 'female' | 'male' }> = {
    [name]: of.gender ? { gender: of.gender } : {},
  }
  if (organisation) entities[organisation] = { type: 'organisation' }
  for (const other of [...(wife ? [wife] : []), ...others, ...(by ? [by] : [])])
    entities[other] = {}
  const claim = by ? { saidBy: 'q2' } : {}
  return story(
    {
      text,
      path: `${id}.txt`,
      outlet: of.outlet ?? 'Courier',
      ...(of.published === undefined ? {} : { published: of.published }),
    },
    {
      entities,
      quotes: [
        {
          content: `“${says},”`,
          cue: 'said',
          source: 'the visitor',
          speakers: [name],
        },
        ...(by
          ? [{ content: `“I know ${about}, well,”`, cue: 'said#1', source: by, speakers: [by] }]
          : []),
      ],
      ages: age === undefined ? [] : [{ text: String(age), value: age }],
      facts: [
        ...(age === undefined
          ? []
          : [
              {
                type: 'age' as const,
                args: { subject: name, value: `age ${age}` },
                evidence: `${name}, ${age}`,
                ...claim,
              },
            ]),
        ...(title
          ? [
              {
                type: 'role' as const,
                args: { subject: name, title, ...(organisation ? { organisation } : {}) },
                evidence: role.slice(2),
                ...claim,
              },
            ]
          : []),
        ...(wife
          ? [
              {
                type: 'family' as const,
                args: { subject: wife, object: name, relation: 'wife' },
                evidence: `${wife}, the wife`,
              },
            ]
          : []),
      ],
    },
  )
}

/** Empties the register: for what is asked of names alone. */
export async function forgetPeople({ db }: Archive): Promise<void> {
  await db.updateTable('entity').set({ person_id: null, join_by: null }).execute()
  await db.deleteFrom('person').execute()
}
