import type { NormalWord } from './types.js'

/** What a word may bring to a sentence so that its loss or change is one of sense: its class, and which of it. */
export interface Sense {
  readonly kind:
    | 'negation'
    | 'quantity'
    | 'date'
    | 'modal'
    | 'quantifier'
    | 'pronoun'
    | 'condition'
    | 'hedge'
    | 'opposite'
  /** Two words of one kind and value do not differ in sense ("I", "me"). */
  readonly value: string
}

const LISTS: readonly (readonly [Sense['kind'], string])[] = [
  [
    'negation',
    'not=no never no=no none nobody nothing nowhere neither nor without hardly barely scarcely',
  ],
  ['modal', 'may might can could must shall should will would ought'],
  [
    'quantifier',
    'all some many most few every=all each any several half both more less fewer always sometimes often rarely seldom usually only',
  ],
  [
    'pronoun',
    'i me=i my=i mine=i myself=i we us=we our=we ours=we ourselves=we you your=you yours=you he him=he his=he himself=he she ' +
      'her=she hers=she herself=she they them=they their=they theirs=they themselves=they it its=it itself=it',
  ],
  ['condition', 'if unless provided providing except assuming until whether'],
  [
    'hedge',
    'almost nearly about around roughly approximately perhaps=maybe maybe possibly=maybe probably likely allegedly=alleged ' +
      'alleged reportedly apparently seems=seem seem seemed=seem appears=appear appear appeared=appear',
  ],
  [
    'date',
    'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september ' +
      'october november december today yesterday tomorrow tonight jan=january feb=february aug=august sept=september ' +
      'oct=october nov=november dec=december',
  ],
]

/** Pairs whose exchange turns a sentence round. */
const OPPOSITES =
  'increase/decrease increased/decreased rise/fall rose/fell rises/falls rising/falling up/down before/after above/below ' +
  'guilty/innocent win/lose won/lost support/oppose supported/opposed supports/opposes agree/disagree accept/reject ' +
  'accepted/rejected open/close opened/closed open/closed higher/lower better/worse best/worst good/bad always/never more/less ' +
  'more/fewer right/wrong true/false yes/no with/without for/against cheap/expensive strong/weak stronger/weaker ' +
  'legal/illegal first/last allow/ban allowed/banned hire/fire success/failure profit/loss profits/losses buy/sell ' +
  'early/late safe/dangerous raise/cut raised/cut raise/lower include/exclude included/excluded confirmed/denied'

const SENSES = new Map<string, readonly Sense[]>()
for (const [kind, list] of LISTS) {
  for (const entry of list.split(' ')) {
    const [word = '', value = word] = entry.split('=')
    SENSES.set(word, [...(SENSES.get(word) ?? []), { kind, value }])
  }
}
const OPPOSITE = new Set(
  OPPOSITES.split(' ').flatMap(pair => {
    const [a, b] = pair.split('/')
    return [`${a} ${b}`, `${b} ${a}`]
  }),
)

const NONE: readonly Sense[] = []
const NOT: Sense = { kind: 'negation', value: 'no' }
/** "’d" is left out: it is "would" or "had". */
const CLITICS: Readonly<Record<string, string>> = { ll: 'will' }
const SHORT_FORMS: Readonly<Record<string, string>> = { wo: 'will', ca: 'can', sha: 'shall' }

/** What a word brings. "won’t" is a modal and a negation; "fail" and "refuse" count by `withholds`, not here. */
export function sensesOf(word: NormalWord): readonly Sense[] {
  if (word.quantity !== undefined) return [{ kind: 'quantity', value: word.key }]
  const found = SENSES.get(word.key)
  if (found !== undefined) return found
  if (word.key === 'cannot') return [{ kind: 'modal', value: 'can' }, NOT]
  const cut = word.key.lastIndexOf("'")
  if (cut < 0) return NONE
  const [base, tail] = [word.key.slice(0, cut), word.key.slice(cut + 1)]
  if (tail === 't' && base.endsWith('n')) {
    const verb = base.slice(0, -1)
    const full = SHORT_FORMS[verb] ?? (base === 'can' ? 'can' : verb)
    return [...(SENSES.get(full) ?? NONE), NOT]
  }
  const clitic = CLITICS[tail]
  return [
    ...(SENSES.get(base) ?? NONE),
    ...(clitic === undefined ? NONE : [{ kind: 'modal', value: clitic } as const]),
  ]
}

const WITHHOLDING = /^(?:fail(?:s|ed|ing)?|refus(?:e|es|ed|ing)|declin(?:e|es|ed|ing))$/

/** "fail to", "refused to": verbs that deny what follows. */
export const withholds = (word: NormalWord, next: NormalWord | undefined): boolean =>
  next?.key === 'to' && WITHHOLDING.test(word.key)

const PREFIXES = ['un', 'in', 'im', 'il', 'ir', 'dis', 'non', 'mis']

/** One is the other with a prefix that denies it: able/unable, legal/illegal. "come"/"income" is too short to tell. */
export function denies(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length > 3 && PREFIXES.some(prefix => long === prefix + short) && long !== 'income'
}

const OPPOSED = new Set(OPPOSITES.split(/[ /]/))

export const hasOpposite = (key: string): boolean => OPPOSED.has(key)

export const areOpposite = (a: string, b: string): boolean => OPPOSITE.has(`${a} ${b}`)

/** A number that is most likely a year. */
export const isYear = ({ key, quantity }: NormalWord): boolean =>
  quantity === 'number' && /^(?:1[5-9]|20)\d\d$/.test(key)
