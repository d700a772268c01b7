import { html, raw } from 'hono/html'
import { type Field, fieldsOf } from '../../operations/fields.js'
import type { Operation } from '../../operations/operation.js'
import { routeOf } from './route.js'

/** The API on a page, for people: every operation with its route, its fields and an example. */
export function docsPage(operations: readonly Operation[], version: string) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Onrecord's API</title>
    <link rel="stylesheet" href="/docs.css">
  </head>
  <body>
    <header>
      <h1>Onrecord</h1>
      <p>Who said what: an archive of press stories and their records. Version ${version}. JSON in, JSON out; <a href="/api/openapi.json">described as OpenAPI 3.1</a>.</p>
      <nav><ul>${operations.map(({ name }) => html`<li><a href="#${slug(name)}">${name}</a></li>`)}</ul></nav>
    </header>
    <main>${operations.map(section)}</main>
  </body>
</html>`
}

const slug = (name: string) => name.replaceAll(' ', '-')

function section(operation: Operation) {
  const { fields, required } = fieldsOf(operation)
  const { method, path } = routeOf(operation)
  const rows = Object.entries(fields)
  return html`<section id="${slug(operation.name)}">
  <h2>${operation.name}</h2>
  <p><code>${method} ${path}</code> <span>permission: ${operation.permission}</span></p>
  <p>${operation.description}</p>
  ${
    rows.length === 0
      ? raw('')
      : html`<table>
    <thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">What it is</th></tr></thead>
    <tbody>${rows.map(([name, field]) => row(name, field, required.includes(name)))}</tbody>
  </table>`
  }
  ${operation.examples.map(({ says, input }) => html`<p>${says}: <code>${exampleOf(operation, input)}</code></p>`)}
</section>`
}

const row = (name: string, field: Field, needed: boolean) => html`<tr>
  <td><code>${name}</code>${needed ? ' (needed)' : ''}</td>
  <td>${typeOf(field)}</td>
  <td>${field.description ?? ''}${field.default === undefined ? '' : ` Default: ${String(field.default)}.`}</td>
</tr>`

export const typeOf = ({ type, enum: choices, items }: Field): string =>
  choices
    ? choices.join(' | ')
    : type === 'array'
      ? `${items ? typeOf(items) : 'any'}…`
      : (type ?? 'any')

/** The request that an example is. */
export function exampleOf(operation: Operation, input: Readonly<Record<string, unknown>>): string {
  const { method, path, inPath } = routeOf(operation)
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(input[name])),
  )
  const others = Object.entries(input).filter(([name]) => !inPath.includes(name))
  if (method === 'POST') return `POST ${filled} ${JSON.stringify(Object.fromEntries(others))}`
  const query = new URLSearchParams()
  for (const [name, value] of others)
    for (const one of [value].flat()) query.append(name, String(one))
  return `GET ${filled}${query.size > 0 ? `?${query}` : ''}`
}

/** Its style: readable in light and dark, and in print. */
export const DOCS_STYLE = `:root { color-scheme: light dark; }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }
h1, h2 { line-height: 1.2; }
code { font: 0.9em/1.4 ui-monospace, monospace; overflow-wrap: anywhere; }
nav ul { columns: 12rem; padding-left: 1.2rem; }
section { border-top: 1px solid color-mix(in srgb, currentColor 25%, transparent); margin-top: 2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; }
`
