import { type RecordFact, SCHEMA, type StoryRecord, type TextSpan } from '@onrecord/engine'
import fc from 'fast-check'
import { anyText } from '../../../engine/test/seed.js'

export { forAll } from '../../../engine/test/seed.js'

/** Pieces that break forms: line ends of every kind, separators, formulas, markup, halves of characters. */
const nasty = fc.constantFrom(
  ...['\n', '\r\n', '\r', '\t', '\u000b', '\u000c', '\u001c', '\u001e', '\u0085', '\u2028', '\0'],
  ...['\u00a0', '\u200b', '\ufeff', '\u{1f600}', '\u{10ffff}', '\ud800', '\udc00', '\x1b[2J'],
  ...['|', '=', '-', '(', ')', '_', '\\', '\\n', ',', '"', "'", "'=1+1", '@', '#', ';', ':', '%'],
)

export const hostileText = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof({ weight: 2, arbitrary: anyText(6) }, { weight: 1, arbitrary: nasty }), {
      maxLength,
    })
    .map(parts => parts.join(''))

/** A record whose text and spans are anything that the schema allows, ids as the engine gives them. */
export const hostileRecord: fc.Arbitrary<StoryRecord> = hostileText(30).chain(text => {
  const spans = spansIn(text)
  const plain = hostileText(4)
  return fc
    .record({
      id: fc.oneof(fc.constant('a'), hostileText(3)),
      title: plain,
      outlet: plain,
      quotes: fc.array(fc.record({ content: spans, cue: spans, source: spans }), { maxLength: 5 }),
      entities: fc.array(fc.record({ name: plain, mentions: spans }), { maxLength: 5 }),
      values: fc.array(fc.record({ value: fc.oneof(plain, fc.double({ noNaN: true })), spans })),
      facts: fc.array(fc.record({ evidence: spans, title: plain }), { maxLength: 3 }),
      findings: fc.array(fc.record({ message: plain, spans }), { maxLength: 3 }),
    })
    .map(({ id, title, outlet, quotes, entities, values, facts, findings }) => ({
      schema: SCHEMA,
      story: { id, text, title, outlet, language: 'en', sha256: '0'.repeat(64) },
      reader: { version: '0', models: [] },
      quotes: quotes
        .filter(({ content }) => content.length > 0)
        .map((quote, i) => ({
          id: `q${i + 1}`,
          kind: 'direct' as const,
          ...quote,
          speakers: entities.length > i ? [`e${i + 1}`] : [],
          confidence: 0.5,
          ...(i > 0 && { within: `q${i}` }),
        })),
      entities: entities
        .filter(({ mentions }) => mentions.length > 0)
        .map(({ name, mentions }, i) => ({
          id: `e${i + 1}`,
          type: 'person' as const,
          name,
          mentions: mentions.map(mention => ({ ...mention, form: 'name' as const })),
        })),
      values: values.flatMap(({ value, spans: [span] }, i) =>
        span
          ? [
              {
                id: `v${i + 1}`,
                type: 'number' as const,
                value,
                span: { start: span.start, end: span.end },
                stated: {},
              },
            ]
          : [],
      ),
      facts: facts
        .filter(({ evidence }) => evidence.length > 0)
        .map(
          ({ evidence, title }, i): RecordFact => ({
            id: `f${i + 1}`,
            type: 'role',
            args: { subject: 'e1', title },
            evidence,
            confidence: 0.5,
          }),
        ),
      findings: findings.map(({ message, spans }) => ({
        code: 'some-code',
        severity: 'note' as const,
        message,
        spans,
      })),
    }))
})

/** Up to three spans in order, none empty, none over another. */
function spansIn(text: string): fc.Arbitrary<readonly TextSpan[]> {
  if (text === '') return fc.constant([])
  return fc
    .uniqueArray(fc.nat(text.length), { maxLength: 6 })
    .map(offsets => offsets.sort((a, b) => a - b))
    .map(offsets =>
      offsets.flatMap((start, i) => {
        const end = offsets[i + 1]
        return i % 2 === 0 && end !== undefined
          ? [{ start, end, text: text.slice(start, end) }]
          : []
      }),
    )
}
