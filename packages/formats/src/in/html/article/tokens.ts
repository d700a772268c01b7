import { attribute, type Element } from '../tree/node.js'

/**
 * The words that a page names an element with: its class, id and the like, cut at hyphens, underscores and capitals,
 * lower case: class="story-shareTools ad_1" → story share tools ad. Two neighbours of one name are also given as one
 * word, hyphenated: "read-more", "share-tools". Names that say what the element has not or only has ("no-caption",
 * "has-sidebar", "ads-enabled") give no name, nor does what a story is filed under ("tag-ads").
 */
export function namesOf(element: Element): ReadonlySet<string> {
  const names = new Set<string>()
  for (const key of NAMING) {
    const value = attribute(element, key)
    if (value === undefined) continue
    for (const name of value.slice(0, 600).split(/\s+/)) {
      if (FILED.test(name)) continue
      let before: string | undefined
      for (const [word] of name.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)) {
        const lower = word.toLowerCase()
        if (STATE.has(lower)) names.delete(before ?? '')
        else if (before === undefined || !DENIAL.has(before)) names.add(lower)
        if (before !== undefined) names.add(`${before}-${lower}`)
        before = lower
      }
    }
  }
  return names
}

/** What a story is filed under is no name of its element: category-advertising, tag-newsletter. */
const FILED = /^(?:category|tag|topic|section|cat)-(?!list|links|cloud|footer)/

/** "no-caption", "has-sidebar" are not a caption, a sidebar; nor is "comments-open" a comment. */
const DENIAL = new Set(['no', 'has', 'have', 'with', 'without', 'hide', 'show', 'is', 'not', 'non'])
const STATE = new Set([
  'open',
  'closed',
  'enabled',
  'disabled',
  'free',
  'loaded',
  'ready',
  'allowed',
])

const NAMING = ['class', 'id', 'role', 'data-component', 'data-testid', 'data-module', 'data-block']

export const hasName = (names: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean => {
  for (const name of names) if (wanted.has(name)) return true
  return false
}

/** Words of a list written with spaces. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
