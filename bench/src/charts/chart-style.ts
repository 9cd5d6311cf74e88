/** Colours that can be told apart on white and on black; the reader's scheme decides which are used. */

/** By engine: on a light page, on a dark one. */
const peers = [
  ['#b35900', '#f0a35e'],
  ['#7048a8', '#b79df0'],
  ['#0b7a75', '#4fc9c2'],
  ['#a8234e', '#f0839f'],
  ['#5b6b00', '#bccb4b'],
  ['#8a5a44', '#cfa18c'],
  ['#3d6fb4', '#8fb8f0'],
  ['#8a3a96', '#dc93e6'],
  ['#666666', '#aaaaaa'],
] as const

const own = [
  ['#0a58ff', '#4f9dff'],
  ['#008a3e', '#3fd07f'],
] as const

export const colourCount = peers.length

const coloured = (at: 0 | 1) =>
  [
    ...peers.map((pair, index) => `.peer${index}{--c:${pair[at]}}`),
    ...own.map((pair, index) => `.own${index}{--c:${pair[at]}}`),
  ].join('')

const light = `svg{--paper:#fff;--ink:#1f2328;--soft:#59636e;--grid:#e4e7eb}.limit{--c:#8c959f}${coloured(0)}`
const dark = `svg{--paper:#0d1117;--ink:#e6edf3;--soft:#9198a1;--grid:#262c36}.limit{--c:#768390}${coloured(1)}`

export const chartStyle = [
  light,
  `@media (prefers-color-scheme:dark){${dark}}`,
  'text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}',
  '.paper{fill:var(--paper)}.title{font-size:19px;font-weight:600}.subtitle,.axis{font-size:13px;fill:var(--soft)}',
  '.grid{stroke:var(--grid);fill:none}.line{fill:none;stroke:var(--c);stroke-width:1.7;stroke-linejoin:round}',
  '.own .line{stroke-width:3.4}.limit .line{stroke-dasharray:5 4}.leader{fill:none;stroke:var(--c);opacity:.4;stroke-width:.8}',
  'circle{fill:var(--c)}.label{font-size:13px;fill:var(--c)}.own .label{font-weight:700}.rate{font-size:12px;fill:var(--soft);font-weight:400}',
].join('')
