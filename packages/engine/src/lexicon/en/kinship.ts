import { KINSHIP } from './people.js'

const STEPS = ['', 'step', 'half-', 'step-', 'foster-', 'great-', 'ex-', 'twin-']

/** Relatives and partners by law or love, one person each: what someone may be to someone. */
export const KIN_NOUNS: ReadonlySet<string> = new Set([
  ...Object.keys(KINSHIP),
  ...'wife husband partner girlfriend boyfriend spouse'.split(' ').map(word => `ex-${word}`),
  ...'mother father brother sister son daughter'
    .split(' ')
    .flatMap(word => [`${word}-in-law`, ...STEPS.map(step => step + word)]),
  ...'grandmother grandfather grandson granddaughter aunt uncle niece nephew'
    .split(' ')
    .map(word => `great-${word}`),
  ...'bride groom bridegroom ex-fiancé ex-fiancée mum mam mummy daddy gran granny grandma grandpa grandad granddad stepmum stepdad grandchild stepchild godson goddaughter godmother godfather sweetheart'.split(
    ' ',
  ),
])

/** Several relatives in one word, and one of them. */
export const KIN_PLURALS: Readonly<Record<string, string>> = {
  sons: 'son',
  daughters: 'daughter',
  children: 'child',
  kids: 'child',
  brothers: 'brother',
  sisters: 'sister',
  parents: 'parent',
  grandchildren: 'grandchild',
  twins: 'twin',
  siblings: 'sibling',
  wives: 'wife',
  cousins: 'cousin',
  nephews: 'nephew',
  nieces: 'niece',
  stepsons: 'stepson',
  stepdaughters: 'stepdaughter',
  grandsons: 'grandson',
  granddaughters: 'granddaughter',
}

/** Words that come with a relation and belong to it ("late wife", "elder brother" leave "wife", "brother"). */
export const KIN_MODIFIERS: ReadonlySet<string> = new Set(
  (
    'late elder older younger eldest oldest youngest little big beloved estranged first second third fourth new then ' +
    'one-time long-term longtime long-time surviving only adopted adoptive biological baby teenage infant twin dear own ' +
    'famous widowed celebrity two three four five six grown-up adult newborn married'
  ).split(' '),
)

/** Words whose "partner" is in work: no relation. */
export const WORK_PARTNERS: ReadonlySet<string> = new Set(
  'business training managing senior junior founding law writing songwriting trading dance sparring doubles strike general equity investment coalition'.split(
    ' ',
  ),
)
