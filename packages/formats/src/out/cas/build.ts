import type { Span, StoryRecord } from '@onrecord/engine'
import { toJson } from '../json.js'
import { type TypeName, typeName, typeSystem } from './types.js'

/** Features by name: "@" before one that refers to another feature structure, as the form has it. */
type Features = Readonly<Record<string, string | number | undefined>>

interface Structure {
  readonly '%ID': number
  readonly '%TYPE': string
  readonly '%ELEMENTS'?: readonly (string | number)[]
  readonly [feature: string]: unknown
}

const VIEW = '_InitialView'
const SOFA = 1

/** A record as a CAS: %TYPES, %FEATURE_STRUCTURES (the text first, as is asked), %VIEWS. */
export function casOf({ schema, story, quotes, entities, values, facts, findings }: StoryRecord) {
  const structures: Structure[] = []
  const members: number[] = []
  let last = 0
  const reserve = () => ++last
  const reserveAll = (items: readonly { readonly id: string }[]) =>
    new Map(items.map(({ id }) => [id, reserve()]))
  const put = (type: string, features: Features, id = reserve()) => {
    structures.push({ '%ID': id, '%TYPE': type, ...features })
    return id
  }
  const member = (type: TypeName, features: Features, id?: number) => {
    const put_ = put(typeName(type), features, id)
    members.push(put_)
    return put_
  }
  const anchored = (type: TypeName, { start, end }: Span, features: Features = {}, id?: number) =>
    member(type, { '@sofa': SOFA, begin: start, end, ...features }, id)
  // An empty one is left out: dkpro-cassis writes it without %ELEMENTS and cannot read that again.
  const array = (type: 'FSArray' | 'StringArray', elements: readonly (string | number)[]) => {
    if (elements.length === 0) return undefined
    const id = reserve()
    structures.push({ '%ID': id, '%TYPE': `uima.cas.${type}`, '%ELEMENTS': elements })
    return id
  }
  const pieces = (type: TypeName, spans: readonly Span[]) =>
    array(
      'FSArray',
      spans.map(span => anchored(type, span)),
    )

  put('uima.cas.Sofa', {
    sofaNum: 1,
    sofaID: VIEW,
    mimeType: 'text/plain',
    sofaString: story.text,
  })
  members.push(
    put('uima.tcas.DocumentAnnotation', {
      '@sofa': SOFA,
      begin: 0,
      end: story.text.length,
      language: story.language,
    }),
  )
  const { id, title, outlet, byline, url, published, sha256 } = story
  const known = { id, title, outlet, url, published, sha256, schema, offsetUnit: 'utf-16' }
  member('Story', { ...known, '@byline': byline && array('StringArray', byline) })

  const idOf = {
    quote: reserveAll(quotes),
    entity: reserveAll(entities),
    value: reserveAll(values),
  }
  const ref = (kind: keyof typeof idOf, id: string | undefined) =>
    id === undefined ? undefined : idOf[kind].get(id)
  const refs = (kind: keyof typeof idOf, ids: readonly string[]) =>
    ids.flatMap(id => ref(kind, id) ?? [])

  for (const quote of quotes) {
    const { content, cue, source, speakers, setting = {}, within, continues } = quote
    const { id, kind, confidence, speakerConfidence } = quote
    anchored(
      'Quote',
      reachOf(content),
      {
        ...{ id, kind, confidence, speakerConfidence },
        '@contents': pieces('Content', content),
        '@cues': pieces('Cue', cue),
        '@sources': pieces('Source', source),
        '@speakers': array('FSArray', refs('entity', speakers)),
        '@within': ref('quote', within),
        '@continues': ref('quote', continues),
        '@event': ref('entity', setting.event),
        '@place': ref('entity', setting.place),
        '@to': ref('entity', setting.to),
        '@time': ref('value', setting.time),
      },
      ref('quote', id),
    )
  }
  for (const { id, type, name, gender, mentions } of entities) {
    const entity = ref('entity', id)
    const marks = mentions.map(({ form, ...span }) =>
      anchored('Mention', span, { form, '@entity': entity }),
    )
    member(
      'Entity',
      {
        ...{ id, entityType: type, name, gender: gender?.value, genderBasis: gender?.basis },
        '@mentions': array('FSArray', marks),
      },
      entity,
    )
  }
  for (const { id, type, span, value, stated, inferred, readings } of values) {
    anchored(
      'Value',
      span,
      {
        id,
        valueType: type,
        normal: toJson(value),
        stated: toJson(stated),
        inferred: inferred && toJson(inferred),
        readings: readings && toJson(readings),
      },
      ref('value', id),
    )
  }
  for (const { id, type, args, evidence, saidBy, confidence } of facts) {
    const given = Object.entries(args).map(([role, arg]) => {
      const entity = ref('entity', arg)
      const value = ref('value', arg)
      const words = entity === undefined && value === undefined ? arg : undefined
      return put(typeName('Argument'), { role, '@entity': entity, '@value': value, words })
    })
    anchored('Fact', reachOf(evidence), {
      ...{ id, factType: type, confidence, '@saidBy': ref('quote', saidBy) },
      '@evidence': pieces('Evidence', evidence),
      '@arguments': array('FSArray', given),
    })
  }
  for (const { code, severity, message, spans } of findings) {
    member('Finding', { code, severity, message, '@places': pieces('FindingPlace', spans) })
  }
  return {
    '%TYPES': typeSystem,
    '%FEATURE_STRUCTURES': structures,
    '%VIEWS': { [VIEW]: { '%SOFA': SOFA, '%MEMBERS': members } },
  }
}

/** From the first to the last offset; pieces are in order. */
const reachOf = (spans: readonly Span[]): Span => ({
  start: spans[0]?.start ?? 0,
  end: spans.at(-1)?.end ?? 0,
})
