import type { MarkFamily } from './types.js'

/** Families, with the inner forms ‹ › and ‚ told from the outer ones: only like may pair with like. */
export type Kind = MarkFamily | 'chevrons' | 'low-single'

/** Marks of a group can stand for one another; those of different groups nest. */
export type Group = 'double' | 'single' | 'guillemets' | 'chevrons'

interface Convention {
  readonly family: MarkFamily
  readonly group: Group
  /** What a closing mark of this kind properly closes. */
  readonly closes: readonly Kind[]
  /** What it closes by a slip of the keys that readers do not see: “…" and "…”. */
  readonly slips: readonly Kind[]
}

export const CONVENTIONS: Readonly<Record<Kind, Convention>> = {
  double: {
    family: 'double',
    group: 'double',
    closes: ['double', 'low'],
    slips: ['straight', 'apostrophes'],
  },
  low: { family: 'low', group: 'double', closes: ['low'], slips: [] },
  straight: {
    family: 'straight',
    group: 'double',
    closes: ['straight'],
    slips: ['double', 'low', 'apostrophes'],
  },
  apostrophes: {
    family: 'apostrophes',
    group: 'double',
    closes: ['apostrophes'],
    slips: ['double', 'straight'],
  },
  single: {
    family: 'single',
    group: 'single',
    closes: ['single', 'low-single'],
    slips: ['straight-single'],
  },
  'low-single': { family: 'single', group: 'single', closes: ['low-single'], slips: [] },
  'straight-single': {
    family: 'straight-single',
    group: 'single',
    closes: ['straight-single'],
    slips: ['single'],
  },
  guillemets: { family: 'guillemets', group: 'guillemets', closes: ['guillemets'], slips: [] },
  chevrons: { family: 'guillemets', group: 'chevrons', closes: ['chevrons'], slips: [] },
}

export const groupOf = (kind: Kind): Group => CONVENTIONS[kind].group
