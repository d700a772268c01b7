const ONSETS =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl sp st t th tr v w'.split(
    ' ',
  )
const NUCLEI = 'a e i o u ai ea ee oa ou'.split(' ')
const CODAS = ' n r l s t nd st ck m d ng nt rd sh p ll ss x rt'.split(' ')

const SYLLABLES = ONSETS.length * NUCLEI.length
const ONE = SYLLABLES * (CODAS.length - 1)
const TWO = SYLLABLES * SYLLABLES * CODAS.length
const THREE = SYLLABLES * TWO

/** How many words can be coined. */
export const COINABLE = ONE + TWO + THREE

const syllable = (k: number) => ONSETS[Math.floor(k / NUCLEI.length)]! + NUCLEI[k % NUCLEI.length]!

/**
 * An invented word that could be English, a different one for every whole number from 0 to below COINABLE; short ones
 * first ("brand", "slour"), neighbours unlike each other. Consonants and vowels take turns, so no two numbers give the
 * same letters; that one of them is a real word cannot be ruled out.
 */
export function coin(n: number): string {
  if (n < ONE) {
    // a step that shares no factor with the size visits every word once
    const k = (n * 4001) % ONE
    return syllable(Math.floor(k / (CODAS.length - 1))) + CODAS[1 + (k % (CODAS.length - 1))]!
  }
  const long = n >= ONE + TWO
  let k = long ? ((n - ONE - TWO) * 1_000_003) % THREE : ((n - ONE) * 1_000_003) % TWO
  let word = CODAS[k % CODAS.length]!
  k = Math.floor(k / CODAS.length)
  for (let left = long ? 3 : 2; left > 0; left--) {
    word = syllable(k % SYLLABLES) + word
    k = Math.floor(k / SYLLABLES)
  }
  return word
}
