import type { TableName } from '@onrecord/formats/tables'
import { csvWriter } from './csv.js'
import { jsonlWriter, jsonWriter } from './json.js'
import { mdWriter } from './md.js'
import { type TextOptions, textWriter } from './text.js'
import { visible, visibleJson } from './visible.js'
import type { Writer } from './writer.js'

export const formats = ['text', 'json', 'jsonl', 'csv', 'md'] as const
export type Format = (typeof formats)[number]

export interface WriterOptions extends TextOptions {
  /** Can the input hold more than one story? */
  readonly several: boolean
  /** Is it shown on a terminal? Then what would act there is made visible in every form. */
  readonly terminal: boolean
  /** Which table, as csv. */
  readonly table?: TableName
}

export function openWriter(format: Format, options: WriterOptions): Writer {
  switch (format) {
    case 'text':
      return textWriter(options)
    case 'json':
      return shown(jsonWriter(options.several), options.terminal && visibleJson)
    case 'jsonl':
      return shown(jsonlWriter(), options.terminal && visibleJson)
    case 'csv':
      return shown(csvWriter(options.table), options.terminal && visibleCsv)
    case 'md':
      return mdWriter(options)
  }
}

/** A row's end is a control character that it keeps. */
const visibleCsv = (csv: string) => csv.split('\r\n').map(visible).join('\r\n')

function shown(writer: Writer, show: false | ((text: string) => string)): Writer {
  if (!show) return writer
  const { error } = writer
  return {
    start: writer.start,
    record: record => show(writer.record(record)),
    ...(error && { error: (failure, place) => show(error(failure, place)) }),
    get end() {
      return writer.end
    },
  }
}
