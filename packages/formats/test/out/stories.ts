import { createHash } from 'node:crypto'
import type { StoryRecord } from '@onrecord/engine'
import fc from 'fast-check'
import type { OutFormat } from '../../src/out/out.js'

/** The seed of every random test; `SEED=7 npm test` tries another. */
export const seed = Number(process.env.SEED ?? 20260309)

/** Runs a property on `runs` random values; a failure shows the seed and the smallest value that fails. */
export const forAll = <T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  holds: (value: T) => void | Promise<void>,
): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arbitrary, async value => {
      await holds(value)
    }),
    { seed, numRuns: runs },
  )

/** Records as a stream. */
export async function* streamOf<T>(items: readonly T[]): AsyncIterable<T> {
  yield* items
}

/** The whole file as text. */
export async function fileOf(
  format: Pick<OutFormat, 'write'>,
  records: readonly StoryRecord[],
  options?: object,
): Promise<string> {
  let file = ''
  for await (const piece of format.write(streamOf(records), options)) {
    file += typeof piece === 'string' ? piece : new TextDecoder().decode(piece)
  }
  return file
}

const UNITS = [
  ...'abcXYZ 012,.;:!?',
  ...'{}[]()<>"\'`\\/%#$&_~^@=|*+-',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u0007',
  '\u001b',
  '\u007f',
  '\u0085',
  '\u00a0',
  '\u200b',
  '\u2028',
  '\ufeff',
  '\ufffd',
  '\uffff',
  'é',
  'e\u0301',
  '東',
  '😀',
  '👩\u200d👧',
  '\ud800',
  '\udc00',
  ' and ',
  '</script>',
  '<!--',
  ']]>',
  '\\u003c',
  '&amp;',
]

/** Text that breaks what is written carelessly. */
export const hostile = (maxLength = 20): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...UNITS), fc.string({ unit: 'binary', maxLength: 2 })), {
      maxLength,
    })
    .map(units => units.join(''))

/** A record whose every word is hostile, and whose spans are true (they may overlap, and never cut a pair). */
export const hostileRecord: fc.Arbitrary<StoryRecord> = fc
  .record({
    parts: fc.array(hostile(8), { minLength: 6, maxLength: 12 }),
    words: fc.array(hostile(8), { minLength: 12, maxLength: 12 }),
    known: fc.boolean(),
  })
  .map(({ parts, words, known }) => {
    const text = `x${parts.join('y')}z`
    const spans = spansOf(parts)
    const span = (i: number) => {
      const { start, end } = spans[i % spans.length]!
      return { start, end, text: text.slice(start, end) }
    }
    const types = ['person', 'organisation', 'place', 'work', 'event', 'group', 'other'] as const
    return {
      schema: 'onrecord/1',
      story: {
        id: words[0]!,
        text,
        ...(known && {
          title: words[1]!,
          outlet: words[2]!,
          byline: [words[3]!, words[4]!],
          url: words[5]!,
          published: words[6]!,
        }),
        language: 'en',
        sha256: createHash('sha256').update(text).digest('hex'),
      },
      reader: { version: '0.1.0', models: [] },
      quotes: (['direct', 'mixed', 'indirect'] as const).map((kind, i) => ({
        id: `q${i}`,
        kind,
        content: [span(i), span(i + 2)],
        cue: i === 0 ? [] : [span(i + 1)],
        source: i === 1 ? [] : [span(i + 3)],
        speakers: i === 2 ? [] : [`e${i}`, 'e5'],
        setting: { event: 'e4', place: 'e2', time: 'v0' },
        confidence: 0.9,
        ...(i > 0 && { within: 'q0', continues: 'q0' }),
      })),
      entities: types.map((type, i) => ({
        id: `e${i}`,
        type,
        name: words[i + 5]!,
        mentions: [{ ...span(i), form: 'name' as const }],
        ...(i === 0 && { gender: { value: 'female' as const, basis: 'title' as const } }),
      })),
      values: [
        { id: 'v0', type: 'date', span: span(4), value: '2026-03-15', stated: {} },
        { id: 'v1', type: 'date', span: span(5), value: { start: '2026' }, stated: {} },
      ],
      facts: [
        { id: 'f0', type: 'family', args: { subject: 'e0', object: 'e0', relation: words[7]! } },
        { id: 'f1', type: 'role', args: { subject: 'e0', title: words[8]!, organisation: 'e1' } },
        { id: 'f2', type: 'acquired', args: { buyer: 'e0', target: 'e1', time: 'v0' } },
        { id: 'f3', type: 'born', args: { subject: 'e0', time: 'v0', place: words[9]! } },
        { id: 'f4', type: 'founded', args: { subject: 'e0', object: 'e1' }, saidBy: 'q1' },
      ].map((fact, i) => ({ ...fact, evidence: [span(i)], confidence: 0.95 })) as never,
      findings: [{ code: 'odd-mark', severity: 'note', message: words[10]!, spans: [span(3)] }],
    }
  })

/** Where the parts stand in `x` + parts joined by `y` + `z`. */
function spansOf(parts: readonly string[]) {
  let at = 1
  return parts.map((part, i) => {
    const start = at
    at += part.length + 1
    // with the "y" or "z" behind it, so that no span is empty and none cuts a pair
    return { start: i % 3 === 0 ? start - 1 : start, end: start + part.length + 1 }
  })
}
