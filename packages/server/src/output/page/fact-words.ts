/**
 * How facts are told: whole (in the timeline), and from the side of each argument (beneath the name that it has).
 *
 * `{object}` is an argument. `[ from {seller}]` is left out where its argument is. `{subject*}` lists those of several facts
 * that are alike in all else: "founded by A and B". Place and time are added behind, where they are told and not yet said.
 * The first form whose arguments are all there is taken. An argument without a side says nothing beneath its name: that
 * one was born in a city is told of the one, not of the city.
 */
export interface Forms {
  readonly whole: readonly string[]
  readonly sides: Readonly<Record<string, readonly string[]>>
}

/** By type, in the order in which a page tells them. */
const FACT_WORDS: Readonly<Record<string, Forms>> = {
  role: {
    whole: ['{subject*}, {title}[, {organisation}][, {work}]'],
    sides: {
      subject: ['{title}[, {organisation}][, {work}]'],
      organisation: ['{title}[, {work}]: {subject*}'],
      work: ['{title}: {subject*}'],
    },
  },
  age: { whole: ['{subject} aged {value}'], sides: { subject: ['aged {value}'] } },
  family: {
    whole: ['{subject}, {relation} of {object}'],
    sides: { subject: ['{relation} of {object*}'], object: ['{relation}: {subject*}'] },
  },
  married: {
    whole: ['{subject} married {object}', '{subject} married'],
    sides: { subject: ['married {object}', 'married'], object: ['married {subject}'] },
  },
  born: { whole: ['{subject} born'], sides: { subject: ['born'] } },
  died: { whole: ['{subject} died'], sides: { subject: ['died'] } },
  'member-of': {
    whole: ['{subject*} in {object}'],
    sides: { subject: ['member of {object*}'], object: ['members: {subject*}'] },
  },
  appointed: {
    whole: ['{subject*} appointed[, {object}]'],
    sides: { subject: ['appointed[, {object*}]'], object: ['appointed: {subject*}'] },
  },
  elected: {
    whole: ['{subject*} elected[, {object}]'],
    sides: { subject: ['elected[, {object*}]'], object: ['elected: {subject*}'] },
  },
  left: {
    whole: ['{subject*} left[ {object}]'],
    sides: { subject: ['left[ {object*}]'], object: ['left by {subject*}'] },
  },
  founded: {
    whole: ['{subject*} founded {object}', '{object} founded'],
    sides: { subject: ['founded {object*}'], object: ['founded[ by {subject*}]'] },
  },
  acquired: {
    whole: [
      '{buyer} bought {target}[ from {seller*}][ for {price}]',
      '{seller*} sold {target}[ for {price}]',
    ],
    sides: {
      buyer: ['bought {target}[ from {seller*}][ for {price}]'],
      target: [
        'bought by {buyer}[ from {seller*}][ for {price}]',
        'sold[ by {seller*}][ for {price}]',
      ],
      seller: ['sold {target}[ to {buyer}][ for {price}]'],
    },
  },
  created: {
    whole: ['{subject*} {as} {object}', '{subject*} created {object}', '{object} created'],
    sides: {
      subject: ['{as} {object*}', 'created {object*}'],
      object: ['by {subject*} ({as})', 'by {subject*}'],
    },
  },
  released: {
    whole: ['{work} released[ on {platform*}]'],
    sides: { work: ['released[ on {platform*}]'], platform: ['releases {work*}'] },
  },
  won: {
    whole: ['{subject*} won[ {object}]'],
    sides: { subject: ['won[ {object*}]'], object: ['won by {subject*}'] },
  },
  held: {
    whole: ['{event}[, {place}]'],
    sides: { event: ['held[: {place}]'], place: ['held here: {event*}'] },
  },
  hosted: {
    whole: ['{subject*} hosted {event}[ as {as}]'],
    sides: { subject: ['hosted {event*}[ as {as}]'], event: ['hosted by {subject*}[ as {as}]'] },
  },
  attended: {
    whole: ['{subject*} attended {event}[ as {as}]'],
    sides: {
      subject: ['attended {event*}[ as {as}]'],
      event: ['attended by {subject*}[ as {as}]'],
    },
  },
  'took-part': {
    whole: ['{subject*} took part in {event}[ as {as}]'],
    sides: {
      subject: ['took part in {event*}[ as {as}]'],
      event: ['took part[ as {as}]: {subject*}'],
    },
  },
  charged: {
    whole: ['{subject*} charged[ with {object}]'],
    sides: { subject: ['charged[ with {object*}]'], object: ['charged: {subject*}'] },
  },
  'located-in': {
    whole: ['{subject*} in {object}'],
    sides: { subject: ['in {object*}'] },
  },
}

/** The forms of a type; undefined for one that this version does not know. */
export const formsOf = (type: string): Forms | undefined =>
  Object.hasOwn(FACT_WORDS, type) ? FACT_WORDS[type] : undefined

/** The forms from the side of an argument, or whole (`as` empty); undefined where it says nothing. */
export const sideOf = ({ whole, sides }: Forms, as: string): readonly string[] | undefined =>
  as === '' ? whole : Object.hasOwn(sides, as) ? sides[as] : undefined

/** Where a type stands on the page; one that is not known stands last. */
export const rankOf = (type: string): number => RANKS.get(type) ?? RANKS.size

const RANKS: ReadonlyMap<string, number> = new Map(
  Object.keys(FACT_WORDS).map((type, rank) => [type, rank]),
)
