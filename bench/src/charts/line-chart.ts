/**
 * Findings a second by number of rules, both on logarithmic axes, as an SVG of its own.
 *
 * Labels stand at the ends of the lines, pushed apart where they would overlap. Colours follow the reader's scheme.
 */
import { rateText } from '../show/numbers.js'
import { chartStyle, colourCount } from './chart-style.js'
import { placeLabels } from './place-labels.js'
import type { Series } from './series.js'

export interface ChartText {
  readonly title: string
  readonly subtitle: string
}

const size = { width: 880, height: 520 } as const
const plot = { left: 92, top: 84, right: 628, bottom: 456 } as const

export function lineChart(series: readonly Series[], { title, subtitle }: ChartText): string {
  const x = scale(rangeOf(series.flatMap(({ points }) => points.map(({ rules }) => rules))), [
    plot.left + 16,
    plot.right - 10,
  ])
  const y = scale(wholeDecades(series.flatMap(({ points }) => points.map(({ rate }) => rate))), [plot.bottom, plot.top])
  const colours = colourOf(series)
  const ends = series.map(({ points }) => {
    const last = points.at(-1)
    return { x: x.at(last?.rules ?? 1), y: y.at(last?.rate ?? 1), rate: last?.rate ?? 0 }
  })
  const places = placeLabels(
    ends.map((end) => end.y),
    { gap: 19, from: plot.top, to: plot.bottom + 8 },
  )
  const lines = series.map((one, index) => {
    const points = one.points.map(({ rules, rate }) => `${fixed(x.at(rules))},${fixed(y.at(rate))}`)
    return line(one, colours[index] ?? '', points, { end: ends[index], label: places[index] ?? 0 })
  })
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escaped(title)}">`,
    `<style>${chartStyle}</style>`,
    `<rect class="paper" width="${size.width}" height="${size.height}" rx="8"/>`,
    `<text class="title" x="24" y="36">${escaped(title)}</text>`,
    `<text class="subtitle" x="24" y="58">${escaped(subtitle)}</text>`,
    ...y.ticks.map((rate) => yTick(rate, y.at(rate))),
    ...x.ticks.map((rules) => xTick(rules, x.at(rules))),
    `<text class="axis" x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 46}" text-anchor="middle">rules</text>`,
    ...lines,
    '</svg>',
  ].join('\n')}\n`
}

interface Scale {
  at(value: number): number
  readonly ticks: readonly number[]
}

/** Ticks at powers of ten. */
function scale([from, to]: readonly [number, number], [start, end]: readonly [number, number]): Scale {
  const [low, high] = [Math.log10(from), Math.log10(to)]
  const at = (value: number) => start + ((Math.log10(value) - low) / (high - low || 1)) * (end - start)
  const ticks: number[] = []
  for (let power = Math.ceil(low - 1e-9); power <= high + 1e-9; power++) ticks.push(10 ** power)
  return { at, ticks }
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)]
}

function wholeDecades(values: readonly number[]): readonly [number, number] {
  const [from, to] = rangeOf(values)
  return [10 ** Math.floor(Math.log10(from)), 10 ** Math.ceil(Math.log10(to))]
}

/** Each peer a colour of its own; Redress's rows and the limits have theirs by kind. */
function colourOf(series: readonly Series[]): readonly string[] {
  let peers = 0
  let own = 0
  return series.map(({ kind }) => {
    if (kind === 'limit') return 'limit'
    if (kind === 'own') return `own own${own++}`
    return `peer${peers++ % colourCount}`
  })
}

interface LineEnds {
  readonly end: { readonly x: number; readonly y: number; readonly rate: number } | undefined
  readonly label: number
}

function line({ name }: Series, colour: string, points: readonly string[], { end, label }: LineEnds): string {
  const [x, y] = [end?.x ?? 0, end?.y ?? 0]
  const leader = `M${fixed(x + 5)},${fixed(y)} L${plot.right + 14},${fixed(label)}`
  return [
    `<g class="${colour}"><path class="leader" d="${leader}"/>`,
    `<polyline class="line" points="${points.join(' ')}"/>`,
    ...points.map((point) => dot(point)),
    `<text class="label" x="${plot.right + 18}" y="${fixed(label + 4)}">${escaped(name)}<tspan class="rate" dx="6">${rateText(end?.rate ?? 0)}</tspan></text></g>`,
  ].join('')
}

function dot(point: string): string {
  const [x, y] = point.split(',')
  return `<circle cx="${x}" cy="${y}" r="3"/>`
}

function yTick(rate: number, y: number): string {
  const text = `<text class="axis" x="${plot.left - 10}" y="${fixed(y + 4)}" text-anchor="end">${rate.toLocaleString('en-US')}</text>`
  return `<path class="grid" d="M${plot.left},${fixed(y)} H${plot.right}"/>${text}`
}

function xTick(rules: number, x: number): string {
  const text = `<text class="axis" x="${fixed(x)}" y="${plot.bottom + 22}" text-anchor="middle">${rules.toLocaleString('en-US')}</text>`
  return `<path class="grid" d="M${fixed(x)},${plot.top} V${plot.bottom}"/>${text}`
}

function fixed(value: number): string {
  return value.toFixed(1)
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}
