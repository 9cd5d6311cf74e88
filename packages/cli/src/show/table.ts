/**
 * Text in columns without borders; cli-table3 lays them out.
 *
 * Cells are wrapped here before they are coloured, because cli-table3 cuts words off that are longer than a column.
 * The widest column gives way first, so that short ones (ids, counts) stay whole.
 */
import Table from 'cli-table3'
import { wrap } from './wrap.js'

/** A cell: text, or text with the colour that each of its lines gets. */
export type Cell = string | { readonly text: string; readonly paint: (line: string) => string }

export interface TableOptions {
  readonly head?: readonly Cell[]
  readonly indent?: number
  /** Width of the terminal. */
  readonly width: number
}

const gap = 2

/** The table's lines, each ended by a line break; empty for no rows. */
export function table(rows: readonly (readonly Cell[])[], options: TableOptions): string {
  if (rows.length === 0) return ''
  const all = options.head === undefined ? rows : [options.head, ...rows]
  const indent = ' '.repeat(options.indent ?? 0)
  const widths = fit(natural(all), options.width - indent.length)
  const drawn = new Table({
    chars: Object.fromEntries(borders.map((name) => [name, ''])),
    style: { 'padding-left': 0, 'padding-right': gap, head: [], border: [], compact: true },
    colWidths: widths.map((width) => width + gap),
  })
  for (const row of all) drawn.push(...linesOf(row.map((cell, column) => draw(cell, widths[column] ?? gap))))
  const lines = drawn.toString().split('\n')
  return lines.map((line) => `${`${indent}${line}`.trimEnd()}\n`).join('')
}

const borders = [
  ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
  ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid', 'middle'],
]

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text
}

function draw(cell: Cell, width: number): readonly string[] {
  const lines = wrap(textOf(cell), width)
  return typeof cell === 'string' ? lines : lines.map(cell.paint)
}

/** A row for each line: cli-table3 measures the whole of a cell again for each line and letter that is in it. */
function linesOf(cells: readonly (readonly string[])[]): string[][] {
  const height = Math.max(...cells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, line) => cells.map((lines) => lines[line] ?? ''))
}

function natural(rows: readonly (readonly Cell[])[]): number[] {
  const count = Math.max(...rows.map((row) => row.length))
  return Array.from({ length: count }, (_, column) =>
    Math.max(8, ...rows.map((row) => textOf(row[column] ?? '').length)),
  )
}

function fit(widths: readonly number[], room: number): number[] {
  const fitted = [...widths]
  const total = () => fitted.reduce((sum, width) => sum + width + gap, -gap)
  while (total() > room) {
    const widest = Math.max(...fitted)
    if (widest <= 12) break
    fitted[fitted.indexOf(widest)] = widest - 1
  }
  return fitted
}
