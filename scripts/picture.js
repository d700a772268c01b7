// Draws the README's picture: what `onrecord read` shows of a sample, as an SVG.
// Usage: node scripts/picture.js samples/NN-slug.txt LINES > docs/read.svg
// LINES: how many from the top (48), or parts of the page with a sign between them: 1-30,62-90.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const [file, lines = '48'] = process.argv.slice(2)
const command = fileURLToPath(new URL('../packages/server/bin/onrecord.js', import.meta.url))
const { stdout, status } = spawnSync(
  process.execPath,
  [command, 'read', '--format', 'text', '--color', file],
  {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '92', FORCE_COLOR: '1' },
  },
)
if (status !== 0) process.exit(1)

const COLOURS = [
  '#24292f',
  '#b42318',
  '#1a7f37',
  '#8a6100',
  '#0550ae',
  '#8250df',
  '#0b7285',
  '#57606a',
]
const escapeXml = text =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** One line with SGR sequences as tspans. */
function spans(line, state) {
  let out = ''
  for (const part of line.split(/(\x1b\[[\d;]*m)/)) {
    if (part.startsWith('\x1b[')) {
      for (const code of part.slice(2, -1).split(';').map(Number)) {
        if (code === 0) for (const key of Object.keys(state)) delete state[key]
        else if (code === 1) state['font-weight'] = 'bold'
        else if (code === 2) state.opacity = '0.6'
        else if (code === 3) state['font-style'] = 'italic'
        else if (code === 4) state['text-decoration'] = 'underline'
        else if (code === 22) {
          delete state['font-weight']
          delete state.opacity
        } else if (code === 23) delete state['font-style']
        else if (code === 24) delete state['text-decoration']
        else if (code === 39) delete state.fill
        else if (code >= 30 && code <= 37) state.fill = COLOURS[code - 30]
        else if (code >= 90 && code <= 97) state.fill = COLOURS[code - 90]
      }
    } else if (part !== '') {
      const style = Object.entries(state)
        .map(([key, value]) => ` ${key}="${value}"`)
        .join('')
      out += `<tspan${style}>${escapeXml(part)}</tspan>`
    }
  }
  return out
}

const page = stdout.trimEnd().split('\n')
const shown = lines.split(',').flatMap((part, k) => {
  const [from, to] = part.includes('-') ? part.split('-').map(Number) : [1, Number(part)]
  return [...(k === 0 ? [] : ['\x1b[2m⋮\x1b[22m']), ...page.slice(from - 1, to)]
})
const state = {}
const rows = shown.map(
  (line, k) => `<text x="20" y="${34 + k * 19}" xml:space="preserve">${spans(line, state)}</text>`,
)
const height = 34 + shown.length * 19 + 12
console.log(`<svg xmlns="http://www.w3.org/2000/svg" width="700" height="${height}" viewBox="0 0 700 ${height}" role="img" aria-labelledby="t">
<title id="t">What onrecord read shows of a story: contents, cues and sources marked, who said each, and what is told of them</title>
<rect width="700" height="${height}" rx="8" fill="#fbfaf7" stroke="#d8d4c8"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="13.5" fill="#24292f">
${rows.join('\n')}
</g>
</svg>`)
