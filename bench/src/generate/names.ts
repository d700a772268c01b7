import { capital } from './prose.js'
import { below, pick, type Rng } from './random.js'
import { drawBy, zipfWeights } from './zipf.js'

const STARTS =
  'B Br C D Dr Ev F G Gr H Hal J K L M Mar N Os P Qu R S St T Tr Ul V W Wh Al El Or Is Ad Kl Sp Th Yv'.split(
    ' ',
  )
const MIDDLES =
  'a e i o u ai ea ee oa ou an en in on al el il or ar er as es is and end ind old'.split(' ')
const FIRST_ENDS = 'na ro lin dette mus lia tek bel line nard ris ren ry la do nne'.split(' ')
const LAST_ENDS =
  'son berg ley man ford ton er s mark well by stead ke rick gate ridge quist sen ver low den ish croft thorpe wick'.split(
    ' ',
  )
const PLACE_ENDS = 'ham mouth bury stow minster haven ford wick port dale'.split(' ')

const make = (ends: readonly string[], k: number): string => {
  const end = ends[k % ends.length]!
  const middle = MIDDLES[Math.floor(k / ends.length) % MIDDLES.length]!
  const start = STARTS[Math.floor(k / ends.length / MIDDLES.length) % STARTS.length]!
  return start + middle + end
}

// steps that share no factor with how many there are: neighbours in frequency are unlike in letters
const FIRSTS = 1200
const LASTS = STARTS.length * MIDDLES.length * LAST_ENDS.length
const firstOf = (k: number) =>
  make(FIRST_ENDS, (k * 4999) % (STARTS.length * MIDDLES.length * FIRST_ENDS.length))
const lastOf = (k: number) => make(LAST_ENDS, (k * 7919) % LASTS)

const drawFirst = drawBy(zipfWeights(FIRSTS, 1, 30))
const drawLast = drawBy(zipfWeights(LASTS, 0.9, 60))
const drawPlace = drawBy(zipfWeights(3000, 1, 10))

/** An invented first name; some are many people's. Nothing of gender is in it. */
export const firstName = (rng: Rng): string => firstOf(drawFirst(rng))

/** An invented surname, some common, most rare; one in fifty is of two parts. */
export const lastName = (rng: Rng): string =>
  rng() < 0.02 ? `${lastOf(drawLast(rng))}-${lastOf(drawLast(rng))}` : lastOf(drawLast(rng))

/** A place of an invented country. */
export const placeName = (rng: Rng): string => make(PLACE_ENDS, drawPlace(rng) * 3)

/** A body's name, and whether the text puts "the" before it. */
export function bodyName(rng: Rng): { readonly name: string; readonly article: boolean } {
  const trade = pick(rng, TRADES)
  switch (below(rng, 5)) {
    case 0:
      return { name: `${lastName(rng)} & ${lastName(rng)}`, article: false }
    case 1:
      return { name: `${placeName(rng)} ${pick(rng, CLUBS)}`, article: false }
    case 2:
      return { name: `${trade} ${pick(rng, BODIES)}`, article: true }
    case 3:
      return { name: `${placeName(rng)} ${trade} ${pick(rng, BODIES)}`, article: true }
    default:
      return { name: `${lastName(rng)} ${pick(rng, FIRMS)}`, article: false }
  }
}

const TRADES =
  'Harbour Audit Grain Rail Forest Housing Teachers’ Nurses’ Fishery Water Press Coal Energy Trade Border Heritage'.split(
    ' ',
  )
const BODIES = 'Board Union Council Institute Agency Trust Federation Commission'.split(' ')
const CLUBS = 'Rovers United Athletic University Council Hospital Airport Museum'.split(' ')
const FIRMS = 'Group Holdings Bank Lines Foundation Motors Foods'.split(' ')

const PAPERS =
  'Courier Herald Post Advertiser Gazette Chronicle Mercury Observer Echo Tribune'.split(' ')

/** The name of outlet `k`: all different. */
export const outletName = (k: number): string =>
  `${make(PLACE_ENDS, Math.floor(k / PAPERS.length) * 37)} ${PAPERS[k % PAPERS.length]}`

/** The first part of an address that is nobody's. */
export const hostOf = (outlet: string): string =>
  `${outlet.toLowerCase().replace(/[^a-z]+/g, '-')}.example`

/** Words as a headline: the first in upper case. */
export const headline = (words: readonly string[]): string => capital(words.join(' '))
