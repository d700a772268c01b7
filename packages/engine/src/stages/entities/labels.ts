import type { Chain } from './chains.js'
import { join } from './chains.js'
import type { Mentioned } from './resolve.js'

const ANSWER = /^(?:A|Answer|ANSWER)\.?$/
const QUESTION = /^(?:Q|Question|QUESTION)\.?$/
const COUNSEL =
  /^(?:judge|lawyer|attorney|prosecutor|barrister|solicitor|counsel|coroner|host|presenter|interviewer)$/
const INITIALS = /^\p{Lu}{2,3}$/u

/** Labels of a transcript: “A.” is the one it is with, “JF” the one with these initials. Returns the labels that stay open. */
export function linkLabels(
  story: Mentioned,
  sources: readonly (readonly number[])[],
  chains: readonly Chain[],
  chainOf: Map<number, Chain>,
): ReadonlySet<number> {
  const { text, mentions } = story
  const open = new Set<number>()
  const people = chains.filter(chain => chain.type === 'person')
  const isCounsel = (chain: Chain) => [...chain.roles].some(role => COUNSEL.test(role))
  const guest = people.find(chain => !isCounsel(chain))
  const initials = new Map<string, Chain[]>()
  for (const chain of people) {
    const letters = chain
      .name!.words.map(word => word[0]!)
      .join('')
      .toUpperCase()
    const list = initials.get(letters)
    if (list === undefined) initials.set(letters, [chain])
    else list.push(chain)
  }
  for (const [head, ...others] of sources) {
    if (head === undefined || others.length > 0) continue
    const { start, end } = mentions[head]!
    const label = text.slice(start, end)
    if (ANSWER.test(label) && guest !== undefined) move(guest, head, 0.6)
    else if (QUESTION.test(label) || ANSWER.test(label)) unlink(head)
    else if (INITIALS.test(label) && initials.get(label)?.length === 1)
      move(initials.get(label)![0]!, head, 0.85)
  }

  return open

  function unlink(mention: number): void {
    open.add(mention)
    chainOf.get(mention)?.mentions.delete(mention)
    chainOf.delete(mention)
  }

  function move(chain: Chain, mention: number, sure: number): void {
    unlink(mention)
    join(chain, mention, sure, chainOf)
  }
}
