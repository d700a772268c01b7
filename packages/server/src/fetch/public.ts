import ipaddr from 'ipaddr.js'

const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Is it the address of a machine on the public internet? IPv4 in IPv6 in any form (mapped, NAT64, 6to4, Teredo) is not,
 * nor is what IANA's registries of special addresses keep for other uses, nor what is not given out yet.
 */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  const isGlobal = parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL)
  return isGlobal && parsed.range() === 'unicast'
}
