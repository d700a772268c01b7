import { age } from './age.js'
import { family } from './family.js'
import { memberOf } from './member-of.js'
import { role } from './role.js'
import type { Rule } from './rule.js'

/** All rules; their order does not matter. */
export const RULES: readonly Rule[] = [age, role, family, memberOf]
