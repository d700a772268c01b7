import { webAddress } from '../fields.js'

/** How long an address may be. */
const LONGEST = 4096

/** An address of the web as FollowTheMoney takes it: none where it is not one, or too long. */
export function urls(url: string | undefined): string[] {
  // first as it is told: it is asked for with every tie and note
  if (url === undefined || url.length > LONGEST) return []
  const address = webAddress(url)
  return address === undefined || address.length > LONGEST ? [] : [address]
}
