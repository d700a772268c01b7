/** Lower-case words within a person's name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de del della der den des di da das do dos du la le van von vom zu zur ten ter te bin ibn binti al el ul ur e y'.split(
    ' ',
  ),
)

/** After a name, with or without a comma. */
export const SUFFIXES: ReadonlySet<string> = new Set('jr sr jnr snr ii iii iv'.split(' '))
