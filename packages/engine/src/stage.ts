import type { LayerName, Layers, Story } from './story.js'

/** One step of reading: which layers it needs, which it gives, and a pure function from the one to the other. */
export interface Stage<N extends LayerName, G extends LayerName> {
  readonly name: string
  readonly needs: readonly N[]
  readonly gives: readonly G[]
  readonly read: (story: Story<N>) => Pick<Layers, G>
}

/** Declares a stage; the layers' names are checked against what `read` takes and returns. */
export function stage<const N extends LayerName, const G extends LayerName>(
  name: string,
  definition: Omit<Stage<N, G>, 'name'>,
): Stage<N, G> {
  return { name, ...definition }
}

/**
 * Stages in the order in which they run. `add` takes a stage only if its needs are already given and what it gives
 * is new: a wrong order does not compile. The pipeline is a value; `add` returns a longer one.
 */
export class Pipeline<Start extends LayerName, Given extends LayerName = Start> {
  private constructor(private readonly stages: readonly Stage<LayerName, LayerName>[]) {}

  /** An empty pipeline over stories that already have these layers (none by default). */
  static over<S extends LayerName = never>(): Pipeline<S> {
    return new Pipeline<S>([])
  }

  add<N extends LayerName, G extends LayerName>(
    next: [N] extends [Given]
      ? [G & Given] extends [never]
        ? Stage<N, G>
        : `already given: ${G & Given}`
      : `not given yet: ${Exclude<N, Given>}`,
  ): Pipeline<Start, Given | G> {
    return new Pipeline<Start, Given | G>([
      ...this.stages,
      next as unknown as Stage<LayerName, LayerName>,
    ])
  }

  /** Runs every stage; synchronous, and the same story always gives the same layers. */
  run(story: Story<Start>): Story<Given> {
    let read: Story<LayerName> = story as Story<LayerName>
    for (const step of this.stages) read = { ...read, ...step.read(read) }
    return read as unknown as Story<Given>
  }

  /** The stages' names, in order. */
  get names(): readonly string[] {
    return this.stages.map(step => step.name)
  }
}
