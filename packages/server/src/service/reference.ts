import { toolName } from '../mcp/server.js'
import { commandLine } from '../operations/command.js'
import { type Field, fieldsOf } from '../operations/fields.js'
import type { Operation } from '../operations/operation.js'
import { exampleOf, typeOf } from './http/docs.js'
import { routeOf } from './http/route.js'

/** The page of reference, in Markdown: of each operation the command, the route, the tool, its fields and examples. */
export function referencePage(
  operations: readonly Operation[],
  commands: ReadonlySet<string>,
): string {
  const parts = operations.map(one => section(one, commands.has(one.name)))
  return `${HEAD}${operations.map(({ name }) => `- [${name}](#${name.replaceAll(' ', '-')})`).join('\n')}\n\n${parts.join('\n')}`
}

const HEAD = `# Reference

What Onrecord can do with an archive, by command, over HTTP, and for assistants. This page is written from the operations by \`npm run reference\`; a test fails where it is not as they are. The service describes itself at \`/docs\` and \`/api/openapi.json\`; every refusal is \`{"error": {"code", "message", "advice"}}\`. Beside the operations the service has \`POST /api/imports\` (a file's bytes as the body, \`?name=\` and \`?outlet=\`, \`?again=\` with the job that it was sent with before; answers a job), \`GET /api/jobs/{job}/events\` (server-sent events), \`POST /api/read\` with \`application/x-ndjson\` (a story a line in, a record a line out), \`GET /api/login\` (is there an identity provider?), \`POST /api/login\`, \`/api/login/invitation\`, \`/api/logout\`, \`/api/password\`, \`GET /api/me\`, \`/health/live\`, \`/health/ready\` and \`/metrics\`.

`

function section(operation: Operation, hasCommand: boolean): string {
  const { fields, required } = fieldsOf(operation)
  const { method, path } = routeOf(operation)
  const positional = operation.positional ?? []
  const rows = Object.entries(fields).map(([name, field]) =>
    row(name, field, required.includes(name), positional.includes(name)),
  )
  const examples = operation.examples.map(
    ({ says, input }) =>
      `- ${says}: ${hasCommand ? `\`${cell(commandLine(operation, input))}\`, ` : ''}\`${cell(exampleOf(operation, input))}\``,
  )
  return `## ${operation.name}

${operation.description}

${hasCommand ? `\`onrecord ${operation.name}\` · ` : ''}\`${method} ${path}\` · tool \`${toolName(operation)}\` · permission: ${operation.permission}

${rows.length > 0 ? `| field | type | what it is |\n|---|---|---|\n${rows.join('\n')}\n\n` : ''}${examples.length > 0 ? `${examples.join('\n')}\n` : ''}`
}

const row = (name: string, field: Field, needed: boolean, positional: boolean): string => {
  const notes = [needed && 'needed', positional && 'without a flag'].filter(Boolean).join(', ')
  const fallback = field.default === undefined ? '' : ` Default: ${String(field.default)}.`
  return `| \`${name}\`${notes && ` (${notes})`} | ${cell(typeOf(field))} | ${cell(field.description ?? '')}${fallback} |`
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
