import fc from 'fast-check'

/** The seed of every random test: fixed, so that a run can be repeated; `SEED=7 npm test` tries another. */
export const seed = Number(process.env.SEED ?? 20260309)

/** Runs a property on `runs` random values. A failure shows the seed and the smallest value that fails. */
export function forAll<T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  holds: (value: T) => void | Promise<void>,
): Promise<void> {
  console.info(`seed ${seed}, ${runs} runs`)
  return Promise.resolve(
    fc.assert(
      fc.asyncProperty(arbitrary, async value => {
        await holds(value)
      }),
      { seed, numRuns: runs },
    ),
  )
}

/** Any text at all: ordinary letters and marks, any character of Unicode, half characters. */
export const anyText = (maxLength: number): fc.Arbitrary<string> => {
  const unit = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...'abcdeABCDE  12.,:;!?-–—…\n') },
    { weight: 3, arbitrary: fc.constantFrom(...'"\'“”‘’„«»‹›`´‟″′') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(' ', '\r\n', '\t', '\u00a0', '\u200b', '\u2028', '\ufeff'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('said', 'Lund', ' told ', 'according to', 'Mr. ', 'don’t'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'é',
        'e\u0301',
        'ß',
        'İ',
        'ﬁ',
        'Å',
        '東',
        '한',
        '≠',
        '👩‍👧',
        '🏴',
        '\u0000',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0xd800, max: 0xdfff }).map(code => String.fromCharCode(code)),
    },
  )
  return fc.array(unit, { maxLength }).map(units => units.join(''))
}
