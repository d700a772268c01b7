/** A page as a tree: what the rest asks of it and no more. Built once by parsing, only read after. */
export interface Element {
  readonly type: 'element'
  /** Lower case; SVG and MathML as their own standards write it. */
  readonly tag: string
  readonly namespace: string
  readonly attributes: { name: string; value: string }[]
  readonly children: Child[]
  parent: Parent | null
}

/** Text as it was put in, run by run: each run stood in one place of the source. */
export interface Text {
  readonly type: 'text'
  readonly runs: Run[]
  parent: Parent | null
}

export interface Run {
  /** Its characters, entities decoded. */
  readonly text: string
  /** Where it stands in the source: [at, end); -1 where that is not known. */
  at: number
  end: number
}

/** Comments, the document type: they show nothing. */
export interface Silent {
  readonly type: 'silent'
  parent: Parent | null
}

/** A document, a fragment, the content of a template. */
export interface Root {
  readonly type: 'root'
  readonly children: Child[]
}

export type Child = Element | Text | Silent
export type Parent = Element | Root
export type Node = Child | Root

/** Value of an attribute; undefined where the element has none of that name. */
export function attribute(element: Element, name: string): string | undefined {
  for (const each of element.attributes) if (each.name === name) return each.value
  return undefined
}

/** Is it a declarative shadow root: `<template shadowrootmode>`, which browsers show in its place? */
export const isShadowRoot = (element: Element): boolean =>
  element.tag === 'template' && attribute(element, 'shadowrootmode') !== undefined

/** All elements under the node, itself excepted, in document order. Without recursion: pages nest as deep as they like. */
export function* elementsIn(node: Parent): Generator<Element> {
  const stack: Child[] = []
  pushChildren(stack, node)
  while (stack.length > 0) {
    const next = stack.pop()!
    if (next.type !== 'element') continue
    yield next
    pushChildren(stack, next)
  }
}

/** The element, then its parent, and so on to the top. */
export function* upwards(element: Element): Generator<Element> {
  let each: Parent | null = element
  while (each !== null && each.type === 'element') {
    yield each
    each = each.parent
  }
}

/** All characters under the node, scripts included, whitespace as it is; at most `limit` of them. */
export function rawText(node: Parent, limit = Number.POSITIVE_INFINITY): string {
  const stack: Child[] = []
  let text = ''
  pushChildren(stack, node)
  while (stack.length > 0 && text.length < limit) {
    const next = stack.pop()!
    if (next.type === 'text') for (const run of next.runs) text += run.text
    else if (next.type === 'element') pushChildren(stack, next)
  }
  return text.length > limit ? text.slice(0, limit) : text
}

/** `rawText` with its whitespace collapsed and its edges trimmed. */
export const plainText = (node: Parent, limit = 2_000): string =>
  rawText(node, limit).replace(/\s+/g, ' ').trim()

function pushChildren(stack: Child[], node: Parent): void {
  for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i]!)
}
