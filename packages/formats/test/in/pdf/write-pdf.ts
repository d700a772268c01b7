/** A line of a page: its words, where its base line begins (points from the upper left), and how high its type is. */
export interface SetLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>
  readonly language?: string
  /** Taken as it is into the trailer: for a PDF that is said to be encrypted. */
  readonly trailer?: string
}

const HEIGHT = 792

/** A PDF of pages of 612 by 792 points, in Helvetica and WinAnsi; no page is compressed. */
export function writePdf(pages: readonly (readonly SetLine[])[], options: PdfOptions = {}): Buffer {
  const string = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`
  const first = 4
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ')
  const info = Object.entries(options.info ?? {}).map(([key, value]) => `/${key} ${string(value)}`)
  const language = options.language ? `/Lang ${string(options.language)}` : ''
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${language} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  for (const [i, lines] of pages.entries()) {
    const content = lines
      .map(
        ({ text, x, y, size = 10 }) =>
          `BT /F1 ${size} Tf ${x} ${HEIGHT - y} Td ${string(text)} Tj ET`,
      )
      .join('\n')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 ${HEIGHT}] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  }
  objects.push(`<< ${info.join(' ')} >>`)
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => {
    const at = pdf.length
    pdf += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /Info ${objects.length} 0 R ${options.trailer ?? ''} >>`
  const end = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${pdf.length}\n%%EOF\n`
  return Buffer.from(pdf + end, 'latin1')
}

/** Lines set one under the other, 12 points apart. */
export const column = (lines: readonly string[], x: number, y: number, size = 10): SetLine[] =>
  lines.map((text, i) => ({ text, x, y: y + 12 * i, size }))
