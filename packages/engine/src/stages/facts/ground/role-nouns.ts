import { ROLE_NOUNS } from '../../../lexicon/en/roles.js'

/** Endings of trades that are words put together: "stationmaster", "bell-ringer", "shoemaker". */
const TRADE =
  /(?:ologist|ographer|master|mistress|maker|keeper|wright|smith|monger|ringer|player|worker|driver|owner|grower|dealer|setter|layer|writer|singer)$/

/** Does the word name a trade, an office, a standing? "chef-owner" and "ex-striker" do by their last part. */
export function isRoleNoun(lower: string): boolean {
  if (ROLE_NOUNS.has(lower)) return true
  const hyphen = lower.lastIndexOf('-')
  if (hyphen > 0 && ROLE_NOUNS.has(lower.slice(hyphen + 1))) return true
  return lower.length > 5 && TRADE.test(lower)
}
