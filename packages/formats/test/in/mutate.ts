import fc from 'fast-check'

/** Files that are changed and read for each kind: 400, or as many as RUNS says (RUNS=20000 SEED=7 npx vitest run …). */
export const RUNS = Number(process.env.RUNS ?? 400)

/** What is put into files: parts of all of these formats, and bytes of none. */
const TOKENS = [
  '<',
  '>',
  '&',
  ';',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x ?>',
  '<!DOCTYPE a [',
  '</item>',
  '<item>',
  '<p>',
  '</p>',
  '<br/>',
  '&amp;',
  '&#0;',
  '&#xD800;',
  '&nbsp;',
  'xmlns:a="b"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\\u',
  '\\',
  '\\ud800',
  'null',
  '"text":',
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  '-->',
  '00:00:01,000 --> 00:00:02,000\n',
  '<v A>',
  '</v>',
  '- ',
  '>> ',
  'A B: ',
  '\0',
  '\u0001',
  '\u00a0',
  '\u2028',
  '\ufffd',
  '“',
  '👩‍👧',
  'x'.repeat(300),
]

/** A change of a file: so many bytes cut out at a place, and others put there. */
export interface Change {
  readonly at: number
  readonly cut: number
  readonly put: Uint8Array
}

export const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(20_000),
  cut: fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(4) },
    fc.nat(400),
  ),
  put: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...TOKENS).map(token => Buffer.from(token)) },
    { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 3 }) },
  ),
})

export const mutate = (source: string | Uint8Array, changes: readonly Change[]): Uint8Array =>
  changes.reduce<Uint8Array>((bytes, { at, cut, put }) => {
    const from = at % (bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)])
  }, Buffer.from(source))
