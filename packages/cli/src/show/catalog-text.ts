/** The catalogue as text: a list, and one playbook as a page. */
import type { CatalogListOutput, CatalogShowOutput } from '../output/lists.js'
import { clean } from './clean.js'
import type { TextOptions } from './plan-text.js'
import type { Style } from './style.js'
import { table } from './table.js'
import { counted } from './words.js'
import { wrap } from './wrap.js'

export function listText({ version, playbooks }: CatalogListOutput, { style, width }: TextOptions): string {
  const rows = playbooks.map(({ id, title, automation, impact }) => [
    { text: id, paint: style.cyan },
    automation === 'automatic' ? { text: automation, paint: style.green } : automation,
    { text: impact, paint: paintImpact(impact, style) },
    clean(title),
  ])
  const head = ['ID', 'HOW', 'IMPACT', 'TITLE'].map((text) => ({ text, paint: style.dim }))
  const automatic = playbooks.filter(({ automation }) => automation === 'automatic').length
  const counts = `${counted(playbooks.length, 'playbook')}, ${automatic} automatic`
  return `${table(rows, { head, width: Math.min(width, 140) })}\n${style.bold(counts)} (catalogue ${version})\n`
}

export function playbookText(playbook: CatalogShowOutput, { style, width: given }: TextOptions): string {
  const width = Math.min(given, 100)
  const facts = [
    ['how', playbook.automation === 'automatic' ? `automatic: ${playbook.actions.join(', ')}` : 'for a person'],
    ['impact', playbook.impact],
    ['breaks', clean(playbook.breaks)],
    ['version', `${playbook.version}, ${playbook.status}`],
    ...playbook.parameters.map(({ name, type, description, default: value }) => [
      name,
      `${type}, ${value === null ? 'must be given' : `default ${value}`}: ${clean(description)}`,
    ]),
  ]
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? '' : `\n${style.bold(title)}\n${lines.join('\n')}\n`
  return [
    `${style.cyan(style.bold(playbook.id))}  ${clean(playbook.title)}\n\n`,
    `${wrap(clean(playbook.why), width).join('\n')}\n\n`,
    table(
      facts.map(([name = '', text = '']) => [{ text: name, paint: style.dim }, text]),
      { width },
    ),
    section('By hand', numbered(playbook.guide, width)),
    section('False positives', dashed(playbook.falsePositives, width)),
    section('Required by', dashed(standards(playbook), width)),
    section('Read more', dashed(playbook.references, width)),
  ].join('')
}

function standards({ standards: all }: CatalogShowOutput): readonly string[] {
  return all.map(({ standard, requirement }) => `${clean(standard)}: ${clean(requirement)}`)
}

function numbered(items: readonly string[], width: number): readonly string[] {
  return items.flatMap((item, index) => hanging(`${`${index + 1}.`.padEnd(3)} `, item, width))
}

function dashed(items: readonly string[], width: number): readonly string[] {
  return items.flatMap((item) => hanging('- ', item, width))
}

function hanging(lead: string, text: string, width: number): readonly string[] {
  return wrap(clean(text), width - lead.length - 2).map(
    (line, index) => `  ${index === 0 ? lead : ' '.repeat(lead.length)}${line}`,
  )
}

function paintImpact(impact: string, style: Style): (text: string) => string {
  return impact === 'disruptive' ? style.yellow : style.dim
}
