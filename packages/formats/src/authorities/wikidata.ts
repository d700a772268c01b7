import { type AuthorityEntry, cut } from './entry.js'

/** Occupations (P106) by their ids, the commonest among people in the news; others are not told. */
const OCCUPATIONS: Readonly<Record<string, string>> = {
  Q82955: 'politician',
  Q33999: 'actor',
  Q10800557: 'film actor',
  Q2526255: 'film director',
  Q177220: 'singer',
  Q639669: 'musician',
  Q36834: 'composer',
  Q36180: 'writer',
  Q6625963: 'novelist',
  Q49757: 'poet',
  Q1930187: 'journalist',
  Q937857: 'footballer',
  Q628099: 'football manager',
  Q40348: 'lawyer',
  Q16533: 'judge',
  Q43845: 'businessperson',
  Q131524: 'entrepreneur',
  Q188094: 'economist',
  Q201788: 'historian',
  Q1622272: 'university teacher',
  Q901: 'scientist',
  Q39631: 'physician',
  Q193391: 'diplomat',
  Q189290: 'military officer',
  Q1028181: 'painter',
  Q1281618: 'sculptor',
  Q42973: 'architect',
  Q81096: 'engineer',
  Q4964182: 'philosopher',
  Q250867: 'catholic priest',
  Q15253558: 'activist',
}
const GENDERS: Readonly<Record<string, AuthorityEntry['gender']>> = {
  Q6581072: 'female',
  Q6581097: 'male',
  Q1052281: 'female',
  Q2449503: 'male',
  Q48270: 'other',
}
const HUMAN = 'Q5'
const LANGUAGES = ['en', 'mul', 'en-gb', 'en-us']
const ALIASES = 30

type Json = Readonly<Record<string, unknown>>

/**
 * An item of Wikidata (https://www.wikidata.org/wiki/Special:EntityData, or a line of its dumps): labels, aliases, date
 * of birth (P569), gender (P21), occupations (P106) and the description's words. What is not an item gives the reason.
 */
export function wikidataEntry(value: unknown): AuthorityEntry | string {
  const item = objectOf(value)
  const identifier = item?.id
  if (!item || typeof identifier !== 'string' || !/^Q\d+$/.test(identifier))
    return 'It is no item of Wikidata: it has no id like Q42.'
  const labels = objectOf(item.labels) ?? {}
  const name = LANGUAGES.map(language => wordsOf(labels[language])).find(Boolean)
  if (!name) return `${identifier} has no name in English.`
  const aliases = objectOf(item.aliases) ?? {}
  const others = [
    ...LANGUAGES.flatMap(language => [labels[language], ...arrayOf(aliases[language])]),
    ...Object.values(labels),
  ]
  const names = others.flatMap(one => wordsOf(one) ?? [])
  const claims = objectOf(item.claims) ?? {}
  const ids = (property: string) =>
    valuesOf(claims, property).flatMap(one => {
      const id = objectOf(one)?.id
      return typeof id === 'string' ? [id] : []
    })
  const description = wordsOf(objectOf(item.descriptions)?.en)
  const roles = [
    ...ids('P106').flatMap(id => OCCUPATIONS[id] ?? []),
    ...(description ? [description.replace(/(?<!\s)\s*\(.*$/s, '')] : []),
  ]
  const genders = new Set(ids('P21').flatMap(id => GENDERS[id] ?? []))
  return {
    scheme: 'wikidata',
    identifier,
    type: ids('P31').includes(HUMAN) ? 'person' : 'organisation',
    name: cut(name),
    aliases: [...new Set(names.map(cut))].filter(one => one !== cut(name)).slice(0, ALIASES),
    born: bornOf(claims),
    gender: genders.size === 1 ? [...genders][0]! : null,
    roles: [...new Set(roles.map(cut))],
  }
}

/** The date of birth, if there is one alone; as exact as its precision (9 a year, 10 a month, 11 a day). */
function bornOf(claims: Json): string | null {
  const dates = new Set(
    valuesOf(claims, 'P569').flatMap(one => {
      const { time, precision } = objectOf(one) ?? {}
      const date = typeof time === 'string' ? /^\+(\d{4})-(\d\d)-(\d\d)/.exec(time) : null
      if (!date || typeof precision !== 'number' || precision < 9) return []
      return [date.slice(1, precision - 7).join('-')]
    }),
  )
  return dates.size === 1 ? [...dates][0]! : null
}

/** Values of a property's statements that are not deprecated. */
function valuesOf(claims: Json, property: string): unknown[] {
  return arrayOf(claims[property]).flatMap(one => {
    const claim = objectOf(one)
    const value = objectOf(objectOf(claim?.mainsnak)?.datavalue)?.value
    return claim?.rank === 'deprecated' || value === undefined ? [] : [value]
  })
}

const objectOf = (value: unknown): Json | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Json) : undefined

const arrayOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const wordsOf = (value: unknown): string | undefined => {
  const words = objectOf(value)?.value
  return typeof words === 'string' && words.trim() ? words.trim() : undefined
}
