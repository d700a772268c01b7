import type { EncoderInput, QuoteModel, RolesInput } from '@onrecord/engine'
import type { ModelFile } from './config.js'

/** What onnxruntime-node and onnxruntime-web have in common and this package uses. */
export interface Runtime<T> {
  readonly Tensor: new (
    type: 'int32' | 'float32',
    data: Int32Array | Float32Array,
    dims: readonly number[],
  ) => T
}

export interface Session<T> {
  run(feeds: Record<string, T>): Promise<Record<string, unknown>>
}

interface Output {
  readonly data: unknown
  readonly dims: readonly number[]
}

/** A quote model over two open sessions, whichever runtime they run in. */
export function quoteModel<T>(
  runtime: Runtime<T>,
  encoder: Session<T>,
  roles: Session<T>,
  config: ModelFile,
  vocabulary: string,
): QuoteModel {
  const integers = (data: Int32Array, ...dims: number[]) => new runtime.Tensor('int32', data, dims)
  const floats = (data: Float32Array, ...dims: number[]) =>
    new runtime.Tensor('float32', data, dims)
  return {
    name: config.name,
    version: config.version,
    config,
    vocabulary,
    async encode({ ids, types, first }: EncoderInput) {
      const found = await encoder.run({
        ids: integers(ids, ids.length),
        types: integers(types, types.length),
        first: integers(first, first.length),
      })
      const states = found.states as Output
      return {
        states: states.data as Float32Array,
        width: states.dims[1]!,
        cues: (found.cues as Output).data as Float32Array,
        names: (found.names as Output).data as Float32Array,
      }
    },
    async label({
      states,
      words,
      triggers,
      before,
      after,
      weights,
      distance,
      other,
      kind,
    }: RolesInput) {
      const found = await roles.run({
        states: floats(states, words, states.length / words),
        before: integers(before, words),
        after: integers(after, words),
        weights: floats(weights, triggers, words),
        distance: integers(distance, triggers, words),
        other: integers(other, triggers, words),
        kind: integers(kind, triggers),
      })
      return (found.scores as Output).data as Float32Array
    },
  }
}
