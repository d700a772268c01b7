import { characterOf } from './entities.js'

/** Stands for an `&` that is meant as itself. Of the private use area: no document means anything by it. */
const LONE = '\ue0ff'

/** The source as a strict parser takes it, with every character where it was: positions hold in both. */
export const mended = (source: string): string =>
  source
    .replace(/&([#\w]{1,12};)?/g, (written, reference?: string) =>
      reference !== undefined && characterOf(reference.slice(0, -1)) !== undefined
        ? written
        : LONE + written.slice(1),
    )
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, ' ')

/** An attribute's value as it was meant. */
export const unmend = (value: string): string => value.replaceAll(LONE, '&')
