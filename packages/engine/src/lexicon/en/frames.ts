/** Buying and selling: the slots are buyer, target, seller, price. */
export const DEALS = [
  {
    verbs:
      'bought buys buy buying acquired acquires acquire acquiring purchased purchases purchase purchasing bagged',
    agent: 'buyer',
    theme: 'target',
    behind: { from: 'seller' },
  },
  {
    verbs:
      'took taken takes take taking snapped snaps snapping bought buys gobbled gobbles swallowed swallows scooped scoops picked picks hoovered hoovers bought',
    particle: /^(?:over|up|out|control of|ownership of|charge of)$/,
    agent: 'buyer',
    theme: 'target',
    behind: { from: 'seller' },
  },
  {
    verbs:
      'sold sells sell selling offloaded offloads auctioned offloading divested disposed flogged',
    agent: 'seller',
    theme: 'target',
    behind: { to: 'buyer' },
  },
  {
    verbs: 'sold sells sell selling hived spun auctioned flogged',
    particle: /^(?:off|on)$/,
    agent: 'seller',
    theme: 'target',
    behind: { to: 'buyer' },
  },
  {
    verbs: 'passed passes knocked',
    particle: /^(?:down|into)$/,
    theme: 'target',
    behind: { to: 'buyer' },
  },
] as const

/** Nouns of buying and selling. */
export const DEAL_NOUNS = [
  {
    heads: /^(?:takeover|acquisition|purchase|buyout|buy-out)$/,
    owner: 'buyer',
    ownerWith: ['by', 'target'],
    behind: { of: 'target', by: 'buyer', from: 'seller' },
  },
  {
    heads: /^(?:sale|disposal)$/,
    owner: 'seller',
    behind: { of: 'target', to: 'buyer', by: 'seller' },
  },
] as const
