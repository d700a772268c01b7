import { describe, expect, it } from 'vitest'
import { factsOf } from '../facts.js'

const A = '{n1 Ada Fenn}'
const J = '{n2 Jo Marsh}'
const B = '{n9:organisation Beacon}'
const T = '{n8:organisation Torvane}'
const CUP = '{n7:event Harbour Cup}'
const GALA = '{n6:event Orm Gala}'
const NIGHT = '{n5:work Night Train}'

/** What the press says of one thing in many ways: type, text, facts; where there are none the text is a non-example. */
const CASES: readonly (readonly [type: string, text: string, ...facts: string[]])[] = [
  ['won', `${A} took gold.`, 'subject=Ada Fenn object=gold'],
  ['won', `${A} took best actress at ${GALA}.`, 'subject=Ada Fenn object=best actress'],
  ['won', `${A} stormed to victory in the ${CUP}.`, 'subject=Ada Fenn object=Harbour Cup'],
  ['won', `The ${CUP} went to ${A}.`, 'subject=Ada Fenn object=Harbour Cup'],
  ['won', `They gave the ${CUP} to ${A}.`, 'subject=Ada Fenn object=Harbour Cup'],
  ['won', `${A} was crowned world champion.`, 'subject=Ada Fenn object=world champion'],
  ['won', `${A} finished first in the ${CUP}.`, 'subject=Ada Fenn object=Harbour Cup'],
  ['won', `After winning the ${CUP}, ${A} left.`, 'subject=Ada Fenn object=Harbour Cup'],
  ['won', `The ${CUP}, won by ${A} in {v:date May}, grew.`, 'subject=Ada Fenn object=Harbour Cup'],
  ['won', `${A} was named best actress.`, 'subject=Ada Fenn object=best actress'],
  [
    'won',
    `Best actor was shared by ${A} and ${J}.`,
    'subject=Ada Fenn object=Best actor',
    'subject=Jo Marsh object=Best actor',
  ],
  ['won', `${A} finished second in the ${CUP}.`],
  ['won', `The ${CUP} could go to ${A}.`],
  ['won', `${A} took ${J} to ${GALA}.`],
  ['attended', `${A} turned up at the ${GALA}.`, 'subject=Ada Fenn event=Orm Gala'],
  ['attended', `${A} was spotted at the ${GALA}.`, 'subject=Ada Fenn event=Orm Gala'],
  ['attended', `${A} was guest of honour at the ${GALA}.`, 'subject=Ada Fenn event=Orm Gala'],
  ['attended', `At ${GALA}, ${A} wept.`, 'subject=Ada Fenn event=Orm Gala'],
  ['attended', `At ${GALA}, ${A} was absent.`],
  ['attended', `${A}, travelling to ${GALA}, was late.`],
  ['attended', `${A} was not seen at the ${GALA}.`],
  ['took-part', `${A} gave a speech at the ${GALA}.`, 'subject=Ada Fenn event=Orm Gala'],
  ['took-part', `${A} will perform at the ${GALA}.`, 'subject=Ada Fenn event=Orm Gala'],
  ['took-part', `${A} hopes to perform at the ${GALA}.`],
  ['acquired', `${T} is to buy ${B}.`, 'buyer=Torvane target=Beacon'],
  ['acquired', `The purchase of ${B} by ${T} is done.`, 'buyer=Torvane target=Beacon'],
  ['acquired', `${B}, sold to ${T}, grew.`, 'buyer=Torvane target=Beacon'],
  [
    'acquired',
    `${B}, bought by ${T} in {v:date 2011}, was sold to ${A} for {v:money £18m}.`,
    'buyer=Torvane target=Beacon',
    'buyer=Ada Fenn target=Beacon price=£18m',
  ],
  ['acquired', `The planned purchase of ${B} by ${T} fell through.`],
  ['acquired', `${T} made a bid for ${B}.`],
  ['founded', `Founded by ${A}, ${B} grew.`, 'subject=Ada Fenn object=Beacon'],
  ['founded', `${B}, the brainchild of ${A}, grew.`, 'subject=Ada Fenn object=Beacon'],
  ['founded', `${A} left ${T} to found ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['founded', `${A} helped found ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['founded', `${A} hopes to found ${B}.`],
  ['appointed', `${A} succeeds ${J} as director of ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['appointed', `${B} unveiled ${A} as {p9 its} manager.`, 'subject=Ada Fenn object=Beacon'],
  ['appointed', `${B} brought in ${A} as {p9 its} manager.`, 'subject=Ada Fenn object=Beacon'],
  ['appointed', `They picked ${A} to run ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['appointed', `They picked ${A} to win ${CUP}.`],
  ['appointed', `${A} was unveiled as a fraud.`],
  ['appointed', `${A} may take over as director of ${B}.`],
  ['left', `${B} sacked ${A}.`, 'subject=Ada Fenn object=Beacon'],
  ['left', `${A} was removed as chair of ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['left', `${A} parted company with ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['left', `${J} dropped ${A} at the station.`],
  ['charged', `${A} pleaded not guilty to theft.`, 'subject=Ada Fenn object=theft'],
  [
    'charged',
    `${A} faces charges of theft and fraud.`,
    'subject=Ada Fenn object=theft',
    'subject=Ada Fenn object=fraud',
  ],
  [
    'role',
    `${A}, frontman of local firm ${B}, left.`,
    'subject=Ada Fenn title=frontman organisation=Beacon',
  ],
  [
    'role',
    `As director of ${B}, ${A} left.`,
    'subject=Ada Fenn title=director organisation=Beacon',
  ],
  ['role', `${A}, then head of ${B}, left.`, 'subject=Ada Fenn title=head organisation=Beacon'],
  ['role', `They met ${A} (chair).`, 'subject=Ada Fenn title=chair'],
  ['charged', `${A} denies murder.`, 'subject=Ada Fenn object=murder'],
  ['charged', `${A} denies rumours of a split.`],
  [
    'charged',
    `${A} appeared before magistrates in {n3:place Orm} accused of theft.`,
    'subject=Ada Fenn object=theft',
  ],
  ['charged', `${A} is accused of vanity.`],
  ['charged', `${A} denies theft and will stand trial in May.`, 'subject=Ada Fenn object=theft'],
  ['age', `They met ${A}, {v:number four} times mayor.`],
  ['took-part', `${A} completed the signing of ${J}.`],
  ['founded', `${A} set up ${B} after falling out with ${J}.`, 'subject=Ada Fenn object=Beacon'],
  ['charged', `${A} faces a charge down the wing.`],
  ['released', `${NIGHT}, out on {v:date Friday}, is long.`, 'work=Night Train time=Friday'],
  ['released', `${NIGHT} is in cinemas.`, 'work=Night Train platform=cinemas'],
  ['released', `${NIGHT} is not in cinemas.`],
  [
    'member-of',
    `${A} and ${J} are members of ${B}.`,
    'subject=Ada Fenn object=Beacon',
    'subject=Jo Marsh object=Beacon',
  ],
  ['member-of', `${A} belongs to ${B}.`, 'subject=Ada Fenn object=Beacon'],
  ['member-of', `${A} never belonged to ${B}.`],
  ['elected', `${A} was returned as mayor.`, 'subject=Ada Fenn object=mayor'],
  ['elected', `${A} returned as a ghost.`],
  ['married', `${A} exchanged vows with ${J}.`, 'subject=Ada Fenn object=Jo Marsh'],
  ['married', `${A} exchanged words with ${J}.`],
  [
    'created',
    `${NIGHT}, written and directed by ${A}, is long.`,
    'subject=Ada Fenn object=Night Train as=directed',
    'subject=Ada Fenn object=Night Train as=wrote',
  ],
]

describe('wordings of the press', () => {
  it.each(CASES)('%s: %s', (type, marked, ...facts) =>
    expect(factsOf(type, marked).sort()).toEqual([...facts].sort()),
  )
})
