import type { QuoteModel } from './models/runtime.js'
import { type RecordQuote, type RecordSetting, SCHEMA, type StoryRecord } from './record.js'
import { withText } from './span.js'
import type { Argument, Setting } from './stages/facts/types.js'
import type { Story } from './story.js'

/** The last step: a story's layers as plain JSON, with ids. `q1` is the first quote, `e1` the first entity. */
export function toRecord(
  story: Story<'quotes'> &
    Partial<
      Story<'mentions' | 'entities' | 'speakers' | 'values' | 'facts' | 'settings' | 'findings'>
    >,
  about: { version: string; models: readonly QuoteModel[]; language: string; sha256: string },
): StoryRecord {
  const { text, meta } = story
  const { id, title, outlet, byline, url, published } = meta
  const { mentions = [], entities = [], speakers = [] } = story
  const { values = [], facts = [], settings = [] } = story
  const quotes = story.quotes.map((quote, k): RecordQuote => {
    const speaker = speakers[k]
    const setting = settingOf(settings[k])
    return {
      id: `q${k + 1}`,
      kind: quote.kind,
      content: quote.content.map(piece => withText(text, piece)),
      cue: quote.cue.map(piece => withText(text, piece)),
      source: quote.source.map(piece => withText(text, piece)),
      speakers: (speaker?.entities ?? []).map(entity => `e${entity + 1}`),
      ...(speaker?.entities.length ? { speakerConfidence: round(speaker.confidence) } : {}),
      ...(setting === undefined ? {} : { setting }),
      confidence: round(quote.confidence),
      ...(quote.within === undefined ? {} : { within: `q${quote.within + 1}` }),
      ...(quote.continues === undefined ? {} : { continues: `q${quote.continues + 1}` }),
    }
  })
  return {
    schema: SCHEMA,
    story: {
      id,
      text,
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(byline === undefined ? {} : { byline }),
      ...(url === undefined ? {} : { url }),
      ...(published === undefined ? {} : { published }),
      language: about.language,
      sha256: about.sha256,
    },
    reader: {
      version: about.version,
      models: about.models.map(({ name, version }) => ({ name, version })),
    },
    quotes,
    entities: entities.map((entity, k) => ({
      id: `e${k + 1}`,
      type: entity.type,
      name: entity.name,
      mentions: entity.mentions.map(m => ({
        ...withText(text, mentions[m]!),
        form: mentions[m]!.form,
      })),
      ...(entity.gender === undefined ? {} : { gender: entity.gender }),
    })),
    values: values.map(({ start, end, ...value }, k) => ({
      id: `v${k + 1}`,
      ...value,
      span: { start, end },
    })),
    facts: facts.map(({ type, args, evidence, saidBy, confidence }, k) => ({
      id: `f${k + 1}`,
      type,
      args: Object.fromEntries(
        Object.entries(args).map(([name, argument]) => [name, idOf(argument)]),
      ),
      evidence: evidence.map(span => withText(text, span)),
      ...(saidBy === undefined ? {} : { saidBy: `q${saidBy + 1}` }),
      confidence: round(confidence),
    })),
    findings: story.findings ?? [],
  }
}

const idOf = (argument: Argument): string =>
  'entity' in argument
    ? `e${argument.entity + 1}`
    : 'value' in argument
      ? `v${argument.value + 1}`
      : argument.text

/** Undefined where nothing is known of it. */
function settingOf({ event, place, time, to }: Setting = {}): RecordSetting | undefined {
  const setting = {
    ...(event === undefined ? {} : { event: `e${event + 1}` }),
    ...(place === undefined ? {} : { place: `e${place + 1}` }),
    ...(time === undefined ? {} : { time: `v${time + 1}` }),
    ...(to === undefined ? {} : { to: `e${to + 1}` }),
  }
  return Object.keys(setting).length > 0 ? setting : undefined
}

const round = (p: number) => Math.round(p * 1000) / 1000
