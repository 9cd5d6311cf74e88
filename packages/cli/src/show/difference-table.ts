/**
 * The members that a change touches, before and after side by side; one below the other where it is narrow.
 */
import type { Json } from '@redress/engine'
import { type Difference, differences } from './difference.js'
import type { Style } from './style.js'
import { type Cell, table } from './table.js'
import { showAlone } from './value.js'
import { wrap } from './wrap.js'

export interface Place {
  readonly width: number
  readonly indent: number
  readonly style: Style
}

const narrow = 72

/** Lines of the comparison; empty where nothing differs. */
export function differenceTable(before: Json, after: Json, place: Place): string {
  const found = differences(before, after)
  if (found.length === 0) return ''
  return place.width - place.indent < narrow ? stacked(found, place) : sideBySide(found, place)
}

/** What stood there before, or what stands there after, as a person reads it; `null` for a member that is not there. */
export function sides(difference: Difference): { readonly before: string | null; readonly after: string | null } {
  return {
    before: difference.kind === 'added' ? null : showAlone(difference.before),
    after: difference.kind === 'removed' ? null : showAlone(difference.after),
  }
}

function sideBySide(found: readonly Difference[], { width, indent, style }: Place): string {
  const rows = found.map((difference): readonly Cell[] => {
    const { before, after } = sides(difference)
    return [
      { text: difference.path === '' ? 'value' : difference.path, paint: style.dim },
      before === null ? { text: '(none)', paint: style.dim } : { text: `- ${before}`, paint: style.red },
      after === null ? { text: '(none)', paint: style.dim } : { text: `+ ${after}`, paint: style.green },
    ]
  })
  const head = ['', 'before', 'after'].map((text) => ({ text, paint: style.dim }))
  return table(rows, { head, indent, width })
}

function stacked(found: readonly Difference[], { width, indent, style }: Place): string {
  const margin = ' '.repeat(indent)
  return found
    .flatMap((difference) => {
      const { before, after } = sides(difference)
      return [
        style.dim(difference.path === '' ? 'value' : difference.path),
        ...signed('-', before, width - indent).map(style.red),
        ...signed('+', after, width - indent).map(style.green),
      ]
    })
    .map((line) => `${margin}${line}\n`)
    .join('')
}

function signed(sign: string, text: string | null, width: number): readonly string[] {
  if (text === null) return []
  return wrap(text, width - 2).map((line, index) => `${index === 0 ? sign : ' '} ${line}`)
}
