import { isElement, type XmlElement } from './tree.js'

/** The element children of these names (without prefix), in order; all of them where none is named. */
export const childrenOf = (
  element: XmlElement | undefined,
  ...names: readonly string[]
): readonly XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement =>
      isElement(child) && (names.length === 0 || names.includes(child.name)),
  )

/** The first child at each step: find(root, 'head', 'docdata') is root's first head's first docdata. */
export function find(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let at = element
  for (const name of path) at = childrenOf(at, name)[0]
  return at
}

/** All elements of these names within one, in order; those within another of them are left out. */
export function within(
  element: XmlElement | undefined,
  ...names: readonly string[]
): readonly XmlElement[] {
  const found: XmlElement[] = []
  const visit = (at: XmlElement) => {
    for (const child of childrenOf(at)) {
      if (names.includes(child.name)) found.push(child)
      else visit(child)
    }
  }
  if (element) visit(element)
  return found
}

/** An attribute's value without white space at its ends; nothing where it is empty. */
export const attribute = (element: XmlElement | undefined, name: string): string | undefined =>
  element?.attributes.get(name)?.trim() || undefined
