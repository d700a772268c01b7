import {
  bratName,
  CONFIDENCES,
  ENTITY_TYPES,
  EVENT_TYPES,
  QUOTE_TYPES,
  VALUE_TYPES,
} from './types.js'

/** Every name that an argument of a fact has. */
const ARGUMENTS = [
  ...['subject', 'object', 'relation', 'title', 'organisation', 'work', 'buyer', 'target'],
  ...['seller', 'price', 'as', 'event', 'place', 'time', 'platform', 'value'],
].map(bratName)

const things = [...ENTITY_TYPES, ...VALUE_TYPES].join('|')

/** What may be annotated, for brat's own checks and menus. */
export const annotationConf = `# Written by onrecord.
[entities]
!Quote
${QUOTE_TYPES.map(type => `\t${type}`).join('\n')}
!Entity
${ENTITY_TYPES.map(type => `\t${type}`).join('\n')}
!Value
${VALUE_TYPES.map(type => `\t${type}`).join('\n')}
Finding

[relations]
Cue_of\tArg1:Cue, Arg2:Content
Source_of\tArg1:Source, Arg2:Content
Within\tArg1:Content, Arg2:Content
Continues\tArg1:Content, Arg2:Content
${ENTITY_TYPES.map(type => `Equiv\tArg1:${type}, Arg2:${type}, <REL-TYPE>:symmetric-transitive`).join('\n')}
<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>

[events]
${EVENT_TYPES.map(type => `${type}\t${ARGUMENTS.map(argument => `${argument}?:${things}`).join(', ')}`).join('\n')}

[attributes]
Kind\tArg:Content, Value:direct|indirect|mixed
Confidence\tArg:Content|<EVENT>, Value:${CONFIDENCES.join('|')}
Form\tArg:${ENTITY_TYPES.join('|')}, Value:name|description|pronoun
Claim\tArg:<EVENT>
`

const COLOURS: Readonly<Record<string, string>> = {
  Content: '#fff2b3',
  Cue: '#ffd6a5',
  Source: '#bde0fe',
  Finding: '#ffb3b3',
}

/** How it is drawn. */
export const visualConf = `# Written by onrecord.
[labels]
${[...QUOTE_TYPES, ...ENTITY_TYPES, ...VALUE_TYPES, 'Finding'].map(type => `${type} | ${type}`).join('\n')}
${EVENT_TYPES.map(type => `${type} | ${type.replace('Fact_', '').replaceAll('_', ' ')}`).join('\n')}
Cue_of | cue
Source_of | source
Within | within
Continues | continues

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:#e0e0e0, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
${Object.entries(COLOURS)
  .map(([type, colour]) => `${type}\tbgColor:${colour}`)
  .join('\n')}
`
