import { type Ground, itemBy } from './ground.js'

const ATTAINS =
  /^(?:beats?|beating|came|outlasted|fought|battled|held|hung|stunned|saw|upset|crushed|outpointed|dethroned|pipped|overpowered|scored|finished|rode|raced|stormed|returned|survived|dominated|outclassed|hammered|cruised|defeated|overcame|edged|outsprinted|rallied|recovered|went|thrashed|became|becomes|outbid|outbids|knocked|stopped|ousted|downed|eliminated|routed|outscored|topped)$/
const REACH = 14

/** "beat Marsh to win the Cup", "outbid Brell to buy Beacon": item index of the verb that makes the infinitive at `at` real. */
export function verbAttaining(ground: Ground, at: number): number | undefined {
  if (itemBy(ground, at, -1)?.lower !== 'to') return undefined
  for (let k = 2; k <= REACH; k++) {
    const item = itemBy(ground, at, -k)
    if (item === undefined || (item.kind === 'sign' && item.lower !== ',')) return undefined
    if (ATTAINS.test(item.lower)) return at - k
  }
  return undefined
}
