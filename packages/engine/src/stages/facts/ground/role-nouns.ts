import { KIN_NOUNS } from '../../../lexicon/en/kinship.js'
import { ROLE_NOUNS } from '../../../lexicon/en/roles.js'

/** Endings of trades that are words put together, or made for it: "stationmaster", "shoemaker", "gallerist". */
const TRADE =
  /(?:ologist|ographer|master|mistress|maker|keeper|wright|smith|monger|ringer|player|worker|driver|owner|grower|dealer|setter|layer|writer|singer|tender|hander|[^lns]ist|[lns]list|[aeiou]list|nist|sman|swoman|ceman|cewoman)$/
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
  return lower.length > 5 && !NO_TRADES.has(lower) && TRADE.test(lower)
}
