import { html, type TreeAdapter, type TreeAdapterTypeMap } from 'parse5'
import {
  type Child,
  type Element,
  isShadowRoot,
  type Node,
  type Parent,
  type Root,
  type Silent,
  type Text,
} from './node.js'
import { TooMuch, type TreeLimits } from './too-much.js'

interface Map extends TreeAdapterTypeMap {
  node: Node
  parentNode: Parent
  childNode: Child
  document: Root
  documentFragment: Parent
  element: Element
  commentNode: Silent
  textNode: Text
  template: Element
  documentType: Silent
}

/**
 * Builds our tree from parse5's events. It counts: parse5 looks through its stack of open elements and its list of open
 * formatting for each tag, so both limits bound time as well as memory. Each call of insertText is a run with a place of
 * its own, since text that is moved out of a table stands elsewhere than its neighbours.
 */
export function adapter(limits: TreeLimits): TreeAdapter<Map> {
  let elements = 0
  let open = 0
  const contents = new WeakMap<Element, Parent>()

  const make = (tag: string, namespace: html.NS, attributes: Element['attributes']): Element => {
    if (++elements > limits.nodes) {
      throw new TooMuch(
        'too-many-nodes',
        `the page has more than ${limits.nodes} elements; raise the limit "nodes" to read it`,
      )
    }
    return { type: 'element', tag, namespace, attributes, children: [], parent: null }
  }

  const insert = (parent: Parent, node: Child, before: number): void => {
    if (before < 0 || before >= parent.children.length) parent.children.push(node)
    else parent.children.splice(before, 0, node)
    node.parent = parent
  }

  const place = (parent: Parent, reference: Child): number => {
    const { children } = parent
    return children[children.length - 1] === reference
      ? children.length - 1
      : children.lastIndexOf(reference)
  }

  const addText = (parent: Parent, characters: string, before: number): void => {
    const last = parent.children[before < 0 ? parent.children.length - 1 : before - 1]
    const run = { text: characters, at: -1, end: -1 }
    if (last?.type === 'text') last.runs.push(run)
    else insert(parent, { type: 'text', runs: [run], parent }, before)
  }

  return {
    createDocument: () => ({ type: 'root', children: [] }),
    createDocumentFragment: () => ({ type: 'root', children: [] }),
    createElement: make,
    createCommentNode: () => ({ type: 'silent', parent: null }),
    createTextNode: value => ({
      type: 'text',
      runs: [{ text: value, at: -1, end: -1 }],
      parent: null,
    }),
    appendChild: (parent, node) => insert(parent, node, -1),
    insertBefore: (parent, node, reference) => insert(parent, node, place(parent, reference)),
    // a shadow root that is written in the page shows where it stands: its content is the element's own
    setTemplateContent: (template, content) =>
      contents.set(template, isShadowRoot(template) ? template : content),
    getTemplateContent: template => {
      const content = contents.get(template) ?? ({ type: 'root', children: [] } as const)
      contents.set(template, content)
      return content
    },
    setDocumentType: () => {},
    setDocumentMode: () => {},
    getDocumentMode: () => html.DOCUMENT_MODE.NO_QUIRKS,
    detachNode: node => {
      if (node.parent === null) return
      const at = place(node.parent, node)
      if (at >= 0) node.parent.children.splice(at, 1)
      node.parent = null
    },
    insertText: (parent, characters) => addText(parent, characters, -1),
    insertTextBefore: (parent, characters, reference) =>
      addText(parent, characters, place(parent, reference)),
    adoptAttributes: (element, attributes) => {
      const names = new Set(element.attributes.map(({ name }) => name))
      for (const each of attributes) if (!names.has(each.name)) element.attributes.push(each)
    },
    getFirstChild: node => node.children[0] ?? null,
    getChildNodes: node => node.children,
    getParentNode: node => ('parent' in node ? node.parent : null),
    getAttrList: element => element.attributes,
    getTagName: element => element.tag,
    getNamespaceURI: element => element.namespace as html.NS,
    getTextNodeContent: text => text.runs.map(run => run.text).join(''),
    getCommentNodeContent: () => '',
    getDocumentTypeNodeName: () => '',
    getDocumentTypeNodePublicId: () => '',
    getDocumentTypeNodeSystemId: () => '',
    isTextNode: (node): node is Text => node.type === 'text',
    isCommentNode: (node): node is Silent => node.type === 'silent',
    isDocumentTypeNode: (node): node is Silent => node.type === 'silent',
    isElementNode: (node): node is Element => node.type === 'element',
    // asked after each run of text and answered with no, the parser tells the place of every run
    getNodeSourceCodeLocation: () => undefined,
    setNodeSourceCodeLocation: (node, location) => {
      if (node.type !== 'text' || location === null) return
      const run = node.runs[node.runs.length - 1]!
      if (run.at >= 0) return
      run.at = location.startOffset
      run.end = location.endOffset
    },
    updateNodeSourceCodeLocation: () => {},
    onItemPush: () => {
      if (++open > limits.depth) {
        throw new TooMuch(
          'too-deep',
          `elements nest more than ${limits.depth} deep; raise the limit "depth" to read the page`,
        )
      }
    },
    onItemPop: () => {
      open--
    },
  }
}
