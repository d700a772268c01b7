import { age } from './age.js'
import { role } from './role.js'
import type { Rule } from './rule.js'

/** All rules; their order does not matter. */
export const RULES: readonly Rule[] = [age, role]
