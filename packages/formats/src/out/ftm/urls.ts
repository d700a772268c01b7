import { webAddress } from '../fields.js'

/** An address of the web as FollowTheMoney takes it: none where it is not one, or too long. */
export function urls(url: string | undefined): string[] {
  const address = webAddress(url)
  return address === undefined || address.length > 4096 ? [] : [address]
}
