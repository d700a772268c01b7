import type { RecordEntity, StoryRecord } from '@onrecord/engine'
import type { ReadFact } from './fact-right.js'
import type { Given } from './fact-words.js'

/** The facts of a record and the settings of its quotes, with what their arguments are called. */
export function readFacts({ entities, values, quotes, facts }: StoryRecord): ReadFact[] {
  const given = new Map<string, Given>([
    ...entities.map((entity): [string, Given] => [entity.id, { forms: formsOf(entity) }]),
    ...values.map(({ id, span }): [string, Given] => [id, { span }]),
  ])
  const speakers = new Map(
    quotes.map(quote => [
      quote.id,
      [...quote.speakers.flatMap(id => called(given.get(id))), ...quote.source.map(s => s.text)],
    ]),
  )
  const argsOf = (args: object): Record<string, Given> =>
    Object.fromEntries(
      Object.entries(args).map(([key, value]: [string, string]) => [
        key,
        given.get(value) ?? { forms: [value] },
      ]),
    )
  return [
    ...facts.map(({ type, args, saidBy }) => ({
      type,
      args: argsOf(args),
      ...(saidBy === undefined ? {} : { by: speakers.get(saidBy) ?? [] }),
    })),
    ...quotes.flatMap(({ setting, content, continues }) =>
      setting === undefined || Object.keys(setting).length === 0
        ? []
        : [{ type: 'setting', args: argsOf(setting), content, continues: continues !== undefined }],
    ),
  ]
}

const formsOf = ({ name, mentions }: RecordEntity): readonly string[] => [
  ...new Set([name, ...mentions.map(({ text }) => text)]),
]

const called = (given: Given | undefined): readonly string[] =>
  given && 'forms' in given ? given.forms : []
