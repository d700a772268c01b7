import { EVENT_NOUNS } from '../../../lexicon/en/things.js'
import type { Argument } from '../types.js'
import { type Ground, itemBy, typeOf } from './ground.js'
import type { Noun } from './nouns.js'

/** The event that the noun phrase at item `at` is: an entity, or the words of one that is met once; else undefined. */
export function eventAt(ground: Ground, at: number | undefined): Argument | undefined {
  const noun = at === undefined ? undefined : ground.items[at]?.noun
  if (noun === undefined || noun.pronoun) return undefined
  const head = noun.words.at(-1)?.lower ?? ''
  // the signing of a player is no signing of books
  if (head === 'signing' && itemBy(ground, at!, 1)?.lower === 'of') return undefined
  const isEvent = EVENT_NOUNS.has(head) || MORE_EVENTS.has(head)
  if (noun.entity !== undefined) {
    const type = typeOf(ground, noun.entity)
    // a blast and a discovery are events that nobody holds
    const isHeld = isEvent || /^(?:night|evening|rehearsal)$/.test(head)
    if (type === 'event')
      return noun.name !== undefined || isHeld || noun.words.length === 0
        ? { entity: noun.entity }
        : undefined
    if (noun.name !== undefined) {
      // "the Halloran Awards", heard as a firm
      return isNamedEvent(ground, noun) && !/^(?:person|work|group)$/.test(type)
        ? { entity: noun.entity }
        : undefined
    }
    if (!isEvent || (BODIES_TOO.test(head) && type !== 'other' && !isAt(ground, at!)))
      return undefined
    // of what was taken for somebody only the words are left
    if (type === 'other' || type === 'organisation' || type === 'work')
      return { entity: noun.entity }
  }
  if (noun.name !== undefined || !isEvent) return undefined
  const { text } = ground.story
  return { text: text.slice(noun.words[0]!.start, noun.words.at(-1)!.end) }
}

/** Is the last word of the phrase one that names of events end in: "the Halloran Awards"? */
export const isNamedEvent = ({ story }: Ground, { start, end }: Noun): boolean =>
  NAMED_EVENTS.test(/[A-Z][a-z]*$/.exec(story.text.slice(start, end))?.[0] ?? '')

/** More heads of events than the names of the story are found by. */
const MORE_EVENTS = new Set(
  (
    'ribbon-cutting quarter-final quarter-finals semi-finals finals play-off playoff playoffs qualifier friendly fixture bout heat ' +
    'relay sprint handicap steeplechase hurdle pageant prom raffle quiz expo biennale coronation inauguration investiture ' +
    'baptism jubilee hackathon soiree soirée wake mass prizegiving prize-giving graduation prize-day carols proms games ' +
    'olympics fashion-show cook-off bake-off garden-party hunt-ball pre-launch swearing-in homecoming sit-in walkabout ' +
    'masterclass q&a discussion telethon matinee matinée send-off unveiling relaunch launch-party housewarming cocktails'
  ).split(' '),
)
const NAMED_EVENTS =
  /^(?:Awards?|Festival|Games|Ball|Gala|Marathon|Summit|Conference|Carnival|Regatta|Derby|Open|Fair|Show|Proms|Olympics|Championships?|Expo|Biennale|Rally|Parade|Tournament|Dinner|Handicap|Stakes|Convention|Symposium)$/
/** What a body can be called as well. */
const BODIES_TOO =
  /^(?:party|congress|service|convention|forum|assembly|session|panel|tour|show|meeting)$/

/** "at the party", "hosted a party": the words before make it an event. */
function isAt(ground: Ground, at: number): boolean {
  const before = itemBy(ground, at, -1)?.lower ?? ''
  return (
    /^(?:at|during|after|before|attended|hosted|hosts|threw|throws|host|throw|attend|attending|hosting|leaving|held)$/.test(
      before,
    ) ||
    (/^(?:to|for)$/.test(before) &&
      /^(?:c[ao]me|came|coming|went|go|going|invited|turned|guests?)$/.test(
        itemBy(ground, at, -2)?.lower ?? '',
      )) ||
    /^(?:memorial|funeral|birthday|launch|garden|fashion|carol|thanksgiving|wedding|annual|flower|dog|talent|press|tea|cocktail|victory|after|farewell|leaving|street|dinner)$/.test(
      ground.items[at]!.noun!.words.at(-2)?.lower ?? '',
    )
  )
}

const SENTENCES_BACK = 2

/** Item index of the event spoken of last before item `at`: in its sentence, or in the two before; else of one behind. */
export function eventNear(ground: Ground, at: number): number | undefined {
  const sentence = ground.items[at]!.sentence
  for (let i = at - 1; i >= 0 && ground.items[i]!.sentence >= sentence - SENTENCES_BACK; i--)
    if (ground.items[i]!.kind === 'noun' && eventAt(ground, i) !== undefined) return i
  const { to } = ground.sentences[sentence]!
  for (let i = at + 1; i < to; i++)
    if (ground.items[i]!.kind === 'noun' && eventAt(ground, i) !== undefined) return i
  return undefined
}
