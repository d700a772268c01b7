import { acquired } from './acquired.js'
import { age } from './age.js'
import { appointed } from './appointed.js'
import { born } from './born.js'
import { accused, charged } from './charged.js'
import { created } from './created.js'
import { departures } from './departures.js'
import { died } from './died.js'
import { elected } from './elected.js'
import { family } from './family.js'
import { founded } from './founded.js'
import { held } from './held.js'
import { left } from './left.js'
import { letters } from './letters.js'
import { locatedIn } from './located-in.js'
import { married } from './married.js'
import { memberOf } from './member-of.js'
import { membership } from './membership.js'
import { part } from './part.js'
import { parties } from './parties.js'
import { posts } from './posts.js'
import { released } from './released.js'
import { role } from './role.js'
import type { Rule } from './rule.js'
import { victories } from './victories.js'
import { won } from './won.js'

/** All rules; their order does not matter. */
export const RULES: readonly Rule[] = [
  age,
  role,
  letters,
  part,
  memberOf,
  membership,
  family,
  born,
  died,
  married,
  appointed,
  posts,
  left,
  departures,
  elected,
  charged,
  accused,
  won,
  victories,
  founded,
  acquired,
  created,
  parties,
  held,
  released,
  locatedIn,
]
