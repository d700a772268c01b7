import { KIN_NOUNS } from '../../../lexicon/en/kinship.js'
import { ROLE_NOUNS } from '../../../lexicon/en/roles.js'

/** Endings of trades that are words put together, or made for it: "stationmaster", "shoemaker", "gallerist". */
const TRADE =
  /(?:ologist|ographer|master|mistress|[^e]maker|keeper|wright|smith|monger|ringer|player|worker|driver|owner|grower|dealer|setter|layer|writer|singer|tender|hander|[^lns]ist|[lns]list|[aeiou]list|nist|sman|swoman|ceman|cewoman)$/
const ENDS = new Set('ist her ter ess ker per ght ith ger yer ver ner wer ler der man'.split(' '))
const NO_TRADES = new Set(
  'exist consist resist insist assist persist checklist shortlist playlist blacklist wishlist tourist racist sexist fascist terrorist statesman talesman kinsman kinswoman'.split(
    ' ',
  ),
)

/** Does the word name a trade, an office, a standing? "chef-owner" and "ex-striker" do by their last part. */
export function isRoleNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower)) return true
  const hyphen = lower.lastIndexOf('-')
  if (hyphen > 0 && ROLE_NOUNS.has(lower.slice(hyphen + 1))) return !KIN_NOUNS.has(lower)
  // the last letters first: the question is asked of every word
  return lower.length > 5 && ENDS.has(lower.slice(-3)) && !NO_TRADES.has(lower) && TRADE.test(lower)
}

const NO_AGENTS = new Set(
  (
    'teenager pensioner mother father brother sister daughter killer attacker robber murderer prisoner newcomer loner ' +
    'sufferer winner loser beginner number member foreigner stranger prior donor finisher survivor ancestor successor ' +
    'predecessor partner lover other never after over under former latter older younger elder river tower summer winter ' +
    'september october november december paper letter matter order power water dinner supper offender drinker smoker ' +
    'owner-occupier grandmother grandfather stepmother stepfather stepbrother stepsister half-brother half-sister outsider ' +
    'insider villager islander prisoner northerner southerner westerner easterner londoner new-yorker neighbor passenger ' +
    'customer consumer reader viewer listener visitor director-general major minor junior senior mayor superior inferior ' +
    'admirer debtor creditor intruder gunman hitman madman woman man human roman german norman gentleman oldtimer ' +
    'fundraiser heir player character theater theatre center corner layer user'
  ).split(' '),
)

/** May an unknown word name what someone does, by its ending ("diver", "surfer")? Only before a name or beside one. */
export const isAgent = (lower: string): boolean =>
  lower.length > 4 &&
  !NO_AGENTS.has(lower) &&
  /(?:[^aeiou]er|[aeiou][^aeiou]or|[ct]or|ian|eer|man|woman)$/.test(lower)

/** "actors" → "actor", "policemen" → "policeman": the word itself where it is no plural. */
export function oneOf(lower: string): string {
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`
  if (lower.length < 4 || !lower.endsWith('s') || lower.endsWith('ss') || lower.endsWith('us'))
    return lower
  if (lower.endsWith('sses') || lower.endsWith('ches')) return lower.slice(0, -2)
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`
  return lower.slice(0, -1)
}
