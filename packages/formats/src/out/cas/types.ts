/** A feature's range; "X[]" is an array of references to X. */
type Range = string

interface Type {
  readonly super: 'uima.tcas.Annotation' | 'uima.cas.TOP'
  readonly description: string
  readonly features: Readonly<Record<string, Range>>
}

const STRING = 'uima.cas.String'
const DOUBLE = 'uima.cas.Double'
const of = (name: string) => `onrecord.type.${name}`

/** The type system: what is anchored in the text is an Annotation, what is not a TOP. */
export const TYPES = {
  Story: {
    super: 'uima.cas.TOP',
    description: 'What is known of the story. offsetUnit says what begin and end count: utf-16.',
    features: {
      ...{ id: STRING, title: STRING, outlet: STRING, byline: 'uima.cas.StringArray' },
      ...{ url: STRING, published: STRING, sha256: STRING, schema: STRING, offsetUnit: STRING },
    },
  },
  Quote: {
    super: 'uima.tcas.Annotation',
    description: 'A quote, from the first to the last word of its content.',
    features: {
      ...{ id: STRING, kind: STRING, confidence: DOUBLE, speakerConfidence: DOUBLE },
      ...{ contents: `${of('Content')}[]`, cues: `${of('Cue')}[]`, sources: `${of('Source')}[]` },
      ...{ speakers: `${of('Entity')}[]`, within: of('Quote'), continues: of('Quote') },
      ...{ event: of('Entity'), place: of('Entity'), to: of('Entity'), time: of('Value') },
    },
  },
  Content: {
    super: 'uima.tcas.Annotation',
    description: 'A piece of the words attributed.',
    features: {},
  },
  Cue: {
    super: 'uima.tcas.Annotation',
    description: 'A piece of the words that attribute.',
    features: {},
  },
  Source: {
    super: 'uima.tcas.Annotation',
    description: 'A piece of the words that say whose they are.',
    features: {},
  },
  Entity: {
    super: 'uima.cas.TOP',
    description: 'Someone or something referred to.',
    features: {
      ...{ id: STRING, entityType: STRING, name: STRING, gender: STRING, genderBasis: STRING },
      ...{ mentions: `${of('Mention')}[]` },
    },
  },
  Mention: {
    super: 'uima.tcas.Annotation',
    description: 'Words that refer to an entity.',
    features: { form: STRING, entity: of('Entity') },
  },
  Value: {
    super: 'uima.tcas.Annotation',
    description: 'A date, an amount, an age. What it comes to and its parts are JSON.',
    features: {
      ...{ id: STRING, valueType: STRING, normal: STRING, stated: STRING, inferred: STRING },
      ...{ readings: STRING },
    },
  },
  Fact: {
    super: 'uima.tcas.Annotation',
    description: 'Something stated, from the first to the last word of its evidence.',
    features: {
      ...{ id: STRING, factType: STRING, confidence: DOUBLE, saidBy: of('Quote') },
      ...{ evidence: `${of('Evidence')}[]`, arguments: `${of('Argument')}[]` },
    },
  },
  Evidence: {
    super: 'uima.tcas.Annotation',
    description: 'A piece of the words that state a fact.',
    features: {},
  },
  Argument: {
    super: 'uima.cas.TOP',
    description: 'An argument of a fact: an entity, a value, or plain words.',
    features: { role: STRING, entity: of('Entity'), value: of('Value'), words: STRING },
  },
  Finding: {
    super: 'uima.cas.TOP',
    description: 'Something that does not add up.',
    features: {
      ...{ code: STRING, severity: STRING, message: STRING, places: `${of('FindingPlace')}[]` },
    },
  },
  FindingPlace: {
    super: 'uima.tcas.Annotation',
    description: 'Words that a finding is about.',
    features: {},
  },
} as const satisfies Record<string, Type>

export type TypeName = keyof typeof TYPES
export const typeName = (name: TypeName): string => of(name)

/** The section %TYPES. */
export const typeSystem = Object.fromEntries(
  Object.entries(TYPES).map(([name, type]: [string, Type]) => [
    of(name),
    {
      '%NAME': of(name),
      '%SUPER_TYPE': type.super,
      '%DESCRIPTION': type.description,
      ...Object.fromEntries(
        Object.entries(type.features).map(([feature, range]) => [
          feature,
          { '%NAME': feature, '%RANGE': range },
        ]),
      ),
    },
  ]),
)
