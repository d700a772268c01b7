import type { Candidate } from './candidates.js'
import { CONVENTIONS, type Group, groupOf, type Kind } from './kinds.js'

/** The marks that wait for their partner, outermost first. Every question is answered in constant time. */
export class Openings {
  private readonly stack: Candidate[] = []
  private readonly byKind = new Map<Kind, number[]>()

  push(mark: Candidate): void {
    const indices = this.byKind.get(mark.kind)
    if (indices === undefined) this.byKind.set(mark.kind, [this.stack.length])
    else indices.push(this.stack.length)
    this.stack.push(mark)
  }

  /** Takes away the mark at `index` and all within it, and returns these, outermost first. */
  cut(index: number): Candidate[] {
    const removed: Candidate[] = []
    while (this.stack.length > index) {
      const mark = this.stack.pop()!
      this.byKind.get(mark.kind)!.pop()
      removed.push(mark)
    }
    return removed.reverse()
  }

  /** The index of the innermost mark of one of these kinds; -1 where there is none. */
  lastOf(kinds: readonly Kind[]): number {
    let last = -1
    for (const kind of kinds) last = Math.max(last, this.byKind.get(kind)?.at(-1) ?? -1)
    return last
  }

  /** The same for the kinds of a group. */
  lastIn(group: Group): number {
    return this.lastOf(KINDS_OF[group])
  }

  at(index: number): Candidate | undefined {
    return this.stack.at(index)
  }

  get all(): readonly Candidate[] {
    return this.stack
  }
}

const KINDS = Object.keys(CONVENTIONS) as Kind[]
const kindsIn = (group: Group) => KINDS.filter(kind => groupOf(kind) === group)
const KINDS_OF: Readonly<Record<Group, readonly Kind[]>> = {
  double: kindsIn('double'),
  single: kindsIn('single'),
  guillemets: kindsIn('guillemets'),
  chevrons: kindsIn('chevrons'),
}
